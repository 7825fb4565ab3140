package org.entente.extraction;

import java.util.List;
import java.util.Set;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.EntityType;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.document.BlockKind;

/**
 * The place and day before the dash with which the text of a report begins: "GENEVA, Nov. 19 - ".
 * The day is that of the report, and dates nothing that it tells.
 *
 * @param sentence number of the sentence that begins with it; -1 where there is none
 * @param end number of the token after it
 * @param places the places that it names
 */
record Dateline(int sentence, int end, List<Integer> places) {
  private static final Dateline NONE = new Dateline(-1, 0, List.of());
  private static final int LONGEST = 12;
  private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014");
  private static final Set<String> VERBS = Set.of("VERB", "AUX");

  static Dateline of(AnnotatedDocument document) {
    List<Sentence> sentences = document.sentences();
    int first = 0;
    while (first < sentences.size() && sentences.get(first).kind() == BlockKind.HEADLINE) {
      first++;
    }
    int end = first < sentences.size() ? dash(sentences.get(first).tokens()) + 1 : 0;
    int opening = first;
    List<Integer> places =
        document.mentions().stream()
            .filter(m -> end > 0 && m.range().sentence() == opening && m.range().begin() == 0)
            .flatMap(m -> m.entities().stream().limit(1))
            .filter(
                id ->
                    document.entities().get(id).type() == EntityType.PLACE
                        || document.entities().get(id).type() == EntityType.POLITY)
            .toList();
    return places.isEmpty() ? NONE : new Dateline(opening, end, places);
  }

  private static int dash(List<Token> tokens) {
    for (int i = 0; i < Math.min(tokens.size(), LONGEST); i++) {
      if (DASHES.contains(tokens.get(i).form())) {
        return i;
      }
      if (VERBS.contains(tokens.get(i).tag())
          && Character.isLowerCase(tokens.get(i).form().charAt(0))) {
        return -1; // a clause of its own; in capitals a name that the tagger took for a verb
      }
    }
    return -1;
  }

  /** Returns a sentence without the times of the dateline. */
  ChunkedSentence without(ChunkedSentence read) {
    return read.number() != sentence
        ? read
        : new ChunkedSentence(
            read.number(),
            read.sentence(),
            read.chunks(),
            read.mentions(),
            read.times().stream().filter(t -> t.range().begin() >= end).toList());
  }
}
