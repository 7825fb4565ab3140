package org.entente.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what a user types a well-formed query of the full-text index (Lucene's classic syntax):
 * words, "phrases in quotes", AND, OR and NOT between them, and * at the end of a word. Every other
 * character that the syntax gives a meaning loses it, so that no input is a syntax error.
 */
final class SearchWords {
  private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  private SearchWords() {}

  /**
   * Returns the words as a query.
   *
   * @throws IllegalArgumentException if there is no word to look for
   */
  static String escape(String words) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(words);
    boolean found = false;
    while (matcher.find()) {
      String phrase = matcher.group(1);
      if (phrase != null) {
        if (hasWord(phrase)) {
          pieces.add("\"" + literal(phrase.strip()) + "\"");
          found = true;
        }
      } else if (OPERATORS.contains(matcher.group(2))) {
        pieces.add(matcher.group(2));
      } else if (hasWord(matcher.group(2))) {
        pieces.add(word(matcher.group(2)));
        found = true;
      }
    }
    if (!found) {
      throw new IllegalArgumentException("it takes words to look for, such as ceasefire");
    }
    return String.join(" ", withSoundOperators(pieces));
  }

  /** An operator with nothing to its left or right is an ordinary word. */
  private static List<String> withSoundOperators(List<String> pieces) {
    List<String> sound = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      boolean operand = i + 1 < pieces.size() && !OPERATORS.contains(pieces.get(i + 1));
      boolean after = i > 0 && !OPERATORS.contains(pieces.get(i - 1));
      boolean misplaced = OPERATORS.contains(piece) && !(operand && after);
      sound.add(misplaced ? piece.toLowerCase(java.util.Locale.ROOT) : piece);
    }
    return sound;
  }

  private static boolean hasWord(String piece) {
    return piece.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static String word(String piece) {
    boolean prefix = piece.endsWith("*");
    String stem = prefix ? piece.substring(0, piece.length() - 1) : piece;
    return literal(stem) + (prefix ? "*" : "");
  }

  private static String literal(String text) {
    return text.replaceAll("[+\\-!(){}\\[\\]^\"~*?:\\\\/&|]", "\\\\$0");
  }
}
