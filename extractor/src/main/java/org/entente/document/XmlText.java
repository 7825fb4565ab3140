package org.entente.document;

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
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < Character.MIN_SURROGATE || c == '\t' || c == '\n' || c == '\r') {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (c > Character.MAX_SURROGATE && c < '\ufffe') {
        continue;
      }
      if (plain == null) {
        plain = new StringBuilder(text);
      }
      plain.setCharAt(i, ' ');
    }
    return plain == null ? text : plain.toString();
  }
}
