package org.entente.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Finds the event that a note on attendance belongs to, and adds to it who was or was not there.
 */
final class AttendanceResolver {
  /** Of several events, none told more sentences away than this. */
  private static final int REACH = 6;

  /** What another kind of event than the note names costs, in sentences. */
  private static final double OTHER_KIND = 3;

  private final List<Entity> entities;
  private final List<Span> sentences;
  private final Set<String> ofGatherings;

  AttendanceResolver(Lexicon lexicon, List<Entity> entities, List<Span> sentences) {
    this.entities = entities;
    this.sentences = sentences;
    this.ofGatherings =
        lexicon.attendance().stream()
            .filter(AttendancePattern::gathering)
            .map(AttendancePattern::id)
            .collect(Collectors.toSet());
  }

  void resolve(List<Candidate> events, List<Attendance> notes) {
    for (Attendance note : notes) {
      Candidate event = event(events, note);
      if (event == null) {
        continue;
      }
      note.absent().forEach(event::addAbsentee);
      for (int id : note.present()) {
        if (!event.absentees.contains(id) && !representedIn(event, id)) {
          event.add(id, Role.PARTICIPANT);
        }
      }
      event.addEvidence(sentences.get(note.sentence()));
    }
  }

  private Candidate event(List<Candidate> events, Attendance note) {
    Candidate best = null;
    double least = Double.POSITIVE_INFINITY;
    int fitting = 0;
    for (Candidate e : events) {
      double cost = cost(e, note);
      fitting += Double.isFinite(cost) ? 1 : 0;
      if (cost < least) {
        best = e;
        least = cost;
      }
    }
    return fitting == 1 || least <= REACH ? best : null;
  }

  /** How far an event is from a note, in sentences; infinite when the note cannot be on it. */
  private double cost(Candidate e, Attendance note) {
    boolean takesPlace =
        e.status == Status.HELD
            || e.status == Status.PLANNED && (note.future() || e.parties.size() > 2);
    if (!takesPlace
        || e.kind == Kind.VISIT
        || e.kind == Kind.CALL && note.known().isEmpty()
        || !e.parties.keySet().containsAll(note.known())
        || e.parties.keySet().containsAll(note.present()) && note.absent().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    long left = e.parties.keySet().stream().filter(id -> !note.absent().contains(id)).count();
    if (left < Math.min(2, e.parties.size())
        && !Collections.disjoint(e.parties.keySet(), note.absent())) {
      return Double.POSITIVE_INFINITY;
    }
    if (!note.places().isEmpty()
        && !e.places.isEmpty()
        && Collections.disjoint(note.places(), e.places)) {
      return Double.POSITIVE_INFINITY;
    }
    boolean replaced = !note.present().isEmpty() && !note.absent().isEmpty();
    boolean ofMembers = replaced || ofGatherings.contains(note.rule()) && note.kinds().isEmpty();
    if (ofMembers && !gathering(e) || replaced && note.future() && e.status == Status.HELD) {
      return Double.POSITIVE_INFINITY; // two who meet have no member that stays away
    }
    double cost = distance(e, note);
    boolean elsewhere = cost > 0;
    if (elsewhere
        && (note.rule().equals(AttendanceReader.WITHOUT)
            || note.absent().isEmpty() && !toldBefore(e, note))) {
      return Double.POSITIVE_INFINITY;
    }
    if (!note.kinds().isEmpty() && note.kinds().stream().noneMatch(k -> alike(k, e.kind))) {
      cost += OTHER_KIND;
    }
    if (note.future() == (e.status == Status.HELD)) {
      cost += 0.5;
    }
    if (e.background) {
      cost += 0.5;
    }
    return cost;
  }

  private static boolean gathering(Candidate e) {
    return e.kind.isGathering() || e.parties.size() > 2;
  }

  /** A talk of any size may be called a meeting. */
  private static boolean alike(Kind named, Kind kind) {
    Set<Kind> faceToFace = Set.of(Kind.MEETING, Kind.TALKS);
    Set<Kind> gathering = Set.of(Kind.SUMMIT, Kind.CONFERENCE, Kind.TALKS, Kind.MEETING);
    return named == kind
        || faceToFace.contains(named) && gathering.contains(kind)
        || named == Kind.CONFERENCE && kind == Kind.SUMMIT;
  }

  /** Sentences between a note and the nearest sentence on an event, which a note may precede. */
  private double distance(Candidate e, Attendance note) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Span evidence : e.evidence) {
      int at = sentences.indexOf(evidence);
      nearest =
          Math.min(
              nearest, at <= note.sentence() ? note.sentence() - at : 1.5 * (at - note.sentence()));
    }
    return nearest;
  }

  private boolean toldBefore(Candidate e, Attendance note) {
    return e.evidence.get(0).begin() < sentences.get(note.sentence()).begin();
  }

  /** Whether a state takes part through a person who is there already. */
  private boolean representedIn(Candidate event, int id) {
    return entities.get(id).type() == EntityType.POLITY
        && event.parties.keySet().stream()
            .anyMatch(
                p ->
                    entities.get(p).type() == EntityType.PERSON
                        && Representation.standsFor(entities.get(p), entities.get(id)));
  }
}
