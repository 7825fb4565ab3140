package org.entente.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.entente.document.Span;

/**
 * Cuts the repaired text of a block into sentences. Rules decide where they are sure: after
 * abbreviations and initials, around quotes, before capital letters; the sentence model decides the
 * rest (a stop before a number or a small letter).
 */
final class SentenceSplitter {
  private static final Pattern END =
      Pattern.compile("[.?!]+(?:\\s?[\"')\\]]+(?=\\s*\\z)|[\"')\\]]*(?=\\s|\\z))|\\n[ \\t]*\\n");

  /** A stop with no space after it, as careless extraction leaves it: "talks.The". */
  private static final Pattern GLUED = Pattern.compile("(?<=\\p{Ll}{2})[.?!](?=\\p{Lu}\\p{Ll})");

  private static final Pattern ANY_END = Pattern.compile(END.pattern() + "|" + GLUED.pattern());

  /** After a quoted question: "…?" Hale asked. */
  private static final Pattern SPEAKER_AFTER =
      Pattern.compile(
          "\\s+(?:[\\p{Lu}][\\w'.-]*\\s+){1,4}"
              + "(?:said|says|asked|asks|told|added|replied|wrote|quipped|joked|shouted)\\b");

  /** "President of France Emmanuel Macron: " at the head of a paragraph. */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "\\A\\s*(?:\\p{Lu}[\\p{L}'.-]*|of|the|and|for|de|bin|al)"
              + "(?:,? (?:\\p{Lu}[\\p{L}'.-]*|of|the|and|for|de|bin|al)){0,23} ?:\\s+(?=[\"'(\\[]?\\p{Lu})");

  private final SentenceModel model;
  private final Abbreviations abbreviations;

  SentenceSplitter(SentenceModel model, Abbreviations abbreviations) {
    this.model = model;
    this.abbreviations = abbreviations;
  }

  /**
   * Cuts a text.
   *
   * @param text the repaired text of one block
   * @param running whether it is running text, in which a speaker's name with a colon is a sentence
   *     of its own
   * @return the sentences' places, without the spaces around them
   */
  List<Span> split(String text, boolean running) {
    List<Span> sentences = new ArrayList<>();
    int begin = 0;
    if (running) {
      Matcher speaker = SPEAKER.matcher(text);
      if (speaker.lookingAt()) {
        begin = speaker.end();
        add(text, 0, begin, sentences);
      }
    }
    boolean[] model = null;
    Matcher end = ANY_END.matcher(text);
    while (end.find()) {
      if (end.end() <= begin) {
        continue;
      }
      Boolean sure = decide(text, begin, end);
      if (sure == null) {
        if (model == null) {
          model = modelEnds(text);
        }
        sure = modelAgrees(model, end.start(), end.end());
      }
      if (sure) {
        add(text, begin, end.end(), sentences);
        begin = end.end();
      }
    }
    add(text, begin, text.length(), sentences);
    return sentences;
  }

  /** Returns whether a sentence ends at the match, or null where the rules do not know. */
  private Boolean decide(String text, int begin, Matcher end) {
    char first = text.charAt(end.start());
    int next = end.end();
    if (first == '\n') {
      return true;
    }
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return true;
    }
    int word = next;
    while (word < text.length() && "\"'([".indexOf(text.charAt(word)) >= 0) {
      word++;
    }
    boolean capital = word < text.length() && Character.isUpperCase(text.charAt(word));
    boolean small = word < text.length() && Character.isLowerCase(text.charAt(word));
    boolean single = end.start() + 1 == end.end() || text.charAt(end.start() + 1) != '.';
    boolean quoteCloses = text.substring(end.start(), end.end()).indexOf('"') >= 0;
    if (first == '.' && single) {
      int start = end.start();
      while (start > begin
          && !Character.isWhitespace(text.charAt(start - 1))
          && "\"([/".indexOf(text.charAt(start - 1)) < 0
          && (text.charAt(start - 1) != '\'' || letterBefore(text, start - 1))
          && end.start() - start < TokenSplitter.LONGEST_TOKEN) {
        start--;
      }
      Abbreviations.Behaviour behaviour = abbreviations.of(text.substring(start, end.start() + 1));
      if (behaviour != null) {
        return switch (behaviour) {
          case BEFORE -> false;
          case NUMBER -> Abbreviations.numberAt(text, end.end()) ? Boolean.FALSE : capital;
          case EITHER ->
              quoteCloses && capital
                  || abbreviations.startsSentence(wordAt(text, word))
                  || word > next && capital;
        };
      }
    }
    if (small) {
      return first == '.' && single && !quoteCloses ? null : Boolean.FALSE;
    }
    if (capital) {
      if (first != '.' && quoteCloses) {
        return !SPEAKER_AFTER.matcher(text).region(end.end(), text.length()).lookingAt();
      }
      return true;
    }
    return word > next ? Boolean.TRUE : null;
  }

  private static boolean letterBefore(String text, int at) {
    return at > 0 && Character.isLetter(text.charAt(at - 1));
  }

  private static String wordAt(String text, int begin) {
    int end = begin;
    while (end < text.length() && end < begin + 30 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(begin, end);
  }

  private boolean[] modelEnds(String text) {
    boolean[] ends = new boolean[text.length() + 1];
    for (opennlp.tools.util.Span span : new SentenceDetectorME(model).sentPosDetect(text)) {
      ends[span.getEnd()] = true;
    }
    return ends;
  }

  private static boolean modelAgrees(boolean[] ends, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (ends[i]) {
        return true;
      }
    }
    return false;
  }

  private static void add(String text, int begin, int end, List<Span> sentences) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Span(from, to));
    }
  }
}
