package org.entente.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.TimeExpression;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;

/** Reads when journeys begin and how long they last. */
final class TripReader {
  private final Reading reading;
  private final ClauseReader clause;

  TripReader(Reading reading) {
    this.reading = reading;
    this.clause = reading.clause;
  }

  /** Returns the journeys of the sentence of which a day or a length is told. */
  List<Trip> find() {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < reading.sentence.chunks().size(); i++) {
      Chunk c = clause.chunk(i);
      boolean noun =
          c instanceof NounGroup g && reading.lexicon.isHead("visitnoun", reading.sentence, g);
      boolean verb =
          c instanceof VerbGroup v && !v.passive() && reading.lexicon.is("motion", v.lemma());
      if (noun || verb) {
        Optional<LocalDate> start = start(i);
        int days = noun ? days((NounGroup) c) : 0;
        if (start.isPresent() || days > 0) {
          boolean tour =
              noun && reading.lexicon.isHead("tournoun", reading.sentence, (NounGroup) c);
          boolean ahead =
              reading.circumstances.telling(i) == Telling.OTHER
                  && !(c instanceof VerbGroup v && reading.lexicon.is("departure", v.lemma()));
          trips.add(new Trip(reading.sentence.number(), travellers(i), start, days, ahead, tour));
        }
      }
    }
    return trips;
  }

  private Optional<LocalDate> start(int at) {
    return reading.circumstances.edge(at) == Edge.END
        ? Optional.empty()
        : reading
            .circumstances
            .time(at, clause.arguments(at).end())
            .flatMap(TimeExpression::bounds)
            .filter(DateBounds::isDay)
            .map(DateBounds::earliest);
  }

  private int days(NounGroup g) {
    return reading.sentence.times().stream()
        .filter(t -> t.range().begin() >= g.begin() && t.range().end() <= g.end())
        .flatMap(t -> t.duration().stream())
        .mapToInt(d -> (int) d.toDays())
        .findFirst()
        .orElse(0);
  }

  private Set<Integer> travellers(int at) {
    Set<Integer> who = new LinkedHashSet<>();
    if (clause.chunk(at) instanceof NounGroup g) {
      g.owners().forEach(m -> who.addAll(people(m)));
    }
    if (who.isEmpty()) {
      clause.subject(at).groups().forEach(g -> who.addAll(people(g.party())));
    }
    return who;
  }

  private List<Integer> people(Mention m) {
    return m.entities().stream()
        .filter(id -> reading.entities.get(id).type() == EntityType.PERSON)
        .toList();
  }
}
