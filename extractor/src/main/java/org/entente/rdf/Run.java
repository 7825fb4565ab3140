package org.entente.rdf;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of the program that changes a graph, as far as it is known before its work begins.
 *
 * @param started when it began
 * @param version version of the program
 * @param command what it was asked to do, such as "build" or "corrections apply"
 * @param configuration how it was asked to do so, where not as usual: options to values
 * @param knowledge the models and other files that it did so with: names to their SHA-256
 */
public record Run(
    Instant started,
    String version,
    String command,
    Map<String, String> configuration,
    Map<String, String> knowledge) {
  /** Copies the maps. */
  public Run {
    configuration = new TreeMap<>(configuration);
    knowledge = new TreeMap<>(knowledge);
  }
}
