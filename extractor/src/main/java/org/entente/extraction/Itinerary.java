package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.MarkType;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Parties;

/** Reads the places of a journey: "Kabul, Afghanistan, and then Delhi" is two stops. */
final class Itinerary {
  /** How far after its trigger a journey's first place may stand, in chunks. */
  private static final int REACH = 8;

  private static final Set<String> AWAY = Set.of("away", "under");

  private static final Set<String> ORIGIN = Set.of("from", "out of");

  private final Reading reading;
  private final ClauseReader clause;

  Itinerary(Reading reading) {
    this.reading = reading;
    this.clause = reading.clause;
  }

  /**
   * The stops of a journey.
   *
   * @param places for each stop its places as numbers of entities, the most specific first
   * @param begin number of the chunk at which they begin, the preposition included
   * @param end number of the chunk after them
   */
  record Stops(List<List<Integer>> places, int begin, int end) {
    static final Stops NONE = new Stops(List.of(), -1, -1);

    boolean isEmpty() {
      return places.isEmpty();
    }

    /** The same stops inside a country or region. */
    Stops within(List<Integer> around) {
      return new Stops(places.stream().map(p -> joined(p, around)).toList(), begin, end);
    }
  }

  /** The state that a stop is, or in which it lies. */
  Optional<Integer> state(List<Integer> stop) {
    return stop.stream()
        .flatMap(p -> Stream.concat(Stream.of(p), reading.entities.get(p).within().stream()))
        .filter(p -> reading.entities.get(p).type() == EntityType.POLITY)
        .findFirst();
  }

  /**
   * The stops that a verb takes as its object: "visited Oslo", "visited troops in Oslo".
   *
   * @param around whether the place of another object is a stop too
   */
  Stops ofObject(int start, boolean around) {
    int i = skip(start);
    Stops direct = list(i);
    if (!direct.isEmpty()) {
      return more(direct, Set.of());
    }
    return around
            && clause.chunk(i) instanceof NounGroup g
            && (g.party() == null || g.party().type() != EntityType.PERSON)
        ? after(i + 1, Set.of("in", "at"))
        : Stops.NONE;
  }

  /** The state that acts, where it has to do with somebody's visit: "Peru refused a visit by". */
  Stops ofState(Parties actor) {
    boolean state =
        actor.groups().size() == 1
            && actor.groups().get(0).party().entities().size() == 1
            && isState(actor.groups().get(0).party().entities().get(0));
    return state
        ? new Stops(List.of(actor.groups().get(0).party().entities()), actor.begin(), actor.end())
        : Stops.NONE;
  }

  /** The stops of a noun for a journey: "a tour of Peru", "a visit to troops in Iraq". */
  Stops ofNoun(int at, Set<String> prepositions) {
    Stops stops = after(at + 1, prepositions);
    if (!stops.isEmpty()) {
      return stops;
    }
    NounGroup g = (NounGroup) clause.chunk(at);
    List<List<Integer>> inside = new ArrayList<>();
    for (Mention m : g.inside()) {
      boolean modifier = !g.owners().contains(m) && m.range().end() <= g.head();
      if (modifier && m.form() == MentionForm.NAME) {
        inside.addAll(of(m)); // "his China trip"
      }
    }
    return inside.isEmpty() ? Stops.NONE : new Stops(inside, at, at + 1);
  }

  /** The stops after the first of the prepositions that a place follows. */
  Stops after(int start, Set<String> prepositions) {
    for (int i = start; i < start + REACH && clause.chunk(i) != null; i++) {
      if (clause.chunk(i) instanceof Mark m) {
        Stops origin = ORIGIN.contains(m.word()) ? list(skip(i + 1)) : Stops.NONE;
        if (!origin.isEmpty()) {
          i = origin.end() - 1; // "flew from Oslo to Rome"
          continue;
        }
        if (m.type() == MarkType.PREPOSITION && prepositions.contains(m.word())) {
          Stops stops = list(skip(i + 1));
          if (!stops.isEmpty()) {
            return more(new Stops(stops.places(), i, stops.end()), prepositions);
          }
          if (clause.chunk(skip(i + 1)) instanceof NounGroup g
              && reading.lexicon.isEventNoun(reading.sentence, g)) {
            return Stops.NONE; // "flew to a summit": the event has the place
          }
        }
        if (m.type() == MarkType.BREAK
            || m.type() == MarkType.SUBORDINATOR
            || m.type() == MarkType.RELATIVE
            || ORIGIN.contains(m.word())
            || AWAY.contains(m.word())) {
          return Stops.NONE;
        }
      } else if (clause.chunk(i) instanceof VerbGroup) {
        return Stops.NONE;
      }
    }
    return Stops.NONE;
  }

  /** The stop before a relative clause: "Oslo, where she is to arrive". */
  Stops beforeWhere(int verb) {
    for (int i = verb - 1; i > 0; i--) {
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.RELATIVE) {
        int place = i - 1;
        while (clause.chunk(place) instanceof Mark gap && gap.type() == MarkType.COMMA) {
          place--;
        }
        return m.word().equals("where") ? list(place) : Stops.NONE;
      }
      if (clause.chunk(i) instanceof Mark m && m.type() == MarkType.SUBORDINATOR) {
        return Stops.NONE;
      }
    }
    return Stops.NONE;
  }

  /** The stops that are the subject of a verb: "Oslo and Rome are the next stops". */
  Stops before(int verb) {
    int first = clause.nounBefore(verb);
    while (first > 1
        && clause.chunk(first - 1) instanceof Mark m
        && (m.type() == MarkType.COMMA || m.type() == MarkType.CONJUNCTION)
        && clause.chunk(first - 2) instanceof NounGroup) {
      first -= 2;
    }
    Stops stops = first < 0 ? Stops.NONE : list(first);
    return stops.end() <= verb ? stops : Stops.NONE;
  }

  /** Adds "and then to Oslo", where the preposition, or an adverb of order, is said again. */
  private Stops more(Stops stops, Set<String> prepositions) {
    int i = stops.end();
    boolean joined = false;
    boolean again = false;
    while (clause.chunk(i) instanceof Mark m) {
      boolean joins = m.type() == MarkType.COMMA || m.type() == MarkType.CONJUNCTION;
      boolean said = m.type() == MarkType.PREPOSITION && prepositions.contains(m.word());
      if (!joins && !said && m.type() != MarkType.ADVERB && m.type() != MarkType.TIME) {
        return stops;
      }
      joined |= joins;
      again |= said || joined && m.type() == MarkType.ADVERB;
      i++;
    }
    Stops next = joined && again ? list(i) : Stops.NONE;
    if (next.isEmpty() || clause.startsClause(next.end() - 1)) {
      return stops;
    }
    List<List<Integer>> all = new ArrayList<>(stops.places());
    all.addAll(next.places());
    return more(new Stops(all, stops.begin(), next.end()), prepositions);
  }

  private int skip(int i) {
    while (clause.chunk(i) instanceof Mark m
        && (m.type() == MarkType.ADVERB || m.type() == MarkType.TIME)) {
      i++;
    }
    return i;
  }

  /** The list of places that starts at a chunk; a state after its city is no stop of its own. */
  private Stops list(int start) {
    List<List<Integer>> stops = new ArrayList<>();
    int i = start;
    int end = start;
    boolean comma = false;
    while (clause.chunk(i) instanceof NounGroup g && (end == start || !clause.startsClause(i))) {
      List<List<Integer>> here = of(g);
      int next = i + 1;
      boolean common = g.inside().stream().noneMatch(m -> m.range().end() > g.head());
      if (common
          && clause.chunk(next) instanceof Mark of
          && of.word().equals("of")
          && clause.chunk(next + 1) instanceof NounGroup named
          && !of(named).isEmpty()) {
        here = of(named); // "the region of Xinjiang"
        next += 2;
      }
      if (here.isEmpty()
          && common
          && reading.lexicon.is("locality", reading.sentence.token(g.head()).lemma())
          && clause.chunk(next) instanceof Mark gap
          && gap.type() == MarkType.COMMA
          && clause.chunk(next + 1) instanceof NounGroup named
          && !of(named).isEmpty()) {
        here = of(named); // "the Kenyan capital, Nairobi"
        next += 2;
      }
      if (here.isEmpty()) {
        break;
      }
      boolean encloses = comma && !stops.isEmpty() && encloses(here, stops, next);
      if (encloses) {
        stops.set(stops.size() - 1, joined(stops.get(stops.size() - 1), here.get(0)));
      } else {
        stops.addAll(here);
      }
      end = next;
      comma = false;
      boolean conjunction = false;
      while (clause.chunk(next) instanceof Mark m
          && (m.type() == MarkType.COMMA || m.type() == MarkType.CONJUNCTION)) {
        comma |= m.type() == MarkType.COMMA;
        conjunction |= m.type() == MarkType.CONJUNCTION;
        next++;
      }
      if (!comma && !conjunction) {
        break;
      }
      comma &= !conjunction;
      i = next;
    }
    return stops.isEmpty() ? Stops.NONE : new Stops(List.copyOf(stops), start, end);
  }

  /** Whether a place after a comma is the state or region around the stop before it. */
  private boolean encloses(List<List<Integer>> here, List<List<Integer>> stops, int next) {
    if (here.size() > 1 || isState(stops.get(stops.size() - 1).get(0))) {
      return false;
    }
    boolean comma = clause.chunk(next) instanceof Mark m && m.type() == MarkType.COMMA;
    int after = comma ? next + 1 : next;
    boolean conjunction = clause.chunk(after) instanceof Mark m && m.type() == MarkType.CONJUNCTION;
    boolean last =
        !conjunction && !(clause.chunk(after) instanceof NounGroup g && !of(g).isEmpty());
    return isState(here.get(0).get(0)) ? comma || !conjunction : last;
  }

  private boolean isState(int id) {
    return reading.entities.get(id).type() == EntityType.POLITY;
  }

  private static List<Integer> joined(List<Integer> stop, List<Integer> around) {
    List<Integer> all = new ArrayList<>(stop);
    around.stream().filter(p -> !all.contains(p)).forEach(all::add);
    return all;
  }

  /** The stops that a noun group names: one, or each of "the two countries". */
  private List<List<Integer>> of(NounGroup g) {
    List<Integer> named = new ArrayList<>();
    List<List<Integer>> several = new ArrayList<>();
    for (Mention m : g.inside()) {
      List<List<Integer>> here = g.owners().contains(m) ? List.of() : of(m);
      if (here.size() > 1) {
        several.addAll(here);
      } else {
        here.forEach(p -> named.addAll(0, p)); // the narrowest comes last
      }
    }
    if (!several.isEmpty()) {
      return several;
    }
    if (named.isEmpty()) {
      named.addAll(territory(g));
    }
    return named.isEmpty() ? List.of() : List.of(List.copyOf(named));
  }

  private List<List<Integer>> of(Mention m) {
    boolean name = m.form() == MentionForm.NAME || m.form() == MentionForm.NOMINAL;
    return m.type() == EntityType.PLACE && name
        ? m.entities().stream().map(List::of).toList()
        : List.of();
  }

  /** "the Palestinian territories"; a state that the tagger took for somebody who acts. */
  private List<Integer> territory(NounGroup g) {
    String head = reading.sentence.token(g.head()).lemma();
    boolean land = reading.lexicon.is("land", head);
    for (Mention m : g.inside()) {
      boolean whole = m.form() == MentionForm.NAME && m.range().end() == g.end();
      if (m.type() == EntityType.POLITY && (land || whole)) {
        return m.entities();
      }
    }
    return List.of();
  }
}
