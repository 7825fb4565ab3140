package org.entente.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.extraction.AttendancePattern.Scope;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Finds the event that a note on attendance belongs to, and adds to it who was or was not there.
 */
final class AttendanceResolver {
  /** Of several events, none told more sentences away than this. */
  private static final int REACH = 6;

  /** How many sentences before a list of those who take part its gathering may be told. */
  private static final int NEAR = 2;

  /** What another kind of event than the note names costs, in sentences. */
  private static final double OTHER_KIND = 3;

  /** Days of a week. */
  private static final int WEEK = 7;

  private final List<Entity> entities;
  private final List<Span> sentences;
  private final Map<String, Scope> scopes;

  AttendanceResolver(Lexicon lexicon, List<Entity> entities, List<Span> sentences) {
    this.entities = entities;
    this.sentences = sentences;
    this.scopes =
        lexicon.attendance().stream()
            .collect(Collectors.toMap(AttendancePattern::id, AttendancePattern::scope));
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
      event.parties.keySet().removeAll(note.led());
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
    boolean contrary = !Collections.disjoint(e.parties.keySet(), note.absent());
    if (contrary && (e.status == Status.HELD || left < Math.min(2, e.parties.size()))) {
      return Double.POSITIVE_INFINITY; // who took part was not missing
    }
    if (!note.places().isEmpty()
        && !e.places.isEmpty()
        && Collections.disjoint(note.places(), e.places)) {
      return Double.POSITIVE_INFINITY;
    }
    if (note.date().isPresent()
        && e.date.isPresent()
        && !together(note.date().get(), e.date.get())
        && distance(e, note) > 0) {
      return Double.POSITIVE_INFINITY;
    }
    Scope scope = scopes.getOrDefault(note.rule(), Scope.ANY);
    boolean members = scope == Scope.MEMBERS;
    if ((members || scope == Scope.GATHERING && note.kinds().isEmpty()) && !gathering(e)
        || members && note.future() && e.status == Status.HELD) {
      return Double.POSITIVE_INFINITY; // two who meet have no member that stays away
    }
    if (note.ahead() && note.absent().isEmpty() && e.status == Status.HELD && !gathering(e)) {
      return Double.POSITIVE_INFINITY; // "will join them": not those two when they met
    }
    double cost = distance(e, note);
    if (scope == Scope.NEARBY && (!gathering(e) || cost > NEAR)) {
      return Double.POSITIVE_INFINITY; // "speakers include"
    }
    boolean elsewhere = cost > 0;
    if (elsewhere
        && (note.rule().equals(AttendanceReader.WITHOUT)
            || note.absent().isEmpty() && !toldBefore(e, note))) {
      return Double.POSITIVE_INFINITY;
    }
    boolean round = e.kind.isGathering() || e.kind == Kind.TALKS;
    if (elsewhere && !round && !toldBefore(e, note)) {
      return Double.POSITIVE_INFINITY; // "stayed away. On Wednesday she will meet"
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

  /** Whether two dates share a day; of a weekday alone the one a week later may be meant. */
  private static boolean together(DateBounds note, DateBounds event) {
    DateBounds later = new DateBounds(note.earliest().plusDays(WEEK), note.latest().plusDays(WEEK));
    return note.overlaps(event) || later.overlaps(event);
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
