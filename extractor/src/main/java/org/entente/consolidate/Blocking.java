package org.entente.consolidate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.annotation.DateBounds;

/**
 * By what an account finds the events that it may tell of: two participants and days near its own,
 * alone or with a place or a word of the topic. What is not found so is never compared. Not
 * thread-safe.
 */
public final class Blocking {
  /** Stands for the day of an event of which no day is known. */
  static final long UNDATED = Long.MAX_VALUE;

  /** Participants beyond these, in the document's order, do not take part in blocking. */
  private static final int PARTIES = 6;

  private static final long MARGIN = Comparison.NARROW + 2L;

  private final Containment containment;
  private final TopicWords topicWords;

  /** Makes what tells {@link #windows}. */
  public Blocking() {
    // Where a place lies makes more keys, and no wider windows.
    this(new Containment(Map.of()), new TopicWords());
  }

  Blocking(Containment containment, TopicWords topicWords) {
    this.containment = containment;
    this.topicWords = topicWords;
  }

  /**
   * Days within which an account finds events of two participants, and is found.
   *
   * @param pair key of the two, or of the one where there is one alone
   * @param from first day, counted from 1970-01-01
   * @param to last day
   */
  public record Window(String pair, long from, long to) {}

  /** What an account looks up; without a last day, events of all days are meant. */
  record Search(String pair, String key, long from, long to) {}

  /**
   * Returns when and with whom an account may be one with others: where two accounts have no pair
   * in common whose windows overlap, nor others between them have, what becomes of one does not
   * depend on the other.
   */
  public List<Window> windows(Account account) {
    long day = day(account.date(), account);
    Map<String, Window> windows = new LinkedHashMap<>();
    boolean ever = day == UNDATED;
    for (String pair : pairs(account)) {
      windows.put(pair, new Window(pair, ever ? Long.MIN_VALUE : day, ever ? Long.MAX_VALUE : day));
    }
    for (Search search : searches(account)) {
      windows.computeIfPresent(
          search.pair(),
          (pair, known) ->
              new Window(
                  pair, Math.min(known.from(), search.from()), Math.max(known.to(), search.to())));
    }
    return List.copyOf(windows.values());
  }

  /** Returns what an account looks up, in the order in which it does. */
  List<Search> searches(Account account) {
    List<Search> searches = new ArrayList<>();
    for (String pair : pairs(account)) {
      for (Account.Venue venue : account.places()) {
        for (String place : containment.upward(venue.place())) {
          within(account, Comparison.RECALLED + MARGIN, Comparison.AHEAD + MARGIN, true)
              .ifPresent(
                  days -> searches.add(new Search(pair, pair + '@' + place, days.from, days.to)));
        }
      }
      boolean wide =
          account.date().isPresent() && Comparison.days(account.date().get()) > Comparison.NARROW;
      if (!wide) {
        within(account, Comparison.SOON + MARGIN, Comparison.SOON + MARGIN, false)
            .ifPresent(days -> searches.add(new Search(pair, pair, days.from, days.to)));
      }
      for (String word : topicWords.of(account.topics())) {
        within(account, Comparison.SOON + MARGIN, Comparison.YEAR + MARGIN, false)
            .ifPresent(
                days -> searches.add(new Search(pair, pair + '#' + word, days.from, days.to)));
      }
    }
    return searches;
  }

  private record Days(long from, long to) {}

  /** Returns the days around the account's own, or else around its publication's. */
  private static Optional<Days> within(Account account, long before, long after, boolean ever) {
    if (account.date().isPresent()) {
      DateBounds date = account.date().get();
      return Optional.of(
          new Days(date.earliest().toEpochDay() - MARGIN, date.latest().toEpochDay() + MARGIN));
    }
    if (account.published().isPresent()) {
      long day = account.published().get().toEpochDay();
      return Optional.of(new Days(day - before, day + after));
    }
    return ever ? Optional.of(new Days(Long.MIN_VALUE, UNDATED)) : Optional.empty();
  }

  /** Returns what an event is found by that has an account. */
  List<String> keys(Account account) {
    List<String> keys = new ArrayList<>();
    for (String pair : pairs(account)) {
      Consumer<String> more = end -> keys.add(pair + end);
      more.accept("");
      account
          .places()
          .forEach(v -> containment.upward(v.place()).forEach(p -> more.accept('@' + p)));
      topicWords.of(account.topics()).forEach(word -> more.accept('#' + word));
    }
    return keys;
  }

  /** Returns the day under which an event of those days is found by what an account tells of it. */
  static long day(Optional<DateBounds> event, Account account) {
    return event
        .map(DateBounds::latest)
        .or(account::published)
        .map(day -> day.toEpochDay())
        .orElse(UNDATED);
  }

  private static List<String> pairs(Account account) {
    List<String> agents =
        account.parties().stream().map(Account.Party::agent).limit(PARTIES).sorted().toList();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < agents.size(); i++) {
      for (int j = i + 1; j < agents.size(); j++) {
        pairs.add(agents.get(i) + ' ' + agents.get(j));
      }
    }
    return agents.size() == 1 ? agents : pairs;
  }
}
