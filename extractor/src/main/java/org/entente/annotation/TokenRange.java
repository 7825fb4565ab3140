package org.entente.annotation;

/**
 * A half-open range of tokens of one sentence.
 *
 * @param sentence number of the sentence in its document, from 0
 * @param begin number of the first token in the sentence
 * @param end number after the last token
 */
public record TokenRange(int sentence, int begin, int end) {
  /** Tells whether the two ranges share a token. */
  public boolean overlaps(TokenRange other) {
    return sentence == other.sentence && begin < other.end && other.begin < end;
  }

  /** Tells whether the token of that number lies inside. */
  public boolean contains(int token) {
    return begin <= token && token < end;
  }
}
