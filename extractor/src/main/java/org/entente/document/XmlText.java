package org.entente.document;

import java.util.function.IntPredicate;

/**
 * Text that any XML 1.0 can hold, and with it the answers of a SPARQL endpoint and files for other
 * programs.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2 Characters</a>
 */
public final class XmlText {
  private XmlText() {}

  /**
   * Puts a space for each character that XML has no form for: control characters but tab and line
   * ends, half surrogate pairs, U+FFFE and U+FFFF. Offsets stay what they are.
   */
  public static String of(String text) {
    return replace(text, XmlText::isUnfit, ' ');
  }

  private static boolean isUnfit(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r'
        || isHalf(c)
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  /** Tells whether a code point is half a surrogate pair. */
  public static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /**
   * Puts one character for another, so that offsets stay what they are.
   *
   * @param unfit the code points that are replaced, none beyond U+FFFF
   * @param by what they are replaced by
   */
  public static String replace(String text, IntPredicate unfit, char by) {
    StringBuilder plain = null;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (unfit.test(c)) {
        if (plain == null) {
          plain = new StringBuilder(text);
        }
        plain.setCharAt(i, by);
      }
    }
    return plain == null ? text : plain.toString();
  }
}
