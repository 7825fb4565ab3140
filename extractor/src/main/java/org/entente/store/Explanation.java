package org.entente.store;

import java.util.List;

/**
 * Why the graph holds an event.
 *
 * @param event its IRI
 * @param label its label
 * @param support its reports, by publication
 * @param corrections the decisions of a person that joined its reports or kept others from them
 * @param triples the triples that tell it, as lines of Turtle in order, with the prefixes {@code
 *     dip}, {@code rdfs} and {@code xsd} and IRIs from the base of the store
 */
public record Explanation(
    String event,
    String label,
    List<Support> support,
    List<String> corrections,
    List<String> triples) {
  /** Copies the lists. */
  public Explanation {
    support = List.copyOf(support);
    corrections = List.copyOf(corrections);
    triples = List.copyOf(triples);
  }

  /**
   * A report of the event.
   *
   * @param report its IRI
   * @param label its label
   * @param document identifier of its document
   * @param title title of the document, or empty
   * @param published day of the document, or empty
   * @param rule the rule or model that read it
   * @param confidence its confidence
   * @param judgement what spoke for and against it when a model judged it, or empty
   * @param derivation how it was read, step by step
   * @param sentences the sentences that say so
   * @param joined why it was joined to the event; empty for the first
   * @param reference how a file of corrections names it, besides its document
   * @param corrections the decisions of a person on what it says
   */
  public record Support(
      String report,
      String label,
      String document,
      String title,
      String published,
      String rule,
      double confidence,
      String judgement,
      List<String> derivation,
      List<Evidence> sentences,
      String joined,
      String reference,
      List<String> corrections) {
    /** Copies the lists. */
    public Support {
      derivation = List.copyOf(derivation);
      sentences = List.copyOf(sentences);
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * A sentence of the document.
   *
   * @param begin index of its first character in the document's text
   * @param end index after its last character
   * @param text its words
   */
  public record Evidence(int begin, int end, String text) {}
}
