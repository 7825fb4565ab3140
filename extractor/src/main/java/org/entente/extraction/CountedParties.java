package org.entente.extraction;

import java.util.Map;
import java.util.Optional;
import org.entente.extraction.Chunk.NounGroup;

/**
 * Parties that a sentence only counts, and that its annotation leaves unresolved: "the two
 * leaders", "both sides".
 *
 * @param count how many they are
 * @param people whether they are people, against states and bodies or those who act for them
 */
record CountedParties(int count, boolean people) {
  private static final Map<String, Integer> COUNTS =
      Map.of("both", 2, "two", 2, "three", 3, "four", 4);

  /** Reads a noun group; empty when it counts nobody, or is resolved. */
  static Optional<CountedParties> of(ChunkedSentence sentence, Lexicon lexicon, NounGroup g) {
    if (g.party() != null && !g.party().entities().isEmpty()) {
      return Optional.empty();
    }
    String word = sentence.token(g.head()).lower();
    String head = Lexicon.singular(word);
    boolean side = lexicon.is("side", head);
    if (!side && !lexicon.is("pair", head) && !lexicon.isDelegate(head)) {
      return Optional.empty();
    }
    for (int i = g.begin(); i <= g.head(); i++) {
      Integer count = COUNTS.get(sentence.token(i).lower());
      if (count != null) {
        return Optional.of(new CountedParties(count, !side));
      }
    }
    boolean several = !word.equals(head);
    return side && several && sentence.token(g.begin()).lower().equals("the")
        ? Optional.of(new CountedParties(2, false))
        : Optional.empty();
  }
}
