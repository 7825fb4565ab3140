package org.entente.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rough sentences, good enough to tell a headline from a paragraph and an inserted link from the
 * text around it; sentences for reading facts are found later and with more care.
 */
final class Sentences {
  private Sentences() {}

  /** Tells whether a text ends as a sentence does, looking through closing quotes and brackets. */
  static boolean complete(String text) {
    int end = text.length();
    while (end > 0 && "\"'\u201d\u2019)]*_\u00bb ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?\u2026".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** Splits a stretch of text into rough sentences, without the white space around them. */
  static List<Span> split(String text, Span span) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    String part = span.of(text);
    sentences.setText(part);
    List<Span> spans = new ArrayList<>();
    int begin = sentences.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      Span sentence = TextLayout.trim(text, span.begin() + begin, span.begin() + end);
      if (sentence.length() > 0) {
        spans.add(sentence);
      }
      begin = end;
    }
    return spans;
  }
}
