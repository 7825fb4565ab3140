package org.entente.extraction;

import java.util.List;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.report.Kind;

/** Reads an earlier event of the same parties: "The last time was in Helsinki in 2018." */
final class OccasionEvents {
  private final Reading reading;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final CircumstanceReader circumstances;

  OccasionEvents(Reading reading) {
    this.reading = reading;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.circumstances = reading.circumstances;
  }

  /** "The last time was in Helsinki in 2018." */
  void read(int at, NounGroup g, List<Candidate> found) {
    boolean earlier =
        sentence.words(g.begin(), g.end()).matches(".*\\b(last|first|previous|only|other)\\b.*");
    if (!earlier
        || !(clause.chunk(at + 1) instanceof VerbGroup v)
        || !v.lemma().equals("be")
        || !v.past()
        || v.negated()) {
      return;
    }
    Candidate c = reading.candidate("last-time", Kind.MEETING, 0.6);
    c.recurrence = true;
    circumstances.read(c, at, clause.arguments(at + 1).end());
    if (!c.places.isEmpty() && c.date.isPresent()) {
      found.add(c);
    }
  }
}
