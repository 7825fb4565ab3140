package org.entente.annotation;

import java.util.List;
import org.entente.document.BlockKind;
import org.entente.document.Span;

/**
 * A sentence with its tokens.
 *
 * @param span where it stands in the document's text
 * @param tokens its tokens in order
 * @param paragraph number of the block that it stands in, from 0
 * @param kind the kind of that block
 */
public record Sentence(Span span, List<Token> tokens, int paragraph, BlockKind kind) {
  /** Copies the tokens. */
  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
