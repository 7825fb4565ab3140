package org.entente.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.annotation.Token;
import org.entente.document.Span;
import org.entente.report.Participant;
import org.entente.report.Report;

/**
 * Reads who met whom, where and when from an annotated document: a cascade of chunks, event
 * patterns and merging, over pattern files. Immutable and thread-safe.
 */
public final class MeetingExtractor {
  private static final int DATELINE_TOKENS = 12;
  private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014");

  private final Lexicon lexicon;
  private final Chunker chunker;

  private MeetingExtractor(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.chunker = new Chunker(lexicon);
  }

  /**
   * Reads the pattern files from the class path.
   *
   * @throws IllegalStateException when a pattern file is missing or malformed
   */
  public static MeetingExtractor load() {
    return new MeetingExtractor(Lexicon.load());
  }

  /** Returns what the document says of events, in the order of their first evidence. */
  public List<Report> extract(AnnotatedDocument document) {
    Map<Integer, List<Mention>> mentions = new HashMap<>();
    document.mentions().stream()
        .filter(
            m ->
                document.times().stream()
                    .noneMatch(
                        t ->
                            t.range().sentence() == m.range().sentence()
                                && t.range().begin() <= m.range().begin()
                                && m.range().end() <= t.range().end()))
        .forEach(
            m -> mentions.computeIfAbsent(m.range().sentence(), k -> new ArrayList<>()).add(m));
    Map<Integer, List<TimeExpression>> times = new HashMap<>();
    document
        .times()
        .forEach(t -> times.computeIfAbsent(t.range().sentence(), k -> new ArrayList<>()).add(t));
    List<Candidate> candidates = new ArrayList<>();
    List<Companions.Note> notes = new ArrayList<>();
    List<Stay> stays = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      ChunkedSentence chunked =
          chunker.chunk(
              i,
              sentences.get(i),
              mentions.getOrDefault(i, List.of()),
              times.getOrDefault(i, List.of()));
      Reading reading =
          new Reading(
              lexicon,
              document.entities(),
              chunked,
              document.document().published(),
              document.document().text());
      candidates.addAll(new EventFinder(reading).find());
      stays.addAll(new StayReader(reading).find());
      notes.addAll(new Companions(chunked, lexicon, document.entities()).find());
    }
    List<Span> spans = sentences.stream().map(Sentence::span).toList();
    List<Candidate> events =
        new EventMerger(lexicon, document.entities()).merge(candidates, notes, spans);
    events.sort(Comparator.comparing(c -> c.evidence.get(0)));
    new Settings(stays, dateline(document), document.document().published()).complete(events);
    return events.stream().map(c -> report(c, document)).toList();
  }

  /** The place before the dash with which the first sentence of a report begins. */
  private static List<Integer> dateline(AnnotatedDocument document) {
    if (document.sentences().isEmpty()) {
      return List.of();
    }
    List<Token> opening = document.sentences().get(0).tokens();
    boolean dash = opening.stream().limit(DATELINE_TOKENS).anyMatch(t -> DASHES.contains(t.form()));
    return document.mentions().stream()
        .filter(m -> dash && m.range().sentence() == 0 && m.range().begin() == 0)
        .flatMap(m -> m.entities().stream().limit(1))
        .filter(
            id ->
                document.entities().get(id).type() == EntityType.PLACE
                    || document.entities().get(id).type() == EntityType.POLITY)
        .toList();
  }

  private static Report report(Candidate c, AnnotatedDocument document) {
    List<Entity> entities = document.entities();
    List<Participant> participants =
        c.parties.entrySet().stream()
            .map(
                e -> {
                  Entity agent = entities.get(e.getKey());
                  return new Participant(agent, e.getValue(), agent.office(), agent.represents());
                })
            .toList();
    return new Report(
        c.kind,
        c.status,
        participants,
        c.absentees.stream().map(entities::get).toList(),
        c.places.stream().map(entities::get).toList(),
        c.date,
        c.dateText,
        c.duration,
        c.topics.stream().limit(3).toList(),
        c.evidence,
        Math.round(c.confidence * 100) / 100.0,
        c.rule);
  }
}
