package org.entente.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.report.Details;
import org.entente.report.Kind;
import org.entente.report.Participant;
import org.entente.report.Report;
import org.entente.report.ReportedFormat;
import org.entente.report.ReportedOutcome;
import org.entente.report.Status;
import org.entente.report.Step;

/**
 * Reads who met whom, where and when from an annotated document: a cascade of chunks, event
 * patterns and merging, over pattern files. Immutable and thread-safe.
 */
public final class MeetingExtractor {
  private final Lexicon lexicon;
  private final Chunker chunker;
  private final Optional<MeetingModels> models;
  private final Thresholds thresholds;
  private final ExtractionSettings settings;

  private MeetingExtractor(
      Lexicon lexicon,
      Optional<MeetingModels> models,
      Thresholds thresholds,
      ExtractionSettings settings) {
    this.lexicon = lexicon;
    this.chunker = new Chunker(lexicon);
    this.models = models;
    this.thresholds = thresholds;
    this.settings = settings;
  }

  /**
   * Reads the pattern files, and the models where they are to judge, from the class path.
   *
   * @throws IllegalStateException when a pattern file is missing or malformed
   */
  public static MeetingExtractor load(ExtractionSettings settings) {
    return new MeetingExtractor(
        Lexicon.load(),
        settings.models() ? Optional.of(MeetingModels.load()) : Optional.empty(),
        Thresholds.DEFAULTS,
        settings);
  }

  /**
   * Reads the pattern files from the class path.
   *
   * @param models complete what the patterns read
   * @param thresholds how sure they must be
   * @param settings from which confidence on events are reported
   * @throws IllegalStateException when a pattern file is missing or malformed
   */
  public static MeetingExtractor with(
      MeetingModels models, Thresholds thresholds, ExtractionSettings settings) {
    return new MeetingExtractor(Lexicon.load(), Optional.of(models), thresholds, settings);
  }

  /** Returns what the document says of events, in the order of their first evidence. */
  public List<Report> extract(AnnotatedDocument document) {
    Proposals proposals = Proposals.of(document, lexicon, chunker, models.isPresent());
    List<Candidate> sure = sure(events(proposals));
    Derivation derivation = new Derivation(proposals, lexicon);
    return sure.stream()
        .map(c -> report(c, document, details(c, sure.indexOf(c.whole), derivation.of(c))))
        .toList();
  }

  private List<Candidate> sure(List<Candidate> events) {
    return events.stream()
        .filter(c -> c.confidence >= settings.least())
        .filter(c -> c.confidence >= settings.likely() || !saysWhoMet(c) && !isRepeated(c, events))
        .toList();
  }

  private static boolean saysWhoMet(Candidate c) {
    return c.status == Status.HELD && c.kind != Kind.CONFERENCE && c.parties.size() > 1;
  }

  /** A visit beside a surer one of the same visitors may be told of the same journey. */
  private static boolean isRepeated(Candidate c, List<Candidate> events) {
    return c.kind == Kind.VISIT
        && events.stream()
            .anyMatch(
                e ->
                    e.kind == Kind.VISIT
                        && e.confidence > c.confidence
                        && e.parties.keySet().equals(c.parties.keySet()));
  }

  private List<Candidate> events(Proposals proposals) {
    if (models.isEmpty()) {
      return proposals.merge(proposals.candidates(), lexicon);
    }
    List<Candidate> events =
        proposals.merge(
            new CandidateJudge(proposals, models.get(), lexicon, thresholds).judge(), lexicon);
    EventJudge judge = new EventJudge(proposals, models.get(), lexicon, thresholds);
    judge.complete(events);
    judge.rate(events);
    events.removeIf(c -> c.isOpen() && c.confidence < settings.unread());
    proposals.cover(events, lexicon);
    return events;
  }

  private static Report report(Candidate c, AnnotatedDocument document, Details details) {
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
        c.readBy(),
        c.judgement,
        details);
  }

  private static Details details(Candidate c, int whole, List<Step> derivation) {
    List<ReportedFormat> formats = new ArrayList<>();
    c.formats.forEach((format, words) -> formats.add(new ReportedFormat(format, words)));
    List<ReportedOutcome> outcomes = new ArrayList<>();
    c.outcomes.forEach((outcome, words) -> outcomes.add(new ReportedOutcome(outcome, words)));
    return new Details(
        formats, outcomes, whole < 0 ? OptionalInt.empty() : OptionalInt.of(whole), derivation);
  }
}
