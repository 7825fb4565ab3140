package org.entente.analysis.name;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.BilouCodec;

/**
 * The context of a token as the model is asked for it: the features of the word, what the same word
 * was last taken for in this document, and, marked with {@link NameChain#STEP}, those that count
 * together with the outcome of the token before.
 */
final class NameContext {
  private final Map<String, String> seen;

  /**
   * Creates a context for a sentence.
   *
   * @param seen type by lower-case token, from the sentences before
   */
  NameContext(Map<String, String> seen) {
    this.seen = seen;
  }

  /** Returns the context of a word: the features of the word itself and the changing ones. */
  String[] of(Word word) {
    String[] fixed = word.features();
    String[] changing = changing(word);
    String[] all = Arrays.copyOf(fixed, fixed.length + changing.length);
    System.arraycopy(changing, 0, all, fixed.length, changing.length);
    return all;
  }

  /** Returns the part of a word's context that depends on what stands before it. */
  String[] changing(Word word) {
    String last = seen.getOrDefault(word.lower(), "-");
    return new String[] {
      "seen=" + last,
      "seens=" + last + word.shape(),
      NameChain.STEP + "b",
      NameChain.STEP + "s=" + word.shape(),
      NameChain.STEP + "c=" + word.cluster(),
      NameChain.STEP + "w=" + word.lower()
    };
  }

  /** Notes what the words of a sentence were taken for; a word never named before stays unnoted. */
  static void remember(Map<String, String> seen, Word[] words, List<String> outcomes) {
    for (int i = 0; i < words.length; i++) {
      String outcome = outcomes.get(i);
      if (Character.isLetter(words[i].lower().charAt(0))
          && (!outcome.equals(BilouCodec.OTHER) || seen.containsKey(words[i].lower()))) {
        int dash = outcome.indexOf('-');
        seen.put(words[i].lower(), dash < 0 ? outcome : outcome.substring(0, dash));
      }
    }
  }
}
