package org.entente.evaluate;

import java.util.Set;
import org.entente.document.Span;

/**
 * A mention of an entity-linking benchmark.
 *
 * @param span where it stands in the text
 * @param qid its Wikidata identifier, or empty where the benchmark knows none
 * @param name the label of that identifier, for messages
 * @param types Wikidata identifiers of the classes that the benchmark gives it, such as "Q215627"
 */
record GoldLink(Span span, String qid, String name, Set<String> types) {
  private static final Set<String> PEOPLE_BODIES_PLACES = Set.of("Q215627", "Q43229", "Q27096213");

  /** Occupations and positions, which benchmarks have beside people: "judge"; events: "census". */
  private static final Set<String> OTHERS = Set.of("Q12737077", "Q4164871", "Q1656682");

  GoldLink {
    types = Set.copyOf(types);
  }

  /** Tells whether the benchmark has it as a person, a body or a place. */
  boolean ofInterest() {
    return types.stream().anyMatch(PEOPLE_BODIES_PLACES::contains)
        && types.stream().noneMatch(OTHERS::contains);
  }
}
