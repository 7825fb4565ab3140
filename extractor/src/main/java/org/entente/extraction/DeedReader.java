package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;

/** Reads what somebody did on which day. */
final class DeedReader {
  private final Reading reading;

  DeedReader(Reading reading) {
    this.reading = reading;
  }

  /** Returns the deeds of the sentence in the order of its words. */
  List<Deed> find() {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < reading.sentence.chunks().size(); i++) {
      if (reading.clause.chunk(i) instanceof VerbGroup v && v.form() == VerbForm.FINITE) {
        deed(i, v).ifPresent(deeds::add);
      }
    }
    return deeds;
  }

  private Optional<Deed> deed(int at, VerbGroup v) {
    if (v.negated() || reading.circumstances.telling(at) != Telling.STORY) {
      return Optional.empty();
    }
    Optional<TimeExpression> time =
        reading.circumstances.time(at, reading.clause.arguments(at).end());
    return time.flatMap(TimeExpression::bounds)
        .filter(DateBounds::isDay)
        .map(
            d ->
                new Deed(
                    reading.sentence.number(),
                    who(at),
                    reading.lexicon.is("departure", v.lemma()),
                    d.earliest(),
                    time.get().span().of(reading.text)));
  }

  private Set<Integer> who(int at) {
    Set<Integer> who = new LinkedHashSet<>();
    reading.actor(at).groups().stream()
        .flatMap(g -> g.party().entities().stream())
        .filter(id -> reading.entities.get(id).type() != EntityType.PLACE)
        .forEach(who::add);
    return who;
  }
}
