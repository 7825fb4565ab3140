package org.entente.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paragraphs of plain text. Blank lines part paragraphs. Inside a stretch without blank
 * lines, every line is a paragraph of its own unless the text is wrapped at a fixed width, which
 * shows in that the next line's first word would not have fitted.
 */
final class TextLayout {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 132;

  /** Finds the lines and paragraphs; all are {@link BlockKind#PARAGRAPH} as yet. */
  List<Block> blocks(String text) {
    List<Span> lines = lines(text);
    int width = width(text, lines);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int last = i;
      while (last + 1 < lines.size()
          && adjacent(text, lines.get(last), lines.get(last + 1))
          && wraps(text, lines.get(last), lines.get(last + 1), width)) {
        last++;
      }
      blocks.add(
          new Block(new Span(lines.get(i).begin(), lines.get(last).end()), BlockKind.PARAGRAPH));
      i = last + 1;
    }
    return blocks;
  }

  /** The lines that are not blank, without the white space around them. */
  static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && !breaks(text.charAt(end))) {
        end++;
      }
      Span line = trim(text, at, end);
      if (line.length() > 0) {
        lines.add(line);
      }
      at = end + 1;
    }
    return lines;
  }

  /** Shrinks a stretch of text until it neither begins nor ends with white space. */
  static Span trim(String text, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static boolean breaks(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean adjacent(String text, Span line, Span next) {
    int newlines = 0;
    for (int i = line.end(); i < next.begin(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < next.begin() && text.charAt(i + 1) == '\n') {
        continue;
      }
      if (c == '\u2029' || c == '\f') {
        return false;
      }
      newlines += breaks(c) ? 1 : 0;
    }
    return newlines == 1;
  }

  /**
   * The width at which the text is wrapped, or 0 when it is not: most lines with a line right after
   * them must be nearly as long as the longest one.
   */
  private static int width(String text, List<Span> lines) {
    int longest = 0;
    for (Span line : lines) {
      longest = Math.max(longest, line.length());
    }
    if (longest < MIN_WIDTH || longest > MAX_WIDTH) {
      return 0;
    }
    int full = 0;
    int inner = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (adjacent(text, lines.get(i), lines.get(i + 1))) {
        inner++;
        full += tooLongFor(text, lines.get(i), lines.get(i + 1), longest) ? 1 : 0;
      }
    }
    return inner > 0 && full * 2 >= inner ? longest : 0;
  }

  private static boolean tooLongFor(String text, Span line, Span next, int width) {
    int word = next.begin();
    while (word < next.end() && !blank(text.charAt(word))) {
      word++;
    }
    // Some slack, since the longest line may be an exception.
    return line.length() + 1 + word - next.begin() > width - 6;
  }

  private static boolean wraps(String text, Span line, Span next, int width) {
    if (width == 0) {
      return false;
    }
    if (tooLongFor(text, line, next, width)) {
      return true;
    }
    return Character.isLowerCase(text.charAt(next.begin()))
        && !Sentences.complete(line.of(text))
        && line.length() > width / 2;
  }
}
