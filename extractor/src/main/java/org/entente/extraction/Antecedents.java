package org.entente.extraction;

import java.util.List;
import java.util.Optional;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Finds the event at which an account without its parties points: "the talks", "the summit". */
final class Antecedents {
  /** Beyond so many sentences an antecedent is taken only where there is no nearer one. */
  private static final int REACH = 6;

  private final SameEvent same;

  Antecedents(SameEvent same) {
    this.same = same;
  }

  /** The event at which "the talks" or "their meeting" points: the last one told before it. */
  Optional<Candidate> before(List<Candidate> events, Candidate c) {
    Candidate best = null;
    for (Candidate e : events) {
      if (e.sentence > c.sentence || c.sentence - e.sentence > REACH && best != null) {
        continue;
      }
      if (fits(e, c)) {
        best = e;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A lead may point forward: "The meeting ended late. Trump and Putin met in ..." */
  Optional<Candidate> only(List<Candidate> events, Candidate c) {
    List<Candidate> fitting = events.stream().filter(e -> fits(e, c)).toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** "spoke after a meeting on Friday. X and Y attended the meeting": the one told next. */
  Optional<Candidate> next(List<Candidate> events, Candidate c) {
    return events.stream()
        .filter(e -> c.parties.isEmpty() && e.anaphoric && e.sentence == c.sentence + 1)
        .filter(e -> fits(e, c))
        .findFirst();
  }

  private boolean fits(Candidate e, Candidate c) {
    return (SameEvent.kinds(e.kind, c.kind)
            || e.kind == Kind.CALL
                && c.kind == Kind.MEETING
                && c.places.isEmpty()
                && e.status == c.status)
        && e.kind != Kind.VISIT
        && !(c.manySided && !SameEvent.sides(e, c))
        && (same.covers(e, c) || countries(e, c) || joins(c) && same.places(e, c))
        && counts(e, c)
        && same.dates(e, c)
        && (e.status == c.status
            || c.background && !(e.status == Status.PROPOSED && c.status == Status.PLANNED)
            || e.status == Status.HELD && c.status == Status.PLANNED && !c.date.isPresent()
            || e.status == Status.PLANNED
                && (c.status == Status.CANCELLED || c.status == Status.HELD && c.date.isEmpty())
            || e.status == Status.PLANNED
                && c.status == Status.PROPOSED
                && c.parties.isEmpty()
                && c.date.isPresent()
            || e.status == Status.PROPOSED && c.status == Status.PLANNED && !c.background);
  }

  /** "The two countries signed a treaty after the talks": the states of two people who met. */
  private boolean countries(Candidate e, Candidate c) {
    return c.background
        && c.parties.size() == e.parties.size()
        && same.people(e)
        && same.bodies(c).isEmpty()
        && c.parties.keySet().stream().anyMatch(id -> same.representative(id, e).isPresent());
  }

  /** "X chaired the meeting", "Y mediated the talks": who is told to be at an event told before. */
  private static boolean joins(Candidate c) {
    return !c.parties.isEmpty()
        && !c.background
        && c.parties.values().stream().allMatch(r -> r == Role.HOST || r == Role.MEDIATOR);
  }

  /** Whether an event has as many parties as an account counts, and of the same type. */
  private boolean counts(Candidate e, Candidate c) {
    return c.counted.isEmpty()
        || e.parties.size() == c.counted.get().count()
            && (!c.counted.get().people() || same.people(e));
  }

  /**
   * The event whose parties have one more of its kind: the last one told before it, of talks rather
   * talks than a meeting.
   */
  Optional<Candidate> ofSameParties(List<Candidate> events, Candidate c) {
    Candidate best = null;
    for (Candidate e : events) {
      boolean worse = best != null && best.kind == c.kind && e.kind != c.kind;
      if (!worse
          && e.sentence <= c.sentence
          && (c.counted.isPresent() || c.sentence - e.sentence <= REACH)
          && SameEvent.kinds(e.kind, c.kind)
          && e.kind != Kind.VISIT
          && e.parties.size() >= 2
          && e.parties.keySet().containsAll(same.represented(c, e))
          && counts(e, c)) {
        best = e;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The gathering of which "X opened the summit" tells: the last one told before it. */
  Optional<Candidate> gathering(List<Candidate> events, Candidate c) {
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
          && same.dates(e, c)
          && same.places(e, c)
          && same.bodies(e).containsAll(same.namedBodies(c))) {
        best = e;
      }
    }
    return Optional.ofNullable(best);
  }
}
