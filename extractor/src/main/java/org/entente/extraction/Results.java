package org.entente.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Gives the results that sentences tell to the events of a document. */
final class Results {
  /** How many sentences after an event may still tell its result. */
  private static final int AHEAD = 2;

  /** An event without a date that is told as held is so many days old at most. */
  private static final int DAYS_OF_STORY = 8;

  private final List<Entity> entities;
  private final Optional<LocalDate> published;

  /**
   * Makes one for a document.
   *
   * @param entities its entities
   * @param published its day of publication
   */
  Results(List<Entity> entities, Optional<LocalDate> published) {
    this.entities = entities;
    this.published = published;
  }

  /** Adds each result to the one event that it can be of. */
  void give(List<Candidate> events, List<Result> results) {
    for (Result result : results) {
      List<Candidate> held =
          events.stream()
              .filter(e -> e.status == Status.HELD && e.kind != Kind.VISIT)
              .filter(e -> sameTime(e, result))
              .toList();
      Candidate event =
          result.eventChunk() >= 0
              ? told(held, result)
              : result.parties().isEmpty()
                  ? only(held.stream().filter(e -> near(e, result, 0)).toList())
                  : ofParties(held, result);
      if (event != null
          && event.outcomes.keySet().stream().noneMatch(o -> o.contradicts(result.outcome()))) {
        event.outcomes.putIfAbsent(result.outcome(), result.words());
      }
    }
  }

  /** Whether the days of a result, where it has any, may be those of an event. */
  private boolean sameTime(Candidate event, Result result) {
    Optional<DateBounds> days =
        event.date.isPresent()
            ? event.date
            : published.map(p -> new DateBounds(p.minusDays(DAYS_OF_STORY), p));
    return result.date().isEmpty() || days.isEmpty() || result.date().get().overlaps(days.get());
  }

  /** The event of which the noun is an account, or the only one told shortly before it. */
  private static Candidate told(List<Candidate> held, Result result) {
    for (Candidate event : held) {
      for (Candidate account : event.accounts) {
        if (account.sentence == result.sentence() && account.triggerChunk == result.eventChunk()) {
          return event;
        }
      }
    }
    return only(held.stream().filter(e -> near(e, result, 0)).toList());
  }

  private Candidate ofParties(List<Candidate> held, Result result) {
    List<Candidate> fitting = held.stream().filter(e -> isOf(e, result.parties())).toList();
    Candidate same =
        only(fitting.stream().filter(e -> e.sentences().contains(result.sentence())).toList());
    return same != null ? same : only(fitting.stream().filter(e -> near(e, result, 1)).toList());
  }

  /** Whether a result stands at least so many sentences, and not too many, after an event. */
  private static boolean near(Candidate event, Result result, int least) {
    int after = result.sentence() - event.sentences().last();
    return after >= least && after <= AHEAD;
  }

  private static Candidate only(List<Candidate> events) {
    return events.size() == 1 ? events.get(0) : null;
  }

  /** Whether the agents are parties of an event, or the states for which its parties stand. */
  private boolean isOf(Candidate event, Set<Integer> agents) {
    Set<Entity> parties =
        event.parties.keySet().stream().map(entities::get).collect(Collectors.toSet());
    return agents.stream()
        .map(entities::get)
        .allMatch(
            agent ->
                parties.contains(agent)
                    || parties.stream()
                        .anyMatch(
                            p ->
                                Representation.standsFor(p, agent)
                                    || Representation.standsFor(agent, p)));
  }
}
