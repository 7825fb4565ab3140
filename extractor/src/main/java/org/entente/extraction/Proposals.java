package org.entente.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.document.Span;

/**
 * What the patterns propose for a document, before the models judge it and its sentences are
 * brought together.
 *
 * @param document the document
 * @param sentences its sentences as rows of chunks
 * @param dateline where and when the report was written, as its text says
 * @param candidates possible events, in the order of their triggers
 * @param notes who came along or stayed away
 * @param stays where somebody is said to be
 * @param trips when journeys begin and how long they last
 * @param deeds what somebody did on which day
 * @param results with what result events ended
 */
record Proposals(
    AnnotatedDocument document,
    List<ChunkedSentence> sentences,
    Dateline dateline,
    List<Candidate> candidates,
    List<Attendance> notes,
    List<Stay> stays,
    List<Trip> trips,
    List<Deed> deeds,
    List<Result> results) {
  /**
   * Reads the sentences of a document.
   *
   * @param open whether trigger words that no pattern read are proposed too
   */
  static Proposals of(AnnotatedDocument document, Lexicon lexicon, Chunker chunker, boolean open) {
    Map<Integer, List<Mention>> mentions = new HashMap<>();
    document.mentions().stream()
        .filter(m -> document.times().stream().noneMatch(t -> covers(t, m)))
        .filter(m -> !isOutlet(m, document.entities()))
        .forEach(
            m -> mentions.computeIfAbsent(m.range().sentence(), k -> new ArrayList<>()).add(m));
    Map<Integer, List<TimeExpression>> times = new HashMap<>();
    document.times().stream()
        .filter(t -> document.mentions().stream().noneMatch(m -> isName(m, t, document.entities())))
        .forEach(t -> times.computeIfAbsent(t.range().sentence(), k -> new ArrayList<>()).add(t));
    List<ChunkedSentence> chunked = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    List<Attendance> notes = new ArrayList<>();
    List<Stay> stays = new ArrayList<>();
    List<Trip> trips = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    Dateline dateline = Dateline.of(document);
    for (int i = 0; i < sentences.size(); i++) {
      ChunkedSentence sentence =
          dateline.without(
              chunker.chunk(
                  i,
                  sentences.get(i),
                  mentions.getOrDefault(i, List.of()),
                  times.getOrDefault(i, List.of())));
      chunked.add(sentence);
      Reading reading =
          new Reading(
              lexicon,
              document.entities(),
              sentence,
              document.document().published(),
              document.document().text());
      List<Candidate> read = new EventFinder(reading).find();
      candidates.addAll(read);
      if (open) {
        candidates.addAll(new OpenTriggers(reading).find(read));
      }
      stays.addAll(new StayReader(reading).find());
      trips.addAll(new TripReader(reading).find());
      deeds.addAll(new DeedReader(reading).find());
      notes.addAll(new AttendanceReader(reading).find());
      results.addAll(new OutcomeReader(reading).find());
    }
    Sport sport = new Sport(lexicon, chunked, document.entities());
    candidates.removeIf(sport::isMatch);
    Itineraries.complete(candidates);
    return new Proposals(
        document, chunked, dateline, candidates, notes, stays, trips, deeds, results);
  }

  /** Whether a mention names nothing but who brings the news: they meet nobody. */
  private static boolean isOutlet(Mention m, List<Entity> entities) {
    return !m.entities().isEmpty()
        && m.entities().stream().allMatch(e -> entities.get(e).reporter());
  }

  /** Whether a time is a part of somebody's name: "Jan Vos". */
  private static boolean isName(Mention m, TimeExpression t, List<Entity> entities) {
    return m.form() == MentionForm.NAME
        && m.range().sentence() == t.range().sentence()
        && m.range().begin() <= t.range().begin()
        && t.range().end() <= m.range().end()
        && m.range().end() - m.range().begin() > t.range().end() - t.range().begin()
        && m.entities().stream().allMatch(e -> entities.get(e).type() == EntityType.PERSON);
  }

  private static boolean covers(TimeExpression t, Mention m) {
    return t.range().sentence() == m.range().sentence()
        && t.range().begin() <= m.range().begin()
        && m.range().end() <= t.range().end();
  }

  /**
   * Joins the accounts of single sentences and sets their scene. What no pattern read makes events
   * besides, and leaves those that the patterns read as they are.
   *
   * @return the events of the document, in the order of their first evidence
   */
  List<Candidate> merge(List<Candidate> accounts, Lexicon lexicon) {
    EventMerger merger = new EventMerger(lexicon, document);
    Settings settings =
        new Settings(
            document,
            sentences,
            stays,
            dateline.places(),
            document.document().published(),
            lexicon);
    List<Candidate> events = merger.merge(accounts.stream().filter(c -> !c.open).toList(), notes);
    events.sort(Comparator.comparing(c -> c.evidence.get(0)));
    TripDates dates = new TripDates(trips, document.document().published());
    events.forEach(TripDates::extend);
    events.forEach(e -> dates.date(e, events));
    settings.complete(events, List.of());
    StoryDays days = new StoryDays(deeds, document.document().published());
    events.forEach(e -> days.date(e, events));
    List<Candidate> besides =
        merger.besides(accounts.stream().filter(c -> c.open).toList(), events);
    settings.complete(besides, events);
    besides.forEach(e -> days.date(e, events));
    events.addAll(besides);
    events.sort(Comparator.comparing(c -> c.evidence.get(0)));
    new Results(document.entities(), document.document().published()).give(events, results);
    new SubEvents(sentences, document.entities(), lexicon).link(events);
    return events;
  }

  /** Leaves out visits that are only the way to an event that no pattern read. */
  void cover(List<Candidate> events, Lexicon lexicon) {
    new VisitCoverage(lexicon, document.entities(), spans()).apply(events, Candidate::isOpen);
  }

  private List<Span> spans() {
    return document.sentences().stream().map(Sentence::span).toList();
  }

  /** The other proposals of a candidate's trigger. */
  List<Candidate> siblings(Candidate c) {
    return candidates.stream()
        .filter(o -> o != c && o.sentence == c.sentence && o.triggerChunk == c.triggerChunk)
        .toList();
  }

  PartyFeatures partyFeatures(Candidate c, Lexicon lexicon) {
    return new PartyFeatures(sentences.get(c.sentence), lexicon, document.entities());
  }

  EventFeatures eventFeatures(Candidate c, Lexicon lexicon) {
    return new EventFeatures(
        sentences.get(c.sentence), lexicon, document.entities(), document.document().published());
  }
}
