package org.entente.analysis.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.annotation.Token;

/**
 * Tells where the tagger took a verb for a noun or an adjective, as in "The two met", or missed a
 * pronoun.
 */
final class TagRepair {
  private static final Set<String> NOMINAL = Set.of("NOUN", "ADJ");
  private static final Set<String> ARTICLES = Set.of("the", "these", "those");

  private static final Set<String> VERBS = Set.of("VERB", "AUX");

  /** Past forms of strong verbs that are neither nouns nor adjectives. */
  private static final Set<String> STRONG =
      Set.of(
          "met", "told", "said", "spoke", "held", "went", "came", "flew", "began", "took", "gave",
          "sat", "wrote");

  /** Plurals without -s. */
  private static final Set<String> PLURALS = Set.of("men", "women", "people", "children");

  private static final Set<String> PERSONAL = Set.of("he", "she", "they", "we");

  private TagRepair() {}

  /**
   * Tells whether a word is a personal pronoun, whatever the tagger made of it: "said he would".
   */
  static boolean isPronoun(String tag, String form) {
    return !tag.equals("PROPN") && PERSONAL.contains(form.toLowerCase(Locale.ROOT));
  }

  /**
   * Tells whether a word is the past tense of a verb, since a number stands alone as its subject: a
   * noun after a number of several would be in the plural.
   *
   * @param before the sentence's tokens before the word
   * @param tags the sentence's tags as the tagger gave them
   * @param forms the words with these tags
   * @param at the word's place among these
   * @param lemmas gives the lemma of a word as a verb
   */
  static boolean isVerbOfCounted(
      List<Token> before, String[] tags, List<String> forms, int at, UnaryOperator<String> lemmas) {
    String form = forms.get(at);
    if (!NOMINAL.contains(tags[at])
        || !counted(before)
        || Character.isUpperCase(form.charAt(0))
        || form.endsWith("s")
        || PLURALS.contains(form)
        || form.endsWith("ing")
        || lemmas.apply(form).equals(form)) {
      return false;
    }
    if (at + 1 < tags.length && VERBS.contains(tags[at + 1])) {
      return false; // "the two later met"
    }
    int end = at + 1;
    while (end < tags.length && NOMINAL.contains(tags[end])) {
      end++;
    }
    // "the two armed groups": the noun in the plural that the number wants
    return end == at + 1 || !forms.get(end - 1).endsWith("s");
  }

  /**
   * Tells whether a word is the past tense of a verb, since it stands after a name and has a form
   * that no noun has: "Lindberg met", "Lindberg talked".
   *
   * @param before the sentence's tokens before the word
   * @param tag the word's tag as the tagger gave it
   * @param form the word
   * @param lemmas gives the lemma of a word as a verb
   */
  static boolean isVerbOfName(
      List<Token> before, String tag, String form, UnaryOperator<String> lemmas) {
    boolean afterName = !before.isEmpty() && before.get(before.size() - 1).tag().equals("PROPN");
    boolean past = STRONG.contains(form) || tag.equals("NOUN") && form.matches("\\p{Ll}+ed");
    return afterName && NOMINAL.contains(tag) && past && !lemmas.apply(form).equals(form);
  }

  /** "The two", "these three"; "Both" where a sentence begins. */
  private static boolean counted(List<Token> before) {
    int n = before.size();
    return n > 1
            && before.get(n - 1).tag().equals("NUM")
            && ARTICLES.contains(before.get(n - 2).lower())
        || n == 1 && before.get(0).lower().equals("both");
  }
}
