package org.entente.analysis.gazetteer;

import java.util.Locale;

/**
 * An office that a person held.
 *
 * @param title the office, in the source's words
 * @param polity code of the polity that it belongs to, or empty
 * @param from first year, or 0 where unknown
 * @param to last year, or 0 where unknown or still held
 */
public record OfficeTerm(String title, String polity, int from, int to) {
  /** Tells whether the office was held in that year, as far as its bounds are known. */
  public boolean heldIn(int year) {
    return (from == 0 || from <= year) && (to == 0 || year <= to);
  }

  /** Reads "title@polity@from-to". */
  static OfficeTerm parse(String text) {
    int last = text.lastIndexOf('@');
    int middle = text.lastIndexOf('@', last - 1);
    int dash = text.indexOf('-', last);
    return new OfficeTerm(
        text.substring(0, middle).toLowerCase(Locale.ROOT),
        text.substring(middle + 1, last),
        year(text.substring(last + 1, dash)),
        year(text.substring(dash + 1)));
  }

  private static int year(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
