package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Proposes an event for each trigger word of a sentence that no pattern read. It has no parties
 * yet; the models judge whether there is an event and who takes part.
 */
final class OpenTriggers {
  /** The rule of such events. */
  static final String RULE = "model";

  private static final double UNJUDGED = 0.5;

  private final Reading reading;

  OpenTriggers(Reading reading) {
    this.reading = reading;
  }

  /**
   * Returns the proposals.
   *
   * @param read what the patterns read in the sentence
   */
  List<Candidate> find(List<Candidate> read) {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < reading.sentence.chunks().size(); i++) {
      int at = i;
      if (read.stream().noneMatch(c -> c.triggerChunk == at)) {
        reading
            .lexicon
            .trigger(reading.sentence, reading.clause.chunk(at))
            .filter(k -> !reading.status.isRumour(at))
            .ifPresent(k -> found.add(candidate(at, k)));
      }
    }
    return found;
  }

  private Candidate candidate(int at, Kind kind) {
    Candidate c = reading.candidate(RULE, kind, UNJUDGED);
    c.triggerChunk = at;
    c.open = true;
    if (reading.clause.chunk(at) instanceof NounGroup g) {
      c.anaphoric = reading.lexicon.is("pointing", reading.sentence.token(g.begin()).lower());
    } else if (reading.clause.chunk(at) instanceof VerbGroup) {
      c.status = reading.status.ofVerb(at).orElse(Status.DENIED);
    }
    reading.circumstances.read(c, at, reading.clause.arguments(at).end());
    return c;
  }
}
