package org.entente.analysis.name;

/**
 * The context of a token as the model is asked for it: the features of the word, what the same word
 * is in the document's other sentences, and, marked with {@link NameChain#STEP}, those that count
 * together with the outcome of the token before.
 */
final class NameContext {
  private final NameMemory seen;

  /**
   * Creates a context for a sentence.
   *
   * @param seen the names of other sentences
   */
  NameContext(NameMemory seen) {
    this.seen = seen;
  }

  /** Returns the context of a word. */
  String[] of(Word word) {
    String[] fixed = word.features();
    String[] all = new String[fixed.length + 6];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    int n = fixed.length;
    String type = seen.of(word);
    all[n++] = "seen=" + type;
    all[n++] = "seens=" + type + word.shape();
    all[n++] = NameChain.STEP + "b";
    all[n++] = NameChain.STEP + "s=" + word.shape();
    all[n++] = NameChain.STEP + "c=" + word.cluster();
    all[n] = NameChain.STEP + "w=" + word.lower();
    return all;
  }
}
