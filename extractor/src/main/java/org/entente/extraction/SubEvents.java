package org.entente.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.Mark;
import org.entente.report.Kind;

/**
 * Finds the events of a document that took place within another one of it: the meeting on the
 * margins of a summit, the dinner during a visit. It makes no event and joins none.
 */
final class SubEvents {
  /** How many sentences may lie between a part and its whole where one of them has no date. */
  private static final int NEAR = 2;

  private static final Set<Kind> PARTS = Set.of(Kind.MEETING, Kind.TALKS);

  private final List<ChunkedSentence> sentences;
  private final List<Entity> entities;
  private final Lexicon lexicon;

  SubEvents(List<ChunkedSentence> sentences, List<Entity> entities, Lexicon lexicon) {
    this.sentences = sentences;
    this.entities = entities;
    this.lexicon = lexicon;
  }

  /** Links each part to its whole, where the text allows one whole alone. */
  void link(List<Candidate> events) {
    for (Candidate part : events) {
      if (PARTS.contains(part.kind)) {
        List<Candidate> wholes = events.stream().filter(w -> w != part && holds(w, part)).toList();
        if (wholes.size() == 1) {
          part.whole = wholes.get(0);
        }
      }
    }
  }

  private boolean holds(Candidate whole, Candidate part) {
    if (!whole.kind.isGathering() && whole.kind != Kind.VISIT
        || whole.status != part.status
        || !places(whole, part)) {
      return false;
    }
    if (told(whole, part)) {
      return dates(whole, part, false);
    }
    boolean parties =
        whole.kind == Kind.VISIT
            ? part.parties.keySet().containsAll(whole.parties.keySet())
            : whole.parties.size() > part.parties.size()
                && whole.parties.keySet().containsAll(part.parties.keySet());
    return parties && dates(whole, part, true);
  }

  /** Whether a sentence says that the part was at the whole: "met during the summit". */
  private boolean told(Candidate whole, Candidate part) {
    for (Candidate account : whole.accounts) {
      List<Chunk> chunks = sentences.get(account.sentence).chunks();
      boolean within =
          account.triggerChunk > 0
              && chunks.get(account.triggerChunk - 1) instanceof Mark m
              && lexicon.is("within", m.word());
      if (within && part.accounts.stream().anyMatch(p -> p.sentence == account.sentence)) {
        return true;
      }
    }
    return false;
  }

  private static boolean dates(Candidate whole, Candidate part, boolean close) {
    Optional<DateBounds> outer = whole.date;
    Optional<DateBounds> inner = part.date;
    if (outer.isPresent() && inner.isPresent()) {
      return !inner.get().earliest().isBefore(outer.get().earliest())
          && !inner.get().latest().isAfter(outer.get().latest());
    }
    return !close
        || part.sentences().stream()
            .anyMatch(p -> whole.sentences().stream().anyMatch(w -> p >= w && p - w <= NEAR));
  }

  private boolean places(Candidate whole, Candidate part) {
    boolean aroundCity =
        whole.places.stream().allMatch(this::isState)
            && part.places.stream().noneMatch(this::isState);
    return part.places.isEmpty()
        || whole.places.isEmpty()
        || aroundCity
        || !Collections.disjoint(whole.places, part.places);
  }

  private boolean isState(int place) {
    return entities.get(place).type() == EntityType.POLITY;
  }
}
