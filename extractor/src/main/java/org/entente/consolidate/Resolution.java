package org.entente.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * The rules by which one event is told from accounts that differ.
 *
 * <ul>
 *   <li>Status: held, where the documents that say held are at least as many as those that say
 *       cancelled or denied on the same day or later. Otherwise the latest publication decides, and
 *       of one day cancelled goes before denied, denied before planned. A proposal never takes back
 *       a plan.
 *   <li>Participants: those of the accounts with the resolved status, so that who was only expected
 *       is no participant of what took place. Of differing roles the mediator goes before the host,
 *       the host before the guest.
 *   <li>Place, date: from the accounts with the resolved status, and where these give none from
 *       all. The place that lies inside the most others; the days that all dated accounts share, or
 *       else those that most documents give, the narrower ones on a tie.
 *   <li>Formats, outcomes: all of the accounts with the resolved status, but for outcomes that
 *       contradict each other.
 * </ul>
 */
final class Resolution {
  private static final Comparator<Account> BY_TIME =
      Comparator.<Account, LocalDate>comparing(a -> a.published().orElse(LocalDate.MAX))
          .thenComparing(Account::id);

  private final Containment containment;

  Resolution(Containment containment) {
    this.containment = containment;
  }

  ConsolidatedEvent resolve(Cluster cluster) {
    List<Account> accounts = new ArrayList<>(cluster.accounts);
    accounts.sort(BY_TIME);
    Status status = status(accounts);
    List<Account> decisive = accounts.stream().filter(a -> a.status() == status).toList();
    List<Account.Party> parties = parties(decisive);
    Set<String> present = new HashSet<>();
    parties.forEach(p -> present.add(p.agent()));
    List<String> places = places(accounts);
    List<String> decisivePlaces = places(decisive);
    List<Account> byId = new ArrayList<>(accounts);
    byId.sort(Comparator.comparing(Account::id));
    return new ConsolidatedEvent(
        accounts.get(0).id(),
        kind(decisive),
        status,
        parties,
        accounts.stream()
            .flatMap(a -> a.absentees().stream())
            .filter(a -> !present.contains(a))
            .distinct()
            .sorted()
            .toList(),
        decisivePlaces.isEmpty() ? places.stream().findFirst() : Optional.of(decisivePlaces.get(0)),
        places,
        date(decisive).or(() -> date(accounts)),
        mostFrequent(decisive.stream().flatMap(a -> a.duration().stream()).toList()),
        topics(accounts),
        decisive.stream().flatMap(a -> a.formats().stream()).distinct().sorted().toList(),
        outcomes(decisive),
        Sources.independent(accounts).size(),
        confidence(decisive),
        byId,
        cluster.joins,
        List.copyOf(cluster.decisions),
        Optional.empty());
  }

  private static Status status(List<Account> byTime) {
    List<Account> held = byTime.stream().filter(a -> a.status() == Status.HELD).toList();
    if (!held.isEmpty()) {
      LocalDate first = held.get(0).published().orElse(LocalDate.MIN);
      long against =
          byTime.stream()
              .filter(a -> a.status() == Status.CANCELLED || a.status() == Status.DENIED)
              .filter(a -> !a.published().orElse(LocalDate.MIN).isBefore(first))
              .count();
      if (held.size() >= against) {
        return Status.HELD;
      }
    }
    List<Status> strength =
        List.of(Status.PROPOSED, Status.PLANNED, Status.DENIED, Status.CANCELLED);
    return byTime.stream()
        .filter(a -> a.status() != Status.HELD)
        .max(
            Comparator.<Account, Boolean>comparing(a -> a.status() != Status.PROPOSED)
                .thenComparing(a -> a.published().orElse(LocalDate.MIN))
                .thenComparing(a -> strength.indexOf(a.status())))
        .map(Account::status)
        .orElse(Status.HELD);
  }

  private static Kind kind(List<Account> accounts) {
    // Order of preference on a tie: what is said less often by default goes first.
    List<Kind> specific =
        List.of(Kind.SUMMIT, Kind.TALKS, Kind.CALL, Kind.CONFERENCE, Kind.MEETING, Kind.VISIT);
    Map<Kind, Integer> counts = new TreeMap<>(Comparator.comparing(specific::indexOf));
    accounts.forEach(a -> counts.merge(a.kind(), 1, Integer::sum));
    int most = counts.values().stream().max(Integer::compare).orElseThrow();
    return counts.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static List<Account.Party> parties(List<Account> accounts) {
    Map<String, List<Account.Party>> byAgent = new LinkedHashMap<>();
    Map<String, Integer> positions = new HashMap<>();
    for (Account account : accounts) {
      int position = 0;
      for (Account.Party party : account.parties()) {
        byAgent.computeIfAbsent(party.agent(), k -> new ArrayList<>()).add(party);
        positions.merge(party.agent(), position++, Integer::sum);
      }
    }
    List<Account.Party> parties = new ArrayList<>();
    for (List<Account.Party> same : byAgent.values()) {
      Account.Party first = same.get(0);
      parties.add(
          new Account.Party(
              first.agent(),
              first.type(),
              same.stream()
                  .map(Account.Party::role)
                  .max(Comparator.comparing(Resolution::weight))
                  .orElse(Role.PARTICIPANT),
              mostFrequent(nonEmpty(same.stream().map(Account.Party::office).toList())).orElse(""),
              mostFrequent(nonEmpty(same.stream().map(Account.Party::represents).toList()))
                  .orElse("")));
    }
    parties.sort(
        Comparator.<Account.Party>comparingInt(p -> -byAgent.get(p.agent()).size())
            .thenComparingInt(p -> positions.get(p.agent()))
            .thenComparing(Account.Party::agent));
    return parties;
  }

  private static int weight(Role role) {
    return switch (role) {
      case MEDIATOR -> 3;
      case HOST -> 2;
      case GUEST -> 1;
      case PARTICIPANT -> 0;
    };
  }

  private static List<String> nonEmpty(List<String> values) {
    return values.stream().filter(v -> !v.isEmpty()).toList();
  }

  /** Returns the value given most often, the first of several; empty for an empty list. */
  private static <T> Optional<T> mostFrequent(List<T> values) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    values.forEach(v -> counts.merge(v, 1, Integer::sum));
    T best = null;
    for (Map.Entry<T, Integer> e : counts.entrySet()) {
      if (best == null || e.getValue() > counts.get(best)) {
        best = e.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private List<String> places(List<Account> accounts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Account account : accounts) {
      account.places().forEach(v -> counts.merge(v.place(), 1, Integer::sum));
    }
    List<String> places = new ArrayList<>(counts.keySet());
    places.sort(
        Comparator.<String>comparingInt(p -> -containment.depth(p))
            .thenComparingInt(p -> -counts.get(p))
            .thenComparing(p -> p));
    return places;
  }

  private static Optional<DateBounds> date(List<Account> accounts) {
    List<DateBounds> dates = accounts.stream().flatMap(a -> a.date().stream()).toList();
    Optional<DateBounds> shared = dates.stream().findFirst();
    for (DateBounds bounds : dates) {
      shared = shared.filter(bounds::overlaps).map(s -> Cluster.meet(s, bounds));
    }
    if (shared.isPresent()) {
      return shared;
    }
    Map<DateBounds, Integer> counts = new LinkedHashMap<>();
    dates.forEach(d -> counts.merge(d, 1, Integer::sum));
    return dates.stream()
        .min(
            Comparator.<DateBounds>comparingInt(d -> -counts.get(d))
                .thenComparingLong(Comparison::days)
                .thenComparing(DateBounds::earliest));
  }

  private static List<String> topics(List<Account> accounts) {
    Map<String, Integer> counts = new TreeMap<>();
    accounts.forEach(
        a -> a.topics().stream().distinct().forEach(t -> counts.merge(t, 1, Integer::sum)));
    List<String> topics = new ArrayList<>(counts.keySet());
    topics.sort(Comparator.<String>comparingInt(t -> -counts.get(t)).thenComparing(t -> t));
    return topics;
  }

  private static List<Outcome> outcomes(List<Account> accounts) {
    List<Outcome> all =
        accounts.stream().flatMap(a -> a.outcomes().stream()).distinct().sorted().toList();
    return all.stream().filter(o -> all.stream().noneMatch(o::contradicts)).toList();
  }

  private static double confidence(List<Account> accounts) {
    double wrong = 1;
    for (List<Account> source : Sources.independent(accounts)) {
      double surest = source.stream().mapToDouble(Account::confidence).max().orElse(0);
      wrong *= 1 - Math.min(1, Math.max(0, surest));
    }
    return 1 - wrong;
  }
}
