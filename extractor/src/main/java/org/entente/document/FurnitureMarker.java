package org.entente.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Tells the story from the furniture around it, and headlines from paragraphs. What furniture looks
 * like is in {@code furniture.tsv}; besides, a line that repeats an earlier one is furniture.
 */
final class FurnitureMarker {
  private static final int MAX_LINE = 400;
  private static final int MAX_SENTENCE = 600;
  private static final int MAX_LISTED = 200;
  private static final int MAX_HEADLINE = 160;
  private static final int MAX_HEADLINE_WORDS = 22;
  private static final int MIN_REPEATED = 12;
  private static final int PREFIXES_WITHIN = 500;
  private static final int PARAGRAPHS_BEFORE_TAIL = 3;

  private final List<PatternTable.Entry> lines;
  private final List<PatternTable.Entry> sentences;
  private final List<PatternTable.Entry> prefixes;
  private final List<PatternTable.Entry> lists;
  private final List<PatternTable.Entry> tails;

  FurnitureMarker() {
    List<PatternTable.Entry> all = entries();
    lines = scoped(all, "line");
    sentences = scoped(all, "sentence");
    prefixes = scoped(all, "prefix");
    lists = scoped(all, "list");
    tails = scoped(all, "tail");
  }

  static List<PatternTable.Entry> entries() {
    return PatternTable.load("furniture.tsv", Map.of("DATE", DateForms.DATE));
  }

  private static List<PatternTable.Entry> scoped(List<PatternTable.Entry> all, String scope) {
    return all.stream().filter(entry -> entry.scope().equals(scope)).toList();
  }

  /**
   * Marks the blocks of a text.
   *
   * @param text the text
   * @param blocks its paragraphs, headings and furniture as far as known, in order
   * @return the same stretches with their kinds, some cut into several, in order
   */
  List<Block> mark(String text, List<Block> blocks) {
    List<Block> marked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int paragraphs = 0;
    boolean tail = false;
    boolean list = false;
    for (Block block : blocks) {
      // A line that is furniture as a whole is not to lose its beginning first.
      Span span =
          any(lines, line(text, block.span())) ? block.span() : withoutPrefix(text, block.span());
      if (span.length() == 0) {
        marked.add(new Block(block.span(), BlockKind.FURNITURE));
        continue;
      }
      String line = line(text, span);
      boolean repeated =
          !line.isEmpty()
              && line.length() >= MIN_REPEATED
              && !seen.add(line.toLowerCase(Locale.ROOT));
      tail = tail || paragraphs >= PARAGRAPHS_BEFORE_TAIL && any(tails, line);
      if (any(lists, line)) {
        list = true;
      } else if (list && !listed(line)) {
        list = false;
      }
      if (block.kind() == BlockKind.FURNITURE
          || tail
          || list
          || repeated
          || any(lines, line)
          || nothingToRead(text, span)) {
        marked.add(new Block(span, BlockKind.FURNITURE));
      } else if (block.kind() == BlockKind.HEADLINE || headline(line, paragraphs == 0)) {
        marked.add(new Block(span, BlockKind.HEADLINE));
      } else {
        paragraphs++;
        cut(text, span, marked);
      }
    }
    return marked;
  }

  private static String line(String text, Span span) {
    return span.length() <= MAX_LINE ? normalise(span.of(text)) : "";
  }

  private Span withoutPrefix(String text, Span span) {
    if (span.begin() > PREFIXES_WITHIN) {
      return span;
    }
    for (PatternTable.Entry entry : prefixes) {
      Matcher matcher =
          entry
              .pattern()
              .matcher(text)
              .region(span.begin(), Math.min(span.end(), span.begin() + 200));
      if (matcher.lookingAt()) {
        return TextLayout.trim(text, matcher.end(), span.end());
      }
    }
    return span;
  }

  private static boolean any(List<PatternTable.Entry> entries, String line) {
    if (line.isEmpty()) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    for (PatternTable.Entry entry : entries) {
      if (entry.matches(line, lower)) {
        return true;
      }
    }
    return false;
  }

  /** An item of a list of links: short, and no sentence that ends with a full stop. */
  private static boolean listed(String line) {
    return !line.isEmpty() && line.length() <= MAX_LISTED && !line.matches(".*[.\u201d\"]");
  }

  private static boolean nothingToRead(String text, Span span) {
    return span.of(text).codePoints().noneMatch(Character::isLetter);
  }

  /**
   * A headline is short and does not end as a sentence or a speaker's name before a colon does; it
   * writes most words with a capital, or is the first thing in the document, or has few words.
   */
  private static boolean headline(String line, boolean first) {
    if (line.isEmpty()
        || line.length() > MAX_HEADLINE
        || line.matches(".*[.:;,\u2026][\"'\u201d\u2019) ]*")) {
      return false;
    }
    String[] words = line.split(" ");
    if (words.length > MAX_HEADLINE_WORDS) {
      return false;
    }
    if (line.matches(".*[!?][\"'\u201d\u2019)]*") || line.matches("[\"\u201c].*[\"\u201d]")) {
      return first && !line.startsWith("\"") && !line.startsWith("\u201c");
    }
    int long_ = 0;
    int capital = 0;
    for (String word : words) {
      String letters = word.replaceAll("^\\P{L}+", "");
      if (letters.length() > 3) {
        long_++;
        capital += Character.isUpperCase(letters.charAt(0)) ? 1 : 0;
      }
    }
    return first || words.length <= 8 || capital * 10 >= long_ * 6;
  }

  /** Cuts inserted links and the like out of a paragraph. */
  private void cut(String text, Span paragraph, List<Block> marked) {
    List<Span> inserted = new ArrayList<>();
    for (Span sentence : Sentences.split(text, paragraph)) {
      if (sentence.length() <= MAX_SENTENCE) {
        String line = normalise(sentence.of(text));
        if (any(sentences, line)) {
          inserted.add(sentence);
        }
      }
    }
    int at = paragraph.begin();
    for (Span span : inserted) {
      add(text, at, span.begin(), marked);
      marked.add(new Block(span, BlockKind.FURNITURE));
      at = span.end();
    }
    add(text, at, paragraph.end(), marked);
  }

  private static void add(String text, int begin, int end, List<Block> marked) {
    Optional.of(TextLayout.trim(text, begin, end))
        .filter(span -> span.length() > 0)
        .ifPresent(span -> marked.add(new Block(span, BlockKind.PARAGRAPH)));
  }

  /**
   * One line with plain blanks and straight apostrophes and without Markdown marks around it, as
   * the patterns expect it.
   */
  static String normalise(String text) {
    return text.replaceAll("[\\s\\u00a0\\u2007\\u202f\\ufeff\\u200b]+", " ")
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replaceAll("^ ?(?:[*_]{1,3}|#{1,6} |> ?)+|[*_]{1,3} ?$", "")
        .strip();
  }
}
