package org.entente.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Span;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Leaves out the visits that another event of the document tells: the meeting for which somebody
 * travelled, or, for a part of the world, the visits to its states.
 */
final class VisitCoverage {
  /** How many sentences apart a visit and a meeting without a place may be told. */
  private static final int NEAR = 1;

  /** How many days after somebody left the event may be for which he did. */
  private static final int DAYS_UNDER_WAY = 3;

  private final Lexicon lexicon;
  private final List<Entity> entities;
  private final List<Span> sentences;

  VisitCoverage(Lexicon lexicon, List<Entity> entities, List<Span> sentences) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.sentences = sentences;
  }

  /**
   * Removes visits that other events cover; a meeting told in the same sentence takes over the
   * place.
   *
   * @param events all events of the document
   * @param may whether one of them may cover a visit
   */
  void apply(List<Candidate> events, Predicate<Candidate> may) {
    for (Candidate talks : List.copyOf(events)) {
      if (talks.hosted && events.stream().anyMatch(e -> may.test(e) && tells(e, talks))) {
        events.removeIf(e -> e == talks || isWayTo(e, talks));
      }
    }
    for (Candidate visit : new ArrayList<>(events)) {
      if (visit.kind != Kind.VISIT) {
        continue;
      }
      boolean oneStop = events.stream().filter(e -> stops(e, visit)).count() == 1;
      Optional<Candidate> cover =
          events.stream()
              .filter(e -> e != visit && may.test(e) && covers(e, visit, oneStop))
              .findFirst();
      if (cover.isPresent()) {
        events.removeIf(e -> e == visit);
        if (visit.status == Status.CANCELLED && cover.get().status == Status.PLANNED) {
          cover.get().status = Status.CANCELLED; // "called off a trip to Oslo to meet her"
        }
        events.stream()
            .filter(e -> e == cover.get() || isRegion(visit.places))
            .filter(e -> may.test(e) && covers(e, visit, oneStop))
            .forEach(e -> dateBy(visit, e));
        if (cover.get().kind == Kind.VISIT) {
          visit.evidence.forEach(cover.get()::addEvidence); // both sentences tell of one journey
        }
      }
    }
  }

  /** "will go to Peru in May. She will meet X in Lima": the days of the journey. */
  private void dateBy(Candidate visit, Candidate event) {
    boolean oneDay = visit.date.filter(DateBounds::isDay).isPresent();
    boolean first =
        visit.edge == Edge.END
            || visit.underway && event.status == Status.PLANNED
            || isRegion(visit.places); // the day of one stop, or of the start
    if (event.date.isEmpty()
        && visit.date.isPresent()
        && event.status == visit.status
        && !(oneDay && first)) {
      event.date = visit.date;
      event.dateText = visit.dateText;
      event.ofJourney = true;
      if (event.places.isEmpty() && !event.earlier) {
        event.places.addAll(visit.places);
      }
    }
  }

  /** Whether a visit is that for which the talks were told. */
  private static boolean isWayTo(Candidate visit, Candidate talks) {
    return visit.kind == Kind.VISIT
        && visit.sentence == talks.sentence
        && visitors(visit).equals(visitors(talks))
        && !Collections.disjoint(visit.places, talks.places);
  }

  /** Whether an event is the talks with the state visited, with somebody who acts for it. */
  private boolean tells(Candidate e, Candidate talks) {
    return e != talks
        && !e.hosted
        && e.kind != Kind.CALL
        && e.kind != Kind.VISIT
        && (e.status == Status.HELD || e.status == Status.PLANNED)
        && e.parties.keySet().containsAll(visitors(talks))
        && talks.parties.keySet().stream()
            .filter(p -> talks.parties.get(p) == Role.HOST)
            .anyMatch(
                host ->
                    e.parties.keySet().stream()
                            .anyMatch(
                                p ->
                                    p.equals(host)
                                        || Representation.standsFor(
                                            entities.get(p), entities.get(host)))
                        || e.places.contains(host))
        && dates(e, talks);
  }

  /** Whether two visits are stops of one list, or one and the same. */
  private static boolean stops(Candidate e, Candidate visit) {
    return e.kind == Kind.VISIT && e.sentence == visit.sentence && e.trigger == visit.trigger;
  }

  private boolean covers(Candidate e, Candidate visit, boolean oneStop) {
    boolean stayedAway = visit.status == Status.CANCELLED && e.kind.isGathering();
    if (e.kind == Kind.CALL || stayedAway || !e.parties.keySet().containsAll(visitors(visit))) {
      return false;
    }
    boolean there = !Collections.disjoint(e.places, visit.places) || isIn(e.places, visit.places);
    if (isRegion(visit.places)) {
      return !e.places.isEmpty() && (e.status == visit.status || e.kind == Kind.VISIT);
    }
    if (visit.remark && there) {
      return true;
    }
    if (e.kind == Kind.VISIT) {
      return oneStop && arrives(e, visit);
    }
    if (!dates(e, visit)) {
      return false;
    }
    boolean oneStep = !Collections.disjoint(e.evidence, visit.evidence);
    boolean purpose = visit.status == Status.HELD && e.status == Status.PLANNED && oneStep;
    if (e.status != visit.status && !purpose && !(oneStep && there)) {
      return false;
    }
    if (there) {
      return true;
    }
    if (oneStop && isState(e.places) && isIn(visit.places, e.places)) {
      return true; // "arrives in Oslo today. During his stay in Norway he will meet"
    }
    if (visit.aside && oneStep) {
      return false; // "met X before leaving for Oslo"
    }
    if (e.places.isEmpty() && oneStep) {
      if (!e.earlier) { // "returned to Oslo after talks" with somebody elsewhere
        e.places.addAll(visit.places);
      }
      return true;
    }
    boolean near = oneStep || distance(e, visit) <= NEAR;
    boolean inState =
        isState(visit.places)
            && !e.earlier
            && !e.places.isEmpty()
            && !isState(e.places)
            && !isRegion(e.places);
    return near && oneStop && (inState || e.places.isEmpty());
  }

  /**
   * "will visit China this week. He arrives in Beijing on Tuesday": where in the state it begins.
   */
  private boolean arrives(Candidate city, Candidate state) {
    return isState(state.places)
        && !isState(city.places)
        && !isRegion(city.places)
        && city.status == state.status
        && (city.sentence == state.sentence + 1 || isIn(city.places, state.places))
        && dates(city, state);
  }

  private static Set<Integer> visitors(Candidate visit) {
    return visit.parties.entrySet().stream()
        .filter(p -> p.getValue() != Role.HOST)
        .map(p -> p.getKey())
        .collect(Collectors.toSet());
  }

  private int distance(Candidate a, Candidate b) {
    int least = Integer.MAX_VALUE;
    for (Span x : a.evidence) {
      for (Span y : b.evidence) {
        least = Math.min(least, Math.abs(sentences.indexOf(x) - sentences.indexOf(y)));
      }
    }
    return least;
  }

  private boolean isIn(Set<Integer> places, Set<Integer> around) {
    return places.stream().anyMatch(p -> !Collections.disjoint(entities.get(p).within(), around));
  }

  private boolean isState(Set<Integer> places) {
    return places.stream().allMatch(p -> entities.get(p).type() == EntityType.POLITY);
  }

  private boolean isRegion(Set<Integer> places) {
    return places.stream()
        .allMatch(p -> lexicon.is("region", entities.get(p).name().toLowerCase(Locale.ROOT)));
  }

  /** Whether the event may be on the days of the visit, or right after a departure or arrival. */
  private static boolean dates(Candidate e, Candidate visit) {
    return e.date.isEmpty()
        || visit.date.isEmpty()
        || e.date.get().overlaps(visit.date.get())
        || (visit.underway || visit.hosted)
            && e.date.get().earliest().isAfter(visit.date.get().latest())
            && !e.date.get().earliest().isAfter(visit.date.get().latest().plusDays(DAYS_UNDER_WAY));
  }
}
