package org.entente.train;

import java.util.List;

/**
 * A sentence with its names.
 *
 * @param tokens its tokens, none of them empty
 * @param names its names in order, without overlap
 */
public record TaggedSentence(List<String> tokens, List<TaggedName> names) {
  /** Copies the lists. */
  public TaggedSentence {
    tokens = List.copyOf(tokens);
    names = List.copyOf(names);
  }
}
