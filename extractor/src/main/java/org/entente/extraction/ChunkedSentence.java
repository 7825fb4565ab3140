package org.entente.extraction;

import java.util.List;
import org.entente.annotation.Mention;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.annotation.Token;
import org.entente.extraction.Chunk.Mark;

/**
 * A sentence as a row of chunks.
 *
 * @param number its number in the document
 * @param sentence the sentence
 * @param chunks its chunks, covering every token in order
 * @param mentions the mentions in it
 * @param times the time expressions in it
 */
record ChunkedSentence(
    int number,
    Sentence sentence,
    List<Chunk> chunks,
    List<Mention> mentions,
    List<TimeExpression> times) {
  Token token(int i) {
    return sentence.tokens().get(i);
  }

  /** The lemma of a common word, in the singular; for a name or a number only that it is one. */
  String commonWord(int token) {
    String tag = token(token).tag();
    return tag.equals("PROPN") || tag.equals("NUM") ? tag : Lexicon.singular(token(token).lemma());
  }

  /** Whether a time is a length of time: "for an hour". */
  boolean isLength(Mark time) {
    return times.stream()
        .anyMatch(
            t ->
                t.duration().isPresent()
                    && t.range().begin() >= time.begin()
                    && t.range().end() <= time.end());
  }

  /** Number of the chunk that holds a token. */
  int chunkAt(int token) {
    for (int i = 0; i < chunks.size(); i++) {
      if (token < chunks.get(i).end()) {
        return i;
      }
    }
    return chunks.size() - 1;
  }

  /** The lower-case words of a range of tokens, separated by blanks. */
  String words(int begin, int end) {
    StringBuilder sb = new StringBuilder();
    for (int i = begin; i < end; i++) {
      if (i > begin) {
        sb.append(' ');
      }
      sb.append(token(i).lower());
    }
    return sb.toString();
  }
}
