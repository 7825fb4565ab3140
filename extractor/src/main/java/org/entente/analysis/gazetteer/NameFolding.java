package org.entente.analysis.gazetteer;

import java.text.Normalizer;

/** Folds names so that spellings of one name meet: case, accents, dots, hyphens, apostrophes. */
public final class NameFolding {
  private NameFolding() {}

  /**
   * Returns the name in lower case without accents, dots and apostrophes, with hyphens and runs of
   * spaces as one space: "Côte d'Ivoire" gives "cote divoire", "U.N." gives "un".
   */
  public static String fold(String name) {
    String plain = name;
    if (!ascii(name)) {
      plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
    }
    StringBuilder folded = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (space && folded.length() > 0) {
          folded.append(' ');
        }
        space = false;
        append(folded, Character.toLowerCase(c));
      } else if (Character.isWhitespace(c)
          || c == '-'
          || c == '/'
          || c == ','
          || c == '\u2013'
          || c == '\u2010'
          || c == '\u2011'
          || c == '&') {
        space = true;
      }
    }
    return folded.toString();
  }

  private static void append(StringBuilder folded, char c) {
    switch (c) {
      case '\u0131' -> folded.append('i');
      case '\u00f8' -> folded.append('o');
      case '\u0142' -> folded.append('l');
      case '\u0111' -> folded.append('d');
      case '\u00e6' -> folded.append("ae");
      case '\u0153' -> folded.append("oe");
      case '\u00df' -> folded.append("ss");
      case '\u00f0' -> folded.append('d');
      case '\u00fe' -> folded.append("th");
      default -> folded.append(c);
    }
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
