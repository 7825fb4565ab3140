package org.entente.evaluate;

import java.util.List;

/**
 * A participant or absentee, as it is compared.
 *
 * @param name its name
 * @param labels more names that it is known by; only those of the system's side are compared
 * @param qid its Wikidata identifier such as "Q7747", or empty
 * @param type "person", "organization" or "country", or empty where it is not told
 */
public record ScoredAgent(String name, List<String> labels, String qid, String type) {
  /** Copies the labels. */
  public ScoredAgent {
    labels = List.copyOf(labels);
  }

  /** Makes an agent whose type is not told. */
  public ScoredAgent(String name, List<String> labels, String qid) {
    this(name, labels, qid, "");
  }
}
