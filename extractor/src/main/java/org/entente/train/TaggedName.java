package org.entente.train;

import org.entente.annotation.EntityType;

/**
 * A name marked by an annotator.
 *
 * @param begin number of its first token in the sentence
 * @param end number after its last token
 * @param type person, organization or place
 */
public record TaggedName(int begin, int end, EntityType type) {
  /** Returns the number of tokens. */
  int length() {
    return end - begin;
  }
}
