package org.entente.consolidate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.annotation.DateBounds;
import org.entente.report.Status;

/**
 * Finds where the accounts of an event contradict each other. A plan that was carried out is no
 * contradiction, nor is a wider place or interval that holds the narrower one.
 *
 * <p>Stateless and thread-safe.
 */
public final class Conflicts {
  /** Creates a finder. */
  public Conflicts() {}

  /** Returns the contradictions of an event, in the order of their aspects. */
  public List<Conflict> of(ConsolidatedEvent event) {
    List<Conflict> conflicts = new ArrayList<>();
    dates(event, conflicts);
    places(event, conflicts);
    durations(event, conflicts);
    statuses(event, conflicts);
    attendance(event, conflicts);
    return conflicts;
  }

  private static void dates(ConsolidatedEvent event, List<Conflict> into) {
    List<DateBounds> bounds =
        event.accounts().stream().flatMap(a -> a.date().stream()).distinct().toList();
    boolean apart =
        bounds.stream().anyMatch(one -> bounds.stream().anyMatch(other -> !one.overlaps(other)));
    if (apart) {
      add(
          into,
          Conflict.Aspect.DATE,
          versions(event, a -> a.date().map(Conflicts::told).stream().toList()));
    }
  }

  private static String told(DateBounds bounds) {
    return bounds.earliest().equals(bounds.latest())
        ? bounds.earliest().toString()
        : bounds.earliest() + " to " + bounds.latest();
  }

  private static void places(ConsolidatedEvent event, List<Conflict> into) {
    Containment containment = Containment.of(event.accounts());
    List<Account> placed = event.accounts().stream().filter(a -> !a.places().isEmpty()).toList();
    boolean apart =
        placed.stream()
            .anyMatch(
                one ->
                    placed.stream().anyMatch(other -> !containment.share(keys(one), keys(other))));
    if (apart) {
      add(
          into,
          Conflict.Aspect.PLACE,
          versions(
              event,
              a ->
                  keys(a).stream().max(Comparator.comparingInt(containment::depth)).stream()
                      .toList()));
    }
  }

  private static List<String> keys(Account account) {
    return account.places().stream().map(Account.Venue::place).toList();
  }

  private static void durations(ConsolidatedEvent event, List<Conflict> into) {
    add(
        into,
        Conflict.Aspect.DURATION,
        versions(event, a -> a.duration().map(Conflicts::told).stream().toList()));
  }

  private static String told(Duration length) {
    List<String> parts = new ArrayList<>();
    part(parts, length.toDays(), "day");
    part(parts, length.toHoursPart(), "hour");
    part(parts, length.toMinutesPart(), "minute");
    part(parts, length.toSecondsPart(), "second");
    return String.join(" ", parts);
  }

  private static void part(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  private static void statuses(ConsolidatedEvent event, List<Conflict> into) {
    Set<Status> against = Set.of(Status.CANCELLED, Status.DENIED);
    LocalDate held =
        event.accounts().stream()
            .filter(a -> a.status() == Status.HELD)
            .map(a -> a.published().orElse(LocalDate.MIN))
            .min(Comparator.naturalOrder())
            .orElse(null);
    boolean contradicted =
        held != null
            && event.accounts().stream()
                .anyMatch(
                    a ->
                        against.contains(a.status())
                            && !a.published().orElse(LocalDate.MAX).isBefore(held));
    if (contradicted) {
      add(
          into,
          Conflict.Aspect.STATUS,
          versions(
              event,
              a ->
                  a.status() == Status.HELD || against.contains(a.status())
                      ? List.of(a.status().name().toLowerCase(Locale.ROOT))
                      : List.of()));
    }
  }

  private static void attendance(ConsolidatedEvent event, List<Conflict> into) {
    Set<String> present = new TreeSet<>();
    event.accounts().forEach(a -> a.parties().forEach(p -> present.add(p.agent())));
    Set<String> disputed = new TreeSet<>();
    event.accounts().forEach(a -> disputed.addAll(a.absentees()));
    disputed.retainAll(present);
    for (String agent : disputed) {
      into.add(
          new Conflict(
              Conflict.Aspect.ATTENDANCE,
              List.of(
                  new Conflict.Version(
                      agent,
                      event.accounts().stream()
                          .filter(a -> a.parties().stream().anyMatch(p -> p.agent().equals(agent)))
                          .toList()),
                  new Conflict.Version(
                      agent,
                      event.accounts().stream()
                          .filter(a -> a.absentees().contains(agent))
                          .toList()))));
    }
  }

  private static List<Conflict.Version> versions(
      ConsolidatedEvent event, Function<Account, List<String>> values) {
    Map<String, List<Account>> told = new TreeMap<>();
    for (Account account : event.accounts()) {
      values
          .apply(account)
          .forEach(value -> told.computeIfAbsent(value, k -> new ArrayList<>()).add(account));
    }
    return told.entrySet().stream()
        .map(e -> new Conflict.Version(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(v -> -v.accounts().size()))
        .toList();
  }

  private static void add(
      List<Conflict> into, Conflict.Aspect aspect, List<Conflict.Version> versions) {
    if (versions.size() > 1) {
      into.add(new Conflict(aspect, versions));
    }
  }
}
