package org.entente.extraction;

import java.util.Comparator;
import java.util.List;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.Sentence;
import org.entente.document.Span;
import org.entente.report.Participant;
import org.entente.report.Report;

/**
 * Reads who met whom, where and when from an annotated document: a cascade of chunks, event
 * patterns and merging, over pattern files. Immutable and thread-safe.
 */
public final class MeetingExtractor {
  private final Lexicon lexicon;
  private final Chunker chunker;
  private final MeetingModels models;

  private MeetingExtractor(Lexicon lexicon, MeetingModels models) {
    this.lexicon = lexicon;
    this.chunker = new Chunker(lexicon);
    this.models = models;
  }

  /**
   * Reads the pattern files and the models from the class path.
   *
   * @throws IllegalStateException when a pattern file is missing or malformed
   */
  public static MeetingExtractor load() {
    return with(MeetingModels.load());
  }

  /**
   * Reads the pattern files from the class path.
   *
   * @param models judge what the patterns propose
   * @throws IllegalStateException when a pattern file is missing or malformed
   */
  public static MeetingExtractor with(MeetingModels models) {
    return new MeetingExtractor(Lexicon.load(), models);
  }

  /** Returns what the document says of events, in the order of their first evidence. */
  public List<Report> extract(AnnotatedDocument document) {
    Proposals proposals = Proposals.of(document, lexicon, chunker);
    List<Span> spans = document.sentences().stream().map(Sentence::span).toList();
    List<DocumentEvent> events = new EventReader(proposals, models, lexicon).read();
    return events.stream()
        .sorted(Comparator.comparing(e -> e.sentences.iterator().next()))
        .map(e -> report(e, document.entities(), spans))
        .toList();
  }

  private static Report report(DocumentEvent e, List<Entity> entities, List<Span> spans) {
    List<Participant> participants =
        e.parties.entrySet().stream()
            .map(
                p -> {
                  Entity agent = entities.get(p.getKey());
                  return new Participant(agent, p.getValue(), agent.office(), agent.represents());
                })
            .toList();
    return new Report(
        e.kind(),
        e.status(),
        participants,
        e.absentees.stream().map(entities::get).toList(),
        e.places.stream().map(entities::get).toList(),
        e.date,
        e.dateText,
        e.duration,
        e.topics.stream().limit(3).toList(),
        e.evidence(spans),
        Math.round(e.confidence * 100) / 100.0,
        e.rule());
  }
}
