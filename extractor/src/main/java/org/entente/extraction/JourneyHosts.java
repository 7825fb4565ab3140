package org.entente.extraction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.extraction.Chunk.Mark;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Governor;
import org.entente.extraction.Lexicon.JourneyPattern;
import org.entente.extraction.Lexicon.Traveller;

/**
 * Finds with whom somebody talks who travels for talks of which no partner is told: with the state
 * that is visited ("is to visit Islamabad for talks", "arrived in Jordan to hold talks").
 */
final class JourneyHosts {
  private static final Set<String> PATTERNS = Set.of("talks", "meeting");

  private final Reading reading;
  private final ClauseReader clause;
  private final Itinerary itinerary;

  JourneyHosts(Reading reading) {
    this.reading = reading;
    this.clause = reading.clause;
    this.itinerary = new Itinerary(reading);
  }

  /**
   * The state that is visited for the event of a noun.
   *
   * @return empty where the talks are others', where several places are visited, and where those
   *     who travel act for that state or for nobody
   */
  Optional<Integer> of(NounTrigger noun) {
    NounGroup g = noun.group();
    boolean open =
        PATTERNS.contains(noun.pattern().id())
            && reading.sentence.token(g.head()).lower().endsWith("s")
            && g.inside().isEmpty()
            && !reading.says("peaceful", g.begin(), g.head())
            && (officials(noun.at() + 2)
                || !(clause.chunk(noun.at() + 1) instanceof Mark m
                    && (m.word().equals("with") || reading.lexicon.is("mutual", m.word()))))
            && noun.arguments().prepositions().isEmpty();
    int journey = open ? clause.governor(noun.at()).map(this::journey).orElse(-1) : -1;
    if (journey < 0 || !foreign(journey)) {
      return Optional.empty();
    }
    List<List<Integer>> stops = stops(journey);
    return stops.size() == 1
        ? itinerary.state(stops.get(0)).filter(s -> !isHome(journey, s))
        : Optional.empty();
  }

  /**
   * The verb of travelling to whose purpose an event belongs: "came for", "came to hold"; or -1.
   */
  private int journey(Governor governor) {
    int verb = governor.verb();
    if (governor.preposition().isEmpty()) {
      verb =
          clause.chunk(verb) instanceof VerbGroup v
                  && v.form() == VerbForm.INFINITIVE
                  && reading.lexicon.is("having", v.lemma())
              ? clause.controller(verb)
              : -1;
    } else if (!governor.preposition().equals("for")) {
      return -1;
    }
    return clause.chunk(verb) instanceof VerbGroup v && !v.passive() ? verb : -1;
  }

  /** Whether the only partner of talks for which somebody travels is the state that is visited. */
  boolean isHost(NounTrigger noun, ClauseReader.Parties partner) {
    int journey = clause.governor(noun.at()).map(this::journey).orElse(-1);
    List<Integer> partners =
        partner.groups().stream().flatMap(g -> g.party().entities().stream()).toList();
    return journey >= 0
        && partners.size() == 1
        && stops(journey).stream()
            .anyMatch(s -> itinerary.state(s).filter(partners::contains).isPresent());
  }

  /** "senior government officials": people of no named state, who are those of the one visited. */
  private boolean officials(int at) {
    return clause.chunk(at) instanceof NounGroup g
        && g.inside().isEmpty()
        && reading.lexicon.isHead("officeholder", reading.sentence, g)
        && IntStream.range(g.begin(), g.head())
            .allMatch(k -> reading.lexicon.is("highranking", reading.sentence.token(k).lower()));
  }

  private List<List<Integer>> stops(int verb) {
    for (JourneyPattern p : reading.lexicon.journeys(((VerbGroup) clause.chunk(verb)).lemma())) {
      if (p.traveller() == Traveller.SUBJECT) {
        Itinerary.Stops stops =
            p.goals().contains("object")
                ? itinerary.ofObject(verb + 1, false)
                : itinerary.after(verb + 1, p.goals());
        if (!stops.isEmpty()) {
          return stops.places();
        }
      }
    }
    return List.of();
  }

  /** Whether all who travel are people who act for some state or body. */
  private boolean foreign(int verb) {
    List<NounGroup> travellers = reading.actor(verb).groups();
    return !travellers.isEmpty()
        && travellers.stream()
            .allMatch(
                g ->
                    reading.areOfficials(g)
                        || g.party().entities().stream()
                            .map(reading.entities::get)
                            .allMatch(JourneyHosts::isSent));
  }

  private static boolean isSent(Entity e) {
    return e.type() == EntityType.PERSON && !e.represents().isEmpty();
  }

  private boolean isHome(int verb, int state) {
    return travellers(verb).stream()
        .anyMatch(e -> e.id() == state || Representation.standsFor(e, reading.entities.get(state)));
  }

  private List<Entity> travellers(int verb) {
    return reading.actor(verb).groups().stream()
        .flatMap(g -> g.party().entities().stream())
        .map(reading.entities::get)
        .toList();
  }
}
