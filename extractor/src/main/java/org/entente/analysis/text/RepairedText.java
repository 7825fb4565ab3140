package org.entente.analysis.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.document.Span;
import org.jsoup.parser.Parser;

/**
 * A text as the models want it, with the way back to the text as read. Typographic quotes, dashes,
 * ellipses, ligatures and spaces become plain ones; soft hyphens, zero-width characters, Markdown
 * emphasis and link targets vanish; HTML entities that were left in the text are decoded. Every
 * repaired character knows the characters that it stands for.
 */
public final class RepairedText {
  /** One alternative for each kind of markup; group numbers are used in {@link #repair}. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "&(?:[A-Za-z][A-Za-z0-9]{1,15}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});" // entity
              + "|!?\\[([^\\[\\]\\n]{1,400})\\]\\((?:[^()\\s]{1,2000})(?: \"[^\"\\n]{0,200}\")?\\)"
              + "|(?<![A-Za-z0-9_*])(\\*{1,3}|_{1,3}|`)(?=\\S)([^*_`\\n]{1,400})(?<=\\S)\\2"
              + "|(?:(?<=\\A)|(?<=\\n))(?:#{1,6}|>)[ \\t]+");

  private final String text;
  private final int[] begins;
  private final int[] ends;

  private RepairedText(String text, int[] begins, int[] ends) {
    this.text = text;
    this.begins = begins;
    this.ends = ends;
  }

  /** Repairs a whole text. */
  public static RepairedText of(String original) {
    return of(original, new Span(0, original.length()));
  }

  /**
   * Repairs a stretch of a text.
   *
   * @param original the text as read
   * @param stretch the part to repair; spans of the result still point into the whole original
   */
  public static RepairedText of(String original, Span stretch) {
    Builder builder = new Builder(stretch.length());
    builder.repair(original, stretch.begin(), stretch.end());
    return new RepairedText(
        builder.text.toString(),
        Arrays.copyOf(builder.begins, builder.text.length()),
        Arrays.copyOf(builder.ends, builder.text.length()));
  }

  /** Returns the repaired text. */
  public String text() {
    return text;
  }

  /**
   * Returns the stretch of the original that stands behind a stretch of the repaired text.
   *
   * @param begin index of the first repaired character
   * @param end index after the last one, greater than begin
   */
  public Span original(int begin, int end) {
    return new Span(begins[begin], ends[end - 1]);
  }

  private static final class Builder {
    private final StringBuilder text;
    private int[] begins;
    private int[] ends;

    Builder(int capacity) {
      text = new StringBuilder(capacity);
      begins = new int[capacity + 16];
      ends = new int[capacity + 16];
    }

    void repair(String original, int begin, int end) {
      Matcher markup = MARKUP.matcher(original).region(begin, end);
      markup.useTransparentBounds(true);
      markup.useAnchoringBounds(true);
      int done = begin;
      while (markup.find()) {
        plain(original, done, markup.start());
        done = markup.end();
        if (original.charAt(markup.start()) == '&') {
          String decoded = Parser.unescapeEntities(markup.group(), false);
          if (decoded.equals(markup.group())) {
            plain(original, markup.start(), markup.end());
          } else {
            for (int i = 0; i < decoded.length(); i++) {
              character(decoded.charAt(i), markup.start(), markup.end());
            }
          }
        } else if (markup.group(1) != null) {
          repair(original, markup.start(1), markup.end(1));
        } else if (markup.group(3) != null) {
          repair(original, markup.start(3), markup.end(3));
        }
      }
      plain(original, done, end);
    }

    private void plain(String original, int begin, int end) {
      for (int i = begin; i < end; i++) {
        character(original.charAt(i), i, i + 1);
      }
    }

    private void character(char c, int begin, int end) {
      if (c < 0x7f) {
        add(c < ' ' && c != '\n' ? ' ' : c == '`' ? '\'' : c, begin, end);
        return;
      }
      switch (c) {
        case '\u2018',
            '\u2019',
            '\u201a',
            '\u201b',
            '\u2032',
            '\u02bc',
            '\u00b4',
            '\u2039',
            '\u203a' ->
            add('\'', begin, end);
        case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb' ->
            add('"', begin, end);
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\ufe63', '\uff0d' ->
            add('-', begin, end);
        case '\u2014', '\u2015', '\u2e3a' -> {
          add('-', begin, end);
          add('-', begin, end);
        }
        case '\u2026' -> {
          add('.', begin, end);
          add('.', begin, end);
          add('.', begin, end);
        }
        case '\ufb00' -> letters("ff", begin, end);
        case '\ufb01' -> letters("fi", begin, end);
        case '\ufb02' -> letters("fl", begin, end);
        case '\ufb03' -> letters("ffi", begin, end);
        case '\ufb04' -> letters("ffl", begin, end);
        case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f' -> {}
        case '\u2028', '\u0085' -> add('\n', begin, end);
        case '\u2029' -> {
          add('\n', begin, end);
          add('\n', begin, end);
        }
        default -> {
          boolean blank = Character.isSpaceChar(c) || Character.isISOControl(c);
          add(blank ? ' ' : c, begin, end);
        }
      }
    }

    private void letters(String letters, int begin, int end) {
      for (int i = 0; i < letters.length(); i++) {
        add(letters.charAt(i), begin, end);
      }
    }

    private void add(char c, int begin, int end) {
      int at = text.length();
      if (c == '\'' && at > 0 && text.charAt(at - 1) == '\'' && ends[at - 1] == begin) {
        text.setCharAt(at - 1, '"'); // ``such quotes''
        ends[at - 1] = end;
        return;
      }
      if (at == begins.length) {
        begins = Arrays.copyOf(begins, at * 2);
        ends = Arrays.copyOf(ends, at * 2);
      }
      begins[at] = begin;
      ends[at] = end;
      text.append(c);
    }
  }
}
