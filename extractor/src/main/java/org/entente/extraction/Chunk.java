package org.entente.extraction;

import java.util.List;
import org.entente.annotation.Mention;

/**
 * A group of tokens of one sentence that acts as one word in its clause: the second level of the
 * cascade, above names and below events.
 */
sealed interface Chunk {
  /** Returns the number of the first token. */
  int begin();

  /** Returns the number after the last token. */
  int end();

  /**
   * A noun group: determiner, modifiers, head, with possessors inside.
   *
   * @param begin first token
   * @param end after the last token
   * @param head the head noun
   * @param party the mention that the whole group stands for, when it is somebody who can act; null
   *     otherwise
   * @param owners who stands before the possessive: "Rice's" in "Rice's meeting"
   * @param inside every mention inside the group
   */
  record NounGroup(
      int begin, int end, int head, Mention party, List<Mention> owners, List<Mention> inside)
      implements Chunk {}

  /**
   * A verb group: auxiliaries, adverbs and one main verb. An infinitive is a group of its own.
   *
   * @param begin first token
   * @param end after the last token
   * @param head the main verb
   * @param lemma its lemma
   * @param form its construction
   * @param modal the lemma of its modal ("will", "may"), or empty
   * @param negated whether it is negated
   * @param passive whether it is passive, also without auxiliary ("talks hosted by")
   * @param past whether it is in the past or the perfect
   */
  record VerbGroup(
      int begin,
      int end,
      int head,
      String lemma,
      VerbForm form,
      String modal,
      boolean negated,
      boolean passive,
      boolean past)
      implements Chunk {}

  /**
   * Anything else.
   *
   * @param begin first token
   * @param end after the last token
   * @param type what it does in the clause
   * @param word its lower-case words
   */
  record Mark(int begin, int end, MarkType type, String word) implements Chunk {}

  /** Constructions of a verb group. */
  enum VerbForm {
    /** "met", "will meet", "has been received". */
    FINITE,
    /** "to meet". */
    INFINITIVE,
    /** "meeting", after a preposition or as a clause. */
    GERUND,
    /** "hosted", with no auxiliary, after the noun that it describes. */
    PARTICIPLE
  }

  /** What a mark does. */
  enum MarkType {
    PREPOSITION,
    TIME,
    COMMA,
    CONJUNCTION,
    SUBORDINATOR,
    RELATIVE,
    BREAK,
    ADVERB
  }
}
