package org.entente.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.ClauseReader.Parties;

/**
 * What must stand between a verb and its partners: "down" in "sat down with", a length of time in
 * "spent an hour with", the object in "brought them together".
 *
 * @param slots one step a word: a word itself, {@code TIME}, {@code LENGTH}, {@code OBJECT}, or
 *     {@code @class} for a noun of a class of {@code words.tsv}
 */
record VerbFrame(List<String> slots) {
  private static final int MOST_SKIPPED = 2;

  /**
   * Where a frame was found.
   *
   * @param last number of its last chunk
   * @param object who filled its object, or nobody
   */
  record Found(int last, Parties object) {}

  /** Reads a cell: frames separated by commas; "-" is the frame of a bare verb. */
  static List<VerbFrame> parse(String cell) {
    return cell.equals("-")
        ? List.of(new VerbFrame(List.of()))
        : Arrays.stream(cell.split(","))
            .map(f -> new VerbFrame(List.of(f.strip().split(" +"))))
            .toList();
  }

  /** Looks for the frame right after the verb of a chunk, adverbs and times between allowed. */
  Optional<Found> find(ChunkedSentence sentence, ClauseReader clause, Lexicon lexicon, int at) {
    int i = at + 1;
    Parties object = Parties.NONE;
    for (int s = 0; s < slots.size(); s++) {
      String slot = slots.get(s);
      int skipped = 0;
      int several = 0;
      while (!fits(sentence, lexicon, clause.chunk(i), slot)) {
        several = words(sentence, clause.chunk(i), s);
        if (several > 0) {
          break;
        }
        boolean skip =
            clause.chunk(i) instanceof Mark m
                && (m.type() == MarkType.ADVERB
                    || m.type() == MarkType.TIME
                    || m.type() == MarkType.PREPOSITION
                        && clause.chunk(i + 1) instanceof Mark day
                        && day.type() == MarkType.TIME
                        && !sentence.isLength(day)); // "on Friday"
        if (!skip || skipped++ == MOST_SKIPPED) {
          return Optional.empty();
        }
        i++;
      }
      if (slot.equals("OBJECT")) {
        object = clause.listFrom(i, false);
        i = object.end();
      } else {
        i++;
        s += Math.max(0, several - 1);
      }
    }
    return Optional.of(new Found(i - 1, object));
  }

  /** How many words of the frame from a slot on a chunk holds, and nothing else: "face to face". */
  private int words(ChunkedSentence sentence, Chunk chunk, int slot) {
    if (chunk == null) {
      return 0;
    }
    int count = chunk.end() - chunk.begin();
    boolean same =
        count > 1
            && slot + count <= slots.size()
            && sentence
                .words(chunk.begin(), chunk.end())
                .equals(String.join(" ", slots.subList(slot, slot + count)));
    return same ? count : 0;
  }

  private static boolean fits(ChunkedSentence sentence, Lexicon lexicon, Chunk chunk, String slot) {
    if (chunk == null) {
      return false;
    }
    if (slot.equals("TIME")) {
      return chunk instanceof Mark m && m.type() == MarkType.TIME
          || chunk instanceof NounGroup g && head(sentence, lexicon, g, "span");
    }
    if (slot.equals("LENGTH")) {
      return chunk instanceof Mark m && m.type() == MarkType.TIME && sentence.isLength(m);
    }
    if (slot.equals("OBJECT")) {
      return chunk instanceof NounGroup g && g.party() != null;
    }
    if (slot.startsWith("@")) {
      return chunk instanceof NounGroup g && head(sentence, lexicon, g, slot.substring(1));
    }
    return sentence.words(chunk.begin(), chunk.end()).equals(slot);
  }

  private static boolean head(
      ChunkedSentence sentence, Lexicon lexicon, NounGroup group, String wordClass) {
    return group.party() == null && lexicon.isHead(wordClass, sentence, group);
  }
}
