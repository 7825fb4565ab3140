package org.entente.document;

/**
 * A half-open stretch of a text in UTF-16 code units, as {@link String#substring(int, int)} counts.
 *
 * @param begin index of the first character
 * @param end index after the last character
 */
public record Span(int begin, int end) implements Comparable<Span> {
  /**
   * Checks the bounds; throws {@link IllegalArgumentException} when they are negative or swapped.
   */
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("not a span: " + begin + ".." + end);
    }
  }

  /** Returns the number of characters. */
  public int length() {
    return end - begin;
  }

  /** Returns the text under the span. */
  public String of(String text) {
    return text.substring(begin, end);
  }

  /** Tells whether the other span lies inside this one. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Tells whether the two spans share a character. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  @Override
  public int compareTo(Span other) {
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}
