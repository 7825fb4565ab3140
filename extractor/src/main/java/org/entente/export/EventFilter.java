package org.entente.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.query.ParameterType;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Which events are taken out.
 *
 * @param from the first day; an event counts when it can have been on that day or later
 * @param to the last day; an event counts when it can have been on that day or earlier
 * @param kinds its kinds, or empty for the usual ones of the export
 * @param statuses its statuses, or empty for the usual ones of the export
 * @param country a state that takes part itself or is that of a party: a name, an IRI or a Wikidata
 *     id
 * @param minSources the least number of sources that tell of it
 * @param limit how many edges a network may have, the strongest first
 */
public record EventFilter(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Set<Kind> kinds,
    Set<Status> statuses,
    Optional<String> country,
    int minSources,
    int limit) {
  /** The names under which {@link #parse} takes the parts. */
  public static final Set<String> NAMES =
      Set.of("from", "to", "kind", "status", "country", "min-sources", "limit");

  /** The filter that every event passes. */
  public static final EventFilter ALL = parse(Map.of());

  /** Copies the sets. */
  public EventFilter {
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
  }

  /**
   * Reads a filter as users write it.
   *
   * @param values values by name: {@code from} and {@code to} are days, months or years; {@code
   *     kind} and {@code status} are one or more local names of the ontology, separated by commas,
   *     in any case; {@code min-sources} and {@code limit} are whole numbers
   * @throws IllegalArgumentException if a name is unknown or a value cannot be read; the message
   *     says what was expected
   */
  public static EventFilter parse(Map<String, String> values) {
    for (String name : values.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "there is no filter \"" + name + "\"; there are " + sorted(NAMES));
      }
    }
    return new EventFilter(
        day(values, "from", ParameterType.FIRST_DAY),
        day(values, "to", ParameterType.LAST_DAY),
        names(values, "kind", Kind.class, Kind::className),
        names(values, "status", Status.class, Status::conceptName),
        Optional.ofNullable(values.get("country")).map(String::strip).filter(c -> !c.isEmpty()),
        number(values, "min-sources", 1),
        number(values, "limit", Integer.MAX_VALUE));
  }

  /** Returns the same filter with kinds and statuses in the place of those that were not given. */
  EventFilter orElse(Set<Kind> usualKinds, Set<Status> usualStatuses) {
    return new EventFilter(
        from,
        to,
        kinds.isEmpty() ? usualKinds : kinds,
        statuses.isEmpty() ? usualStatuses : statuses,
        country,
        minSources,
        limit);
  }

  /** Returns the same filter with at most that many edges. */
  public EventFilter atMost(int edges) {
    return new EventFilter(from, to, kinds, statuses, country, minSources, Math.min(limit, edges));
  }

  /** Tells whether an event passes, the country left aside. */
  boolean accepts(ExportedEvent event) {
    boolean time =
        from.isEmpty() && to.isEmpty()
            || event.dated()
                && from.map(day -> !event.latest().get().isBefore(day)).orElse(true)
                && to.map(day -> !event.earliest().get().isAfter(day)).orElse(true);
    return time
        && (kinds.isEmpty() || kinds.contains(event.kind()))
        && (statuses.isEmpty() || statuses.contains(event.status()))
        && event.sources() >= minSources;
  }

  /** Returns the filter in words, for the head of a file. */
  public String describe() {
    StringBuilder words = new StringBuilder("events");
    country.ifPresent(c -> words.append(" with a party of ").append(c));
    from.ifPresent(day -> words.append(" from ").append(day));
    to.ifPresent(day -> words.append(" to ").append(day));
    if (!kinds.isEmpty()) {
      words.append("; kinds: ").append(listed(kinds, Kind::className));
    }
    if (!statuses.isEmpty()) {
      words.append("; status: ").append(listed(statuses, Status::conceptName));
    }
    words.append("; sources: at least ").append(minSources);
    return words.toString();
  }

  private static Optional<LocalDate> day(
      Map<String, String> values, String name, ParameterType type) {
    if (!values.containsKey(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(type.parse(values.get(name)).get(0).getLiteralLexicalForm()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static int number(Map<String, String> values, String name, int usual) {
    String value = values.get(name);
    if (value == null) {
      return usual;
    }
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(name + ": it takes a whole number from 1, such as 2");
    }
    return Integer.parseInt(value);
  }

  private static <T extends Enum<T>> Set<T> names(
      Map<String, String> values, String name, Class<T> type, Function<T, String> label) {
    EnumSet<T> found = EnumSet.noneOf(type);
    for (String word : values.getOrDefault(name, "").split(",")) {
      String wanted = word.strip();
      if (!wanted.isEmpty()) {
        found.add(
            Arrays.stream(type.getEnumConstants())
                .filter(t -> label.apply(t).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            name
                                + ": there is no "
                                + wanted
                                + "; there are "
                                + listed(EnumSet.allOf(type), label))));
      }
    }
    return found;
  }

  private static <T extends Enum<T>> String listed(Set<T> set, Function<T, String> label) {
    return set.stream().sorted().map(label).collect(Collectors.joining(", "));
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
  }
}
