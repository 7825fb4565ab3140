package org.entente.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.annotation.DateBounds;
import org.entente.report.Status;

/**
 * Joins the accounts of many documents into events.
 *
 * <p>Accounts are taken in an order of their own (those with the narrowest dates first, so that
 * vague ones find the event that they mean) and each is put to the event that it fits best by the
 * rules of {@link Comparison}, or begins a new one. The order depends on the accounts alone, so the
 * result does not depend on the order in which they are given. Only events that share two
 * participants and lie near in time, or share two participants and a place or a word of the topic,
 * are compared, so that the cost grows in proportion to the accounts.
 *
 * <p>Decisions of a person go before the rules ({@link Constraints}): accounts that are said to be
 * of one event are put to an event all at once, where the one that comes first in the order would
 * be, and none comes to an event that has an account it is said to differ from.
 *
 * <p>Stateless and thread-safe.
 */
public final class Consolidator {
  /** Creates a consolidator. */
  public Consolidator() {}

  /**
   * Joins accounts into events by the rules alone.
   *
   * @param accounts the accounts, in any order, each id once
   * @return the events in the order of their anchors
   */
  public List<ConsolidatedEvent> consolidate(Collection<Account> accounts) {
    return consolidate(accounts, Constraints.NONE);
  }

  /**
   * Joins accounts into events.
   *
   * @param accounts the accounts, in any order, each id once
   * @param constraints what a person decided; free of contradictions
   * @return the events in the order of their anchors
   */
  public List<ConsolidatedEvent> consolidate(
      Collection<Account> accounts, Constraints constraints) {
    Containment containment = Containment.of(accounts);
    return new Sidelines(containment).link(join(accounts, constraints, containment));
  }

  /**
   * Joins accounts into events that are not yet linked to each other ({@link Sidelines}). Accounts
   * can be taken apart by {@link Blocking#windows} and joined group by group: all groups together
   * have the events that all accounts at once have.
   *
   * @param accounts the accounts, in any order, each id once
   * @param constraints what a person decided; free of contradictions
   * @param containment of the places of all accounts, not only of these
   * @return the events in the order of their anchors
   */
  public List<ConsolidatedEvent> join(
      Collection<Account> accounts, Constraints constraints, Containment containment) {
    List<Account> ordered = new ArrayList<>(accounts);
    ordered.sort(ORDER);
    TopicWords topicWords = new TopicWords();
    Comparison comparison = new Comparison(containment, topicWords);
    Index index = new Index(new Blocking(containment, topicWords));
    List<Cluster> clusters = new ArrayList<>();
    for (Units.Unit unit : new Units(ordered, constraints).units()) {
      Cluster best = null;
      Comparison.Fit bestFit = null;
      for (Account account : unit.accounts()) {
        for (Cluster candidate : index.candidates(account)) {
          Optional<Comparison.Fit> fit =
              unit.mayJoin(candidate) ? comparison.compare(account, candidate) : Optional.empty();
          if (fit.isPresent() && (bestFit == null || fit.get().score() > bestFit.score())) {
            best = candidate;
            bestFit = fit.get();
          }
        }
      }
      if (best == null) {
        best = new Cluster(unit.first());
        clusters.add(best);
      } else {
        best.add(unit.first(), bestFit.reason());
      }
      unit.joinRest(best);
      for (Account account : unit.accounts()) {
        index.add(best, account);
      }
    }
    Resolution resolution = new Resolution(containment);
    List<ConsolidatedEvent> events = new ArrayList<>(clusters.size());
    for (Cluster cluster : clusters) {
      events.add(resolution.resolve(cluster));
    }
    events.sort(Comparator.comparing(ConsolidatedEvent::anchor));
    return events;
  }

  /** Dated before undated, narrow before wide, held before others, early before late. */
  private static final Comparator<Account> ORDER =
      Comparator.<Account>comparingLong(
              a ->
                  a.date().isPresent()
                      ? Comparison.days(a.date().get())
                      : a.published().isPresent() ? Blocking.UNDATED - 1 : Blocking.UNDATED)
          .thenComparing(a -> a.status() == Status.HELD ? 0 : 1)
          .thenComparing(Account::status)
          .thenComparing(a -> a.date().map(DateBounds::earliest).orElse(LocalDate.MIN))
          .thenComparing(a -> a.published().orElse(LocalDate.MAX))
          .thenComparing(Account::id);

  /** Events by what they are found by, in order of time. */
  private static final class Index {
    private final Map<String, TreeMap<Long, Set<Cluster>>> events = new HashMap<>();
    private final Blocking blocking;

    Index(Blocking blocking) {
      this.blocking = blocking;
    }

    Set<Cluster> candidates(Account account) {
      Set<Cluster> found = new LinkedHashSet<>();
      for (Blocking.Search search : blocking.searches(account)) {
        TreeMap<Long, Set<Cluster>> byDay = events.get(search.key());
        if (byDay != null) {
          byDay.subMap(search.from(), true, search.to(), true).values().forEach(found::addAll);
          if (search.to() != Blocking.UNDATED) {
            found.addAll(byDay.getOrDefault(Blocking.UNDATED, Set.of()));
          }
        }
      }
      return found;
    }

    void add(Cluster cluster, Account account) {
      long day = Blocking.day(cluster.date, account);
      for (String key : blocking.keys(account)) {
        events
            .computeIfAbsent(key, k -> new TreeMap<>())
            .computeIfAbsent(day, d -> new LinkedHashSet<>())
            .add(cluster);
      }
    }
  }
}
