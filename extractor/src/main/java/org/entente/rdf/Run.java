package org.entente.rdf;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of the program that reads documents, as far as it is known before its work begins.
 *
 * @param started when it began
 * @param version version of the program
 * @param configuration how it was asked to read: options to values
 * @param knowledge the models and other files that it read with: names to their SHA-256
 */
public record Run(
    Instant started,
    String version,
    Map<String, String> configuration,
    Map<String, String> knowledge) {
  /** Copies the maps. */
  public Run {
    configuration = new TreeMap<>(configuration);
    knowledge = new TreeMap<>(knowledge);
  }
}
