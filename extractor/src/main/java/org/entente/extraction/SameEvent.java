package org.entente.extraction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Decides whether two accounts of one document tell the same event: kinds, parties, days, places
 * and statuses must go together.
 */
final class SameEvent {
  private final List<Entity> entities;
  private final Optional<LocalDate> published;

  /**
   * Makes one for a document.
   *
   * @param entities its entities by number
   * @param published its day of publication
   */
  SameEvent(List<Entity> entities, Optional<LocalDate> published) {
    this.entities = entities;
    this.published = published;
  }

  /**
   * Returns why two accounts, each with its parties, are one event; empty when they are not.
   *
   * @param a the one told first
   */
  Optional<String> reason(Candidate a, Candidate b) {
    if (b.another && !a.another && !sameDay(a, b)) {
      return Optional.empty(); // "met again"
    }
    if (b.besides && !a.besides && !represented(b, a).equals(b.parties.keySet())) {
      return Optional.empty(); // "also met with other Serbian officials"
    }
    boolean another =
        b.parties.keySet().stream()
            .anyMatch(
                id -> !a.parties.containsKey(id) && entities.get(id).type() == EntityType.PERSON);
    if (b.also && another) {
      return Optional.empty(); // "is also to meet with the king"
    }
    if (a.sentence == b.sentence && (around(a, b) || around(b, a))) {
      return Optional.empty(); // "At the Evian summit, A and B met"
    }
    if (a.status == Status.PROPOSED
        && b.status == Status.PLANNED
        && b.sentence - a.sentence > 1
        && !a.parties.keySet().equals(b.parties.keySet())
        && !b.anaphoric) {
      return Optional.empty(); // what states may do is not what two of their ministers will do
    }
    if (!kinds(a.kind, b.kind) && !form(a, b) && !form(b, a)
        || !sides(a, b)
        || !dates(a, b)
        || !places(a, b)
        || !statuses(a, b)) {
      return Optional.empty();
    }
    return parties(a, b).map(p -> p + "; " + (sameDay(a, b) ? "same day" : "no other day"));
  }

  static boolean kinds(Kind a, Kind b) {
    if (a == b) {
      return true;
    }
    if (a.isGathering() && b.isGathering()) {
      return true;
    }
    Set<Kind> faceToFace = Set.of(Kind.MEETING, Kind.TALKS, Kind.SUMMIT);
    return faceToFace.contains(a) && faceToFace.contains(b);
  }

  /** A conversation of which the other account says that it was a call. */
  private static boolean form(Candidate call, Candidate open) {
    return call.kind == Kind.CALL && open.kind == Kind.MEETING && open.formOpen;
  }

  /** Whether two accounts can have as many sides: a round of six is no meeting of two. */
  static boolean sides(Candidate a, Candidate b) {
    return a.manySided == b.manySided || (a.manySided ? b : a).parties.size() != 2;
  }

  /** A planned event is the held one when it is only its background, or on the same day. */
  private boolean statuses(Candidate a, Candidate b) {
    if (a.status == b.status) {
      return true;
    }
    Set<Status> both = Set.of(a.status, b.status);
    if (both.equals(Set.of(Status.PLANNED, Status.CANCELLED))) {
      return true;
    }
    if (both.equals(Set.of(Status.PLANNED, Status.HELD))) {
      return sameDay(a, b)
          || a.background && a.date.isEmpty()
          || a.near && a.date.isEmpty()
          || b.near && b.date.isEmpty()
          || b.background && b.date.isEmpty()
          || a.status == Status.PLANNED && reached(a, b)
          || b.status == Status.PLANNED && (reached(b, a) || looksBack(a, b));
    }
    if (both.equals(Set.of(Status.PROPOSED, Status.DENIED))) {
      return true; // an offer and its refusal
    }
    return both.equals(Set.of(Status.PLANNED, Status.PROPOSED))
        && (sameDay(a, b) || a.date.isEmpty() || b.date.isEmpty());
  }

  /** "is in Oslo for talks with X. The two met Friday": what a journey was made for, once there. */
  private boolean reached(Candidate purpose, Candidate held) {
    return purpose.purpose
        && purpose.date.isEmpty()
        && held.sentence > purpose.sentence
        && held.parties.keySet().equals(purpose.parties.keySet())
        && published.isPresent()
        && held.date.filter(d -> !d.latest().isBefore(published.get().minusDays(2))).isPresent();
  }

  /** Whether one is the gathering at which the sentence of both says that people met. */
  private static boolean around(Candidate gathering, Candidate within) {
    return gathering.around && within.kind == Kind.MEETING && within.rule.equals("meet");
  }

  /** "The two met Friday. They walked to the palace for their talks": what was told before. */
  private static boolean looksBack(Candidate held, Candidate purpose) {
    return purpose.purpose
        && purpose.anaphoric
        && purpose.date.isEmpty()
        && held.sentence < purpose.sentence;
  }

  private static boolean sameDay(Candidate a, Candidate b) {
    return a.date.isPresent() && a.date.equals(b.date);
  }

  private Optional<String> parties(Candidate a, Candidate b) {
    if (a.kind == Kind.VISIT && b.kind == Kind.VISIT) {
      return visitors(a).equals(visitors(b)) ? Optional.of("same visitors") : Optional.empty();
    }
    Set<Integer> x = represented(a, b);
    Set<Integer> y = represented(b, a);
    if (x.equals(y)) {
      return Optional.of("same parties");
    }
    if (unnamedStates(a, b)) {
      return Optional.of("as many states as people whose states are not told");
    }
    Set<Integer> shared = new HashSet<>(x);
    shared.retainAll(y);
    int smaller = Math.min(x.size(), y.size());
    boolean body =
        a.kind.isGathering()
            && b.kind.isGathering()
            && shared.stream().anyMatch(e -> entities.get(e).type() == EntityType.ORGANIZATION);
    if (body) {
      return bodies(a).equals(bodies(b)) ? Optional.of("same body") : Optional.empty();
    }
    boolean sidelines = a.kind.isGathering() != b.kind.isGathering(); // two who meet at a summit
    return shared.size() == smaller
            && shared.size() >= 2
            && !sidelines
            && !wider(a, b)
            && !wider(b, a)
        ? Optional.of("all parties of one in the other")
        : Optional.empty();
  }

  /**
   * Two people and a round of more states than theirs: "the six-party talks" are not their meeting.
   */
  private boolean wider(Candidate round, Candidate two) {
    return round.parties.size() > two.parties.size()
        && people(two)
        && round.parties.keySet().stream().noneMatch(two.parties::containsKey)
        && round.parties.keySet().stream()
            .allMatch(e -> entities.get(e).type() == EntityType.POLITY);
  }

  private static Set<Integer> visitors(Candidate visit) {
    Set<Integer> visitors = new HashSet<>(visit.parties.keySet());
    visitors.removeIf(p -> visit.parties.get(p) == Role.HOST);
    return visitors;
  }

  /** The parties of a, where a state gives way to the one person of b who stands for it. */
  Set<Integer> represented(Candidate a, Candidate b) {
    Set<Integer> out = new HashSet<>();
    for (int id : a.parties.keySet()) {
      out.add(representative(id, b).orElse(id));
    }
    return out;
  }

  /**
   * Whether an event has the parties of an account, themselves or those who stand for them: "the
   * talks with the Serbian president" after talks with Serbia.
   */
  boolean covers(Candidate event, Candidate account) {
    return account.parties.keySet().stream()
        .allMatch(
            id ->
                event.parties.containsKey(representative(id, event).orElse(id))
                    || event.parties.keySet().stream()
                        .anyMatch(
                            e -> representative(e, account).filter(p -> p == id).isPresent()));
  }

  /** "President A met General B. The two countries signed a treaty after the talks." */
  boolean unnamedStates(Candidate people, Candidate states) {
    Set<Integer> persons = people.parties.keySet();
    Set<Integer> polities = states.parties.keySet();
    return states.anaphoric
        && persons.size() == polities.size()
        && persons.size() > 1
        && polities.stream().allMatch(p -> entities.get(p).type() == EntityType.POLITY)
        && persons.stream()
            .map(entities::get)
            .allMatch(
                e ->
                    e.type() == EntityType.PERSON
                        && (e.represents().isEmpty()
                            || polities.stream()
                                .anyMatch(p -> Representation.standsFor(e, entities.get(p)))));
  }

  /** The person among an event's parties who stands for a state that is no party itself. */
  Optional<Integer> representative(int id, Candidate event) {
    Entity entity = entities.get(id);
    if (entity.type() != EntityType.POLITY || event.parties.containsKey(id)) {
      return Optional.empty();
    }
    return event.parties.keySet().stream()
        .filter(
            p ->
                entities.get(p).type() == EntityType.PERSON
                    && Representation.standsFor(entities.get(p), entity))
        .findFirst();
  }

  /** Whether no party is a person: states and bodies act through people who are not named. */
  boolean delegates(Candidate c) {
    return c.parties.keySet().stream().noneMatch(e -> entities.get(e).type() == EntityType.PERSON);
  }

  /** Whether all parties are people. */
  boolean people(Candidate c) {
    return c.parties.keySet().stream().allMatch(e -> entities.get(e).type() == EntityType.PERSON);
  }

  Set<Integer> bodies(Candidate c) {
    Set<Integer> bodies = new HashSet<>(c.parties.keySet());
    bodies.removeIf(e -> entities.get(e).type() != EntityType.ORGANIZATION);
    return bodies;
  }

  Set<Integer> namedBodies(Candidate c) {
    Set<Integer> bodies = bodies(c);
    bodies.removeIf(e -> !entities.get(e).named());
    return bodies;
  }

  /** Whether two accounts name no different days, and what took place is told of no day to come. */
  boolean dates(Candidate a, Candidate b) {
    return (a.date.isEmpty() || b.date.isEmpty() || a.date.get().overlaps(b.date.get()))
        && !(a.status == Status.HELD && isAhead(b))
        && !(b.status == Status.HELD && isAhead(a));
  }

  private boolean isAhead(Candidate c) {
    return c.date.isPresent() && published.filter(c.date.get().earliest()::isAfter).isPresent();
  }

  boolean places(Candidate a, Candidate b) {
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
    if (a.stop && b.stop && a.sentence == b.sentence && a.trigger == b.trigger) {
      return false; // "met leaders in Ghana and Mali"
    }
    boolean containing =
        isState(a.places) ? !isState(b.places) && in(b.places, a.places) : in(a.places, b.places);
    return a.kind != Kind.VISIT
        && b.kind != Kind.VISIT
        && (sameDay(a, b) || containing || lie(a.places, b.places) || lie(b.places, a.places));
  }

  /** Whether one of the places is known to lie in one of the others: a base in its region. */
  private boolean lie(Set<Integer> places, Set<Integer> around) {
    return places.stream()
        .flatMap(p -> entities.get(p).within().stream())
        .anyMatch(
            w -> around.contains(w) || !Collections.disjoint(entities.get(w).within(), around));
  }

  /** Whether places may lie in states: no other place is known to be around one of them. */
  private boolean in(Set<Integer> places, Set<Integer> states) {
    return isState(states)
        && places.stream()
            .map(p -> entities.get(p).within())
            .allMatch(w -> w.isEmpty() || !Collections.disjoint(w, states));
  }

  private boolean isState(Set<Integer> places) {
    return places.stream().allMatch(p -> entities.get(p).type() == EntityType.POLITY);
  }
}
