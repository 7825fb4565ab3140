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
  /** Participants beyond these, in the document's order, do not take part in blocking. */
  private static final int BLOCKING_PARTIES = 6;

  private static final long UNDATED = Long.MAX_VALUE;

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
    List<Account> ordered = new ArrayList<>(accounts);
    ordered.sort(ORDER);
    Containment containment = new Containment(ordered);
    TopicWords topicWords = new TopicWords();
    Comparison comparison = new Comparison(containment, topicWords);
    Index index = new Index(containment, topicWords);
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
    return new Sidelines(containment).link(events);
  }

  /** Dated before undated, narrow before wide, held before others, early before late. */
  private static final Comparator<Account> ORDER =
      Comparator.<Account>comparingLong(
              a ->
                  a.date().isPresent()
                      ? Comparison.days(a.date().get())
                      : a.published().isPresent() ? UNDATED - 1 : UNDATED)
          .thenComparing(a -> a.status() == Status.HELD ? 0 : 1)
          .thenComparing(Account::status)
          .thenComparing(a -> a.date().map(DateBounds::earliest).orElse(LocalDate.MIN))
          .thenComparing(a -> a.published().orElse(LocalDate.MAX))
          .thenComparing(Account::id);

  /** Events by two participants, alone and with a place or a topic's word, in order of time. */
  private static final class Index {
    private final Map<String, TreeMap<Long, Set<Cluster>>> events = new HashMap<>();
    private final Containment containment;
    private final TopicWords topicWords;

    Index(Containment containment, TopicWords topicWords) {
      this.containment = containment;
      this.topicWords = topicWords;
    }

    Set<Cluster> candidates(Account account) {
      Set<Cluster> found = new LinkedHashSet<>();
      boolean dated = account.date().isPresent();
      boolean wide = dated && Comparison.days(account.date().get()) > Comparison.NARROW;
      long margin = Comparison.NARROW + 2L;
      for (String pair : pairs(account)) {
        for (Account.Venue venue : account.places()) {
          for (String place : containment.upward(venue.place())) {
            if (dated) {
              collect(
                  found,
                  pair + '@' + place,
                  account.date().get().earliest().toEpochDay() - margin,
                  account.date().get().latest().toEpochDay() + margin);
            } else if (account.published().isPresent()) {
              long day = account.published().get().toEpochDay();
              collect(
                  found,
                  pair + '@' + place,
                  day - Comparison.RECALLED - margin,
                  day + Comparison.AHEAD + margin);
            } else {
              collect(found, pair + '@' + place, Long.MIN_VALUE, UNDATED);
            }
          }
        }
        if (dated && !wide) {
          collect(
              found,
              pair,
              account.date().get().earliest().toEpochDay() - margin,
              account.date().get().latest().toEpochDay() + margin);
        } else if (!dated && account.published().isPresent()) {
          long day = account.published().get().toEpochDay();
          collect(found, pair, day - Comparison.SOON - margin, day + Comparison.SOON + margin);
        }
        for (String word : topicWords.of(account.topics())) {
          if (dated) {
            collect(
                found,
                pair + '#' + word,
                account.date().get().earliest().toEpochDay() - margin,
                account.date().get().latest().toEpochDay() + margin);
          } else if (account.published().isPresent()) {
            long day = account.published().get().toEpochDay();
            collect(
                found,
                pair + '#' + word,
                day - Comparison.SOON - margin,
                day + Comparison.YEAR + margin);
          }
        }
      }
      return found;
    }

    private void collect(Set<Cluster> into, String key, long from, long to) {
      TreeMap<Long, Set<Cluster>> byDay = events.get(key);
      if (byDay != null) {
        byDay.subMap(from, true, to, true).values().forEach(into::addAll);
        if (to != UNDATED) {
          into.addAll(byDay.getOrDefault(UNDATED, Set.of()));
        }
      }
    }

    void add(Cluster cluster, Account account) {
      long day =
          cluster
              .date
              .map(DateBounds::latest)
              .or(account::published)
              .map(LocalDate::toEpochDay)
              .orElse(UNDATED);
      for (String pair : pairs(account)) {
        put(pair, day, cluster);
        for (Account.Venue venue : account.places()) {
          for (String place : containment.upward(venue.place())) {
            put(pair + '@' + place, day, cluster);
          }
        }
        for (String word : topicWords.of(account.topics())) {
          put(pair + '#' + word, day, cluster);
        }
      }
    }

    private void put(String key, long day, Cluster cluster) {
      events
          .computeIfAbsent(key, k -> new TreeMap<>())
          .computeIfAbsent(day, d -> new LinkedHashSet<>())
          .add(cluster);
    }

    private static List<String> pairs(Account account) {
      List<String> agents =
          account.parties().stream()
              .map(Account.Party::agent)
              .limit(BLOCKING_PARTIES)
              .sorted()
              .toList();
      List<String> pairs = new ArrayList<>();
      for (int i = 0; i < agents.size(); i++) {
        for (int j = i + 1; j < agents.size(); j++) {
          pairs.add(agents.get(i) + ' ' + agents.get(j));
        }
      }
      return agents.size() == 1 ? agents : pairs;
    }
  }
}
