package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.export.EventFilter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which events an export takes; the names are those of {@link EventFilter#parse}. */
final class FilterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Events that can have been on that day, month or year, or later.")
  private void from(String value) {
    values.put("from", value);
  }

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Events that can have been on that day, month or year, or earlier.")
  private void to(String value) {
    values.put("to", value);
  }

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = {
        "Meeting, Talks, Summit, Visit, Call or Conference; several with commas.",
        "Default: all; in networks all but Conference."
      })
  private void kind(String value) {
    values.put("kind", value);
  }

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = {
        "Held, Planned, Proposed, Cancelled or Denied; several with commas.",
        "Default: all; in networks Held."
      })
  private void status(String value) {
    values.put("status", value);
  }

  @Option(
      names = "--country",
      paramLabel = "STATE",
      description = "Events with a party of that state: a name, an IRI or a Wikidata id.")
  private void country(String value) {
    values.put("country", value);
  }

  @Option(
      names = "--min-sources",
      paramLabel = "N",
      description = "Events of which at least that many sources tell.")
  private void minSources(String value) {
    values.put("min-sources", value);
  }

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most that many edges of a network, the strongest first.")
  private void limit(String value) {
    values.put("limit", value);
  }

  /** Tells whether any was given. */
  boolean given() {
    return !values.isEmpty();
  }

  /**
   * Returns the filter.
   *
   * @throws ParameterException if a value cannot be read
   */
  EventFilter filter() {
    try {
      return EventFilter.parse(values);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
