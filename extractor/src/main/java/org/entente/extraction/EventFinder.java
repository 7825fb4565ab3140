package org.entente.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.extraction.Chunk.NounGroup;
import org.entente.extraction.Chunk.VerbForm;
import org.entente.extraction.Chunk.VerbGroup;
import org.entente.extraction.ClauseReader.Governor;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Applies the verb and noun patterns to one sentence: the third level of the cascade. */
final class EventFinder {
  private static final Set<String> VENUE = Set.of("in", "at");

  private final Lexicon lexicon;
  private final ChunkedSentence sentence;
  private final ClauseReader clause;
  private final VerbEvents verbs;
  private final NounEvents nouns;
  private final OccasionEvents occasions;
  private final Journeys journeys;
  private final Gatherings gatherings;
  private final FormatReader formats;
  private final Itinerary itinerary;

  EventFinder(Reading reading) {
    this.lexicon = reading.lexicon;
    this.sentence = reading.sentence;
    this.clause = reading.clause;
    this.journeys = new Journeys(reading);
    this.gatherings = new Gatherings(reading);
    this.verbs = new VerbEvents(reading);
    this.nouns = new NounEvents(reading, journeys, gatherings);
    this.occasions = new OccasionEvents(reading);
    this.formats = new FormatReader(reading);
    this.itinerary = new Itinerary(reading);
  }

  /** Returns what the sentence says of events, in the order of its words. */
  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    List<Chunk> chunks = sentence.chunks();
    for (int i = 0; i < chunks.size(); i++) {
      if (chunks.get(i) instanceof VerbGroup v) {
        verbs.read(i, v, found);
        journeys.ofVerb(i, v, found);
        gatherings.ofVerb(i, v, found);
      } else if (chunks.get(i) instanceof NounGroup g) {
        int at = i;
        lexicon.noun(sentence, g).ifPresent(p -> nouns.read(at, g, p, found));
        if (lexicon.isHead("occasion", sentence, g)) {
          occasions.read(at, g, found);
        }
      }
      apart(i, found);
      for (Candidate c : found) {
        if (c.triggerChunk < 0) {
          c.triggerChunk = i;
          c.told = c.status;
          c.near = c.status == Status.PLANNED && isNear(i);
          formats.read(c, i);
        }
      }
    }
    return found;
  }

  /** "met leaders in Ghana, Mali and Togo": one meeting in each of the countries. */
  private void apart(int at, List<Candidate> found) {
    List<Candidate> here = found.stream().filter(c -> c.triggerChunk < 0).toList();
    List<List<Integer>> stops =
        here.isEmpty() ? List.of() : itinerary.after(at + 1, VENUE).places();
    Set<Integer> states = new LinkedHashSet<>();
    stops.forEach(stop -> itinerary.state(stop).ifPresent(states::add));
    if (stops.size() < 2 || states.size() < stops.size()) {
      return;
    }
    for (Candidate c : here) {
      boolean placed = stops.stream().flatMap(List::stream).anyMatch(c.places::contains);
      if (c.kind == Kind.VISIT
          || !placed
          || c.parties.keySet().stream().anyMatch(states::contains)) {
        continue;
      }
      found.remove(c);
      for (List<Integer> stop : stops) {
        found.add(c.at(stop));
      }
    }
  }

  /** "prepared to begin talks", "were about to meet": what was to come at a time of the past. */
  private boolean isNear(int trigger) {
    int verb = clause.governor(trigger).map(Governor::verb).orElse(trigger);
    for (int i = verb; i >= 0 && clause.chunk(i) instanceof VerbGroup v; i = clause.controller(i)) {
      if (v.form() == VerbForm.FINITE) {
        return v.past() && lexicon.is("preparing", v.lemma());
      }
    }
    return false;
  }
}
