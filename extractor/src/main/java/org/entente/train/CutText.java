package org.entente.train;

import java.util.List;
import org.entente.document.Span;

/**
 * A running text that a corpus cuts and tags.
 *
 * @param text the paragraphs, one a line, with one space between sentences
 * @param paragraphs their places in the text
 * @param sentences the places of the sentences
 * @param tokens the places of the tokens
 * @param tags the parts of speech of the tokens, by Universal Dependencies; empty where the corpus
 *     does not tell one
 */
record CutText(
    String text,
    List<Span> paragraphs,
    List<Span> sentences,
    List<Span> tokens,
    List<String> tags) {
  /** Copies the lists. */
  CutText {
    paragraphs = List.copyOf(paragraphs);
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
    tags = List.copyOf(tags);
  }
}
