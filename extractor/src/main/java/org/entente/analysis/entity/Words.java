package org.entente.analysis.entity;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.annotation.Token;

/** What the form and the tag of tokens tell, whatever the sentence. */
final class Words {
  private static final Set<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  /** Returns the words of tokens as they stand in the text, parted by single spaces. */
  static String text(List<Token> tokens, int begin, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = begin; i < end; i++) {
      if (i > begin && tokens.get(i).span().begin() > tokens.get(i - 1).span().end()) {
        text.append(' ');
      }
      text.append(tokens.get(i).form());
    }
    return text.toString();
  }

  /** Tells whether it begins with a capital, as "Ban" and "al-Assad" do. */
  static boolean isCapital(Token token) {
    String form = token.form();
    if (Character.isUpperCase(form.charAt(0))) {
      return true;
    }
    int hyphen = form.indexOf('-');
    return hyphen > 0
        && hyphen < 4
        && hyphen + 1 < form.length()
        && Character.isUpperCase(form.charAt(hyphen + 1));
  }

  /** Tells whether the first and the last token begin with a capital. */
  static boolean allCapital(List<Token> tokens, int begin, int end) {
    return isCapital(tokens.get(begin)) && isCapital(tokens.get(end - 1));
  }

  /** Tells whether it is tagged as a word that can stand in a noun phrase before or as the head. */
  static boolean isNoun(Token token) {
    return token.tag().equals("NOUN") || token.tag().equals("PROPN") || token.tag().equals("ADJ");
  }

  /** Tells whether it is the mark of the possessive. */
  static boolean isPossessive(Token token) {
    return token.form().equals("'s") || token.form().equals("'");
  }

  /** Tells whether it is a punctuation mark. */
  static boolean isPunctuation(Token token) {
    return token.tag().equals("PUNCT") && !Character.isLetterOrDigit(token.form().charAt(0));
  }

  /** "March": a month where a place or a body might stand, never one of those. */
  static boolean isMonth(List<Token> tokens, int begin, int end) {
    return end - begin == 1 && MONTHS.contains(tokens.get(begin).lower());
  }

  /** "March 20", "20 May": a month beside a number is a date. */
  static boolean isDate(List<Token> tokens, int begin, int end) {
    return isMonth(tokens, begin, end)
        && (end < tokens.size() && Character.isDigit(tokens.get(end).form().charAt(0))
            || begin > 0 && Character.isDigit(tokens.get(begin - 1).form().charAt(0)));
  }
}
