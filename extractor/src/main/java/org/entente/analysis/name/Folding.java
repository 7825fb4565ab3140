package org.entente.analysis.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which the name lists hold names, so that "Peña" and "PENA" are one. */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** Returns the form in lower case without diacritics, as the name lists have it. */
  public static String fold(String token) {
    String plain = token;
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) > 127) {
        plain =
            MARKS
                .matcher(Normalizer.normalize(token, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('ı', 'i')
                .replace('ł', 'l')
                .replace('Ł', 'l')
                .replace('ø', 'o')
                .replace('Ø', 'o')
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .replace('ð', 'd')
                .replace("þ", "th")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .replace("œ", "oe");
        break;
      }
    }
    return plain.toLowerCase(Locale.ROOT);
  }
}
