package org.entente.analysis.name;

import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.util.BeamSearchContextGenerator;

/**
 * The features of a token under a hypothesis: those of the word, the two decisions before it and
 * what the same word was last taken for in this document.
 */
final class NameContext implements BeamSearchContextGenerator<Word> {
  private final Map<String, String> seen;

  /**
   * Creates a context for a sentence.
   *
   * @param seen type by lower-case token, from the sentences before
   */
  NameContext(Map<String, String> seen) {
    this.seen = seen;
  }

  @Override
  public String[] getContext(int index, Word[] words, String[] outcomes, Object[] unused) {
    Word word = words[index];
    String[] fixed = word.features();
    String previous = index > 0 ? outcomes[index - 1] : "^";
    String before = index > 1 ? outcomes[index - 2] : "^";
    String[] all = new String[fixed.length + 7];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    int n = fixed.length;
    all[n++] = "o=" + previous;
    all[n++] = "oo=" + before + previous;
    all[n++] = "ow=" + previous + word.lower();
    all[n++] = "os=" + previous + word.shape();
    all[n++] = "oc=" + previous + word.cluster();
    String last = seen.getOrDefault(word.lower(), "-");
    all[n++] = "seen=" + last;
    all[n] = "seens=" + last + word.shape();
    return all;
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
