package org.entente.rdf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of the program that read documents.
 *
 * @param started when it began
 * @param ended when it ended
 * @param version version of the program
 * @param configuration how it was asked to read: options to values
 * @param knowledge the models and other files that it read with: names to their SHA-256
 * @param documents identifiers of the documents that it read
 */
public record Run(
    Instant started,
    Instant ended,
    String version,
    Map<String, String> configuration,
    Map<String, String> knowledge,
    List<String> documents) {
  /** Copies the maps and the list. */
  public Run {
    configuration = new TreeMap<>(configuration);
    knowledge = new TreeMap<>(knowledge);
    documents = List.copyOf(documents);
  }
}
