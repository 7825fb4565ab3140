package org.entente.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Joins what the sentences of one document say of one event: the last level of the cascade. */
final class EventMerger {
  private final Lexicon lexicon;
  private final List<Entity> entities;

  EventMerger(Lexicon lexicon, List<Entity> entities) {
    this.lexicon = lexicon;
    this.entities = entities;
  }

  /**
   * Returns the events of a document, each with all its sentences; the candidates are in text
   * order.
   */
  List<Candidate> merge(List<Candidate> candidates, List<Attendance> notes, List<Span> sentences) {
    List<Candidate> events = new ArrayList<>();
    List<Candidate> pointing = new ArrayList<>();
    for (Candidate c : candidates) {
      if (c.recurrence) {
        again(events, c);
        continue;
      }
      if (tooFew(c)) {
        pointing.add(c);
        continue;
      }
      Candidate same = find(events, c);
      Candidate gathering =
          same == null && c.anaphoric && c.kind.isGathering() ? gathering(events, c) : null;
      if (gathering != null) {
        attend(gathering, c);
      } else if (same == null) {
        events.add(c);
      } else {
        join(same, c);
      }
    }
    for (Candidate c : pointing) {
      Candidate same = antecedent(events, c);
      if (same == null) {
        // a lead may point forward: "The meeting ended late. Trump and Putin met in ..."
        List<Candidate> fitting = events.stream().filter(e -> fits(e, c)).toList();
        same = fitting.size() == 1 ? fitting.get(0) : null;
      }
      if (same != null) {
        join(same, c);
      }
    }
    new AttendanceResolver(lexicon, entities, sentences).resolve(events, notes);
    collapse(events);
    events.removeIf(e -> e.parties.isEmpty());
    new VisitCoverage(lexicon, entities, sentences).apply(events, e -> true);
    return events;
  }

  /**
   * Returns the events of candidates that are none of the events already read.
   *
   * @param candidates in text order
   * @param events what was read; stays as it is
   */
  List<Candidate> besides(List<Candidate> candidates, List<Candidate> events) {
    List<Candidate> found = new ArrayList<>();
    for (Candidate c : candidates) {
      boolean told =
          tooFew(c)
              || find(events, c) != null
              || c.anaphoric && c.kind.isGathering() && gathering(events, c) != null;
      if (!told) {
        Candidate same = find(found, c);
        if (same == null) {
          found.add(c);
        } else {
          join(same, c);
        }
      }
    }
    collapse(found);
    return found;
  }

  /**
   * "The last time was in Helsinki in 2018": the parties of the event told last, at another time.
   */
  private static void again(List<Candidate> events, Candidate c) {
    for (int i = events.size() - 1; i >= 0; i--) {
      Candidate e = events.get(i);
      if (e.parties.size() == 2 && e.kind != Kind.VISIT && e.status == Status.HELD) {
        e.parties.keySet().forEach(id -> c.add(id, Role.PARTICIPANT));
        c.kind = e.kind;
        events.add(c);
        return;
      }
    }
  }

  private boolean tooFew(Candidate c) {
    return c.anaphoric
        && c.kind != Kind.VISIT
        && (c.parties.size() < 2 && !(c.parties.size() == 1 && c.kind.isGathering()));
  }

  /** An event told before with which a candidate is one. */
  private Candidate find(List<Candidate> events, Candidate c) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (same(events.get(i), c)) {
        return events.get(i);
      }
    }
    return null;
  }

  boolean same(Candidate a, Candidate b) {
    if (!kinds(a.kind, b.kind) || !parties(a, b) || !dates(a, b) || !places(a, b)) {
      return false;
    }
    if (a.status == b.status) {
      return true;
    }
    // a planned event is the held or cancelled one when it is only its background, or on the same
    // day
    boolean sameDay = a.date.isPresent() && a.date.equals(b.date);
    Set<Status> both = Set.of(a.status, b.status);
    if (both.equals(Set.of(Status.PLANNED, Status.CANCELLED))) {
      return true;
    }
    if (both.equals(Set.of(Status.PLANNED, Status.HELD))) {
      return sameDay || a.background && a.date.isEmpty() || b.background && b.date.isEmpty();
    }
    if (both.equals(Set.of(Status.PLANNED, Status.PROPOSED))) {
      return sameDay || a.date.isEmpty() || b.date.isEmpty();
    }
    return false;
  }

  private static boolean kinds(Kind a, Kind b) {
    if (a == b) {
      return true;
    }
    if (a.isGathering() && b.isGathering()) {
      return true;
    }
    Set<Kind> faceToFace = Set.of(Kind.MEETING, Kind.TALKS, Kind.SUMMIT);
    return faceToFace.contains(a) && faceToFace.contains(b);
  }

  private boolean parties(Candidate a, Candidate b) {
    Set<Integer> x = represented(a, b);
    Set<Integer> y = represented(b, a);
    if (x.equals(y)) {
      return true;
    }
    Set<Integer> shared = new HashSet<>(x);
    shared.retainAll(y);
    int smaller = Math.min(x.size(), y.size());
    boolean body =
        a.kind.isGathering()
            && b.kind.isGathering()
            && shared.stream().anyMatch(e -> entities.get(e).type() == EntityType.ORGANIZATION);
    if (body) {
      return bodies(a).equals(bodies(b));
    }
    return shared.size() == smaller && shared.size() >= 2;
  }

  /** The parties of a, where a state gives way to the one person of b who stands for it. */
  private Set<Integer> represented(Candidate a, Candidate b) {
    Set<Integer> out = new HashSet<>();
    for (int id : a.parties.keySet()) {
      out.add(representative(id, b).orElse(id));
    }
    return out;
  }

  private Optional<Integer> representative(int id, Candidate other) {
    Entity entity = entities.get(id);
    if (entity.type() != EntityType.POLITY || other.parties.containsKey(id)) {
      return Optional.empty();
    }
    List<Integer> persons =
        other.parties.keySet().stream()
            .filter(
                p ->
                    entities.get(p).type() == EntityType.PERSON
                        && Representation.standsFor(entities.get(p), entity))
            .toList();
    return persons.isEmpty() ? Optional.empty() : Optional.of(persons.get(0));
  }

  private static boolean dates(Candidate a, Candidate b) {
    return a.date.isEmpty() || b.date.isEmpty() || a.date.get().overlaps(b.date.get());
  }

  private boolean places(Candidate a, Candidate b) {
    if (a.places.isEmpty() || b.places.isEmpty()) {
      return true;
    }
    if (a.kind == Kind.VISIT && b.kind == Kind.VISIT) {
      // two stops in one country are two visits
      return b.places.contains(a.places.iterator().next())
          || a.places.contains(b.places.iterator().next());
    }
    for (int p : a.places) {
      if (b.places.contains(p)) {
        return true;
      }
    }
    boolean sameDay = a.date.isPresent() && a.date.equals(b.date);
    boolean containing = isState(a.places) != isState(b.places);
    return a.kind != Kind.VISIT && b.kind != Kind.VISIT && (sameDay || containing);
  }

  private boolean isState(Set<Integer> places) {
    return places.stream().allMatch(p -> entities.get(p).type() == EntityType.POLITY);
  }

  /** The event at which "the talks" or "their meeting" points: the last one told before it. */
  private Candidate antecedent(List<Candidate> events, Candidate c) {
    Candidate best = null;
    for (Candidate e : events) {
      if (e.sentence > c.sentence || c.sentence - e.sentence > 6 && best != null) {
        continue;
      }
      if (fits(e, c)) {
        best = e;
      }
    }
    return best;
  }

  private boolean fits(Candidate e, Candidate c) {
    return (kinds(e.kind, c.kind)
            || e.kind == Kind.CALL && c.kind == Kind.MEETING && c.places.isEmpty())
        && e.kind != Kind.VISIT
        && e.parties.keySet().containsAll(represented(c, e))
        && dates(e, c)
        && (e.status == c.status
            || c.background
            || e.status == Status.HELD && c.status == Status.PLANNED && !c.date.isPresent()
            || e.status == Status.PLANNED
                && (c.status == Status.CANCELLED || c.status == Status.HELD && c.date.isEmpty())
            || e.status == Status.PROPOSED && c.status == Status.PLANNED);
  }

  /** The gathering of which "X opened the summit" tells: the last one told before it. */
  private Candidate gathering(List<Candidate> events, Candidate c) {
    Candidate best = null;
    for (Candidate e : events) {
      boolean round = e.kind == Kind.TALKS && c.kind == Kind.CONFERENCE;
      boolean possible =
          c.status == e.status
              || c.status == Status.DENIED
              || c.status == Status.PROPOSED
              || e.status == Status.HELD
                  && (c.date.isEmpty() || e.date.isEmpty() && c.status != Status.PLANNED)
              || e.status == Status.PLANNED && c.status != Status.PROPOSED;
      if ((e.kind.isGathering() || round)
          && possible
          && dates(e, c)
          && places(e, c)
          && bodies(e).containsAll(bodies(c))) {
        best = e;
      }
    }
    return best;
  }

  private Set<Integer> bodies(Candidate c) {
    Set<Integer> bodies = new HashSet<>(c.parties.keySet());
    bodies.removeIf(e -> entities.get(e).type() != EntityType.ORGANIZATION);
    return bodies;
  }

  /** Adds who is said to be at a gathering, or not to be; who may come is neither. */
  private void attend(Candidate gathering, Candidate c) {
    if (c.status == Status.DENIED) {
      c.parties.keySet().stream()
          .filter(e -> !gathering.parties.containsKey(e))
          .forEach(gathering.absentees::add);
      c.evidence.forEach(gathering::addEvidence);
    } else if (c.status != Status.PROPOSED || gathering.status == Status.PROPOSED) {
      join(gathering, c);
    }
  }

  private void join(Candidate into, Candidate c) {
    into.parties.keySet().removeIf(id -> representative(id, c).isPresent());
    c.parties.forEach(
        (id, role) -> {
          if (representative(id, into).isEmpty()) {
            into.add(id, role);
          }
        });
    into.absentees.addAll(c.absentees);
    into.parties.keySet().removeIf(id -> into.absentees.contains(id) && into.parties.size() > 2);
    if (into.status == Status.PLANNED && c.status == Status.CANCELLED
        || into.status == Status.PROPOSED && c.status == Status.PLANNED) {
      into.status = c.status;
    } else if (into.status == Status.PLANNED && c.status == Status.HELD && !c.anaphoric) {
      into.status = Status.HELD;
    }
    if (into.kind == Kind.TALKS && c.kind == Kind.MEETING
        || c.kind == Kind.SUMMIT && into.kind == Kind.MEETING && !c.anaphoric) {
      into.kind = c.kind;
    }
    if (narrower(c.date, into.date)) {
      into.date = c.date;
      into.dateText = c.dateText;
    }
    into.places.addAll(c.places);
    if (into.duration.isEmpty()) {
      into.duration = c.duration;
    }
    into.topics.addAll(c.topics);
    c.formats.forEach(into.formats::putIfAbsent);
    c.evidence.forEach(into::addEvidence);
    into.accounts.addAll(c.accounts);
    into.confidence = Math.min(0.98, 1 - (1 - into.confidence) * (1 - c.confidence * 0.5));
  }

  private static boolean narrower(Optional<DateBounds> a, Optional<DateBounds> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent();
    }
    return a.get().earliest().until(a.get().latest()).toTotalMonths() * 31
            + a.get().earliest().until(a.get().latest()).getDays()
        < b.get().earliest().until(b.get().latest()).toTotalMonths() * 31
            + b.get().earliest().until(b.get().latest()).getDays();
  }

  /** Joins events that became one through what was learnt later. */
  private void collapse(List<Candidate> events) {
    for (int i = 0; i < events.size(); i++) {
      for (int j = events.size() - 1; j > i; j--) {
        if (same(events.get(i), events.get(j))) {
          join(events.get(i), events.remove(j));
        }
      }
    }
  }
}
