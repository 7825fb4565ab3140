package org.entente.extraction;

import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * The words without which no event is read: the verbs and nouns of {@code triggers.tsv}. Immutable
 * and thread-safe.
 */
public final class TriggerWords {
  private final Lexicon lexicon;

  private TriggerWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Reads the pattern files from the class path.
   *
   * @throws IllegalStateException when one is missing or malformed
   */
  public static TriggerWords load() {
    return new TriggerWords(Lexicon.load());
  }

  /** Whether a sentence has a word that may tell of an event, whatever it means there. */
  public boolean in(Sentence sentence) {
    return sentence.tokens().stream().anyMatch(this::is);
  }

  private boolean is(Token token) {
    String verb = lexicon.verbLemma(token.lower());
    return verb != null && lexicon.is("triggerverb", verb)
        || lexicon.is("triggernoun", Lexicon.singular(token.lemma()))
        || lexicon.is("triggernoun", Lexicon.singular(token.lower()));
  }
}
