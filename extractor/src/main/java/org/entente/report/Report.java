package org.entente.report;

import java.util.List;
import java.util.Optional;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.document.Span;

/**
 * What one document says of one event.
 *
 * @param kind the kind of event
 * @param status whether it took place
 * @param participants the parties, each agent once
 * @param absentees who is said not to have been there
 * @param places the venue's names, most specific first
 * @param date the days in which it lies, where the text says
 * @param dateText the words for the date, or empty
 * @param duration its length, where the text says
 * @param topics what it was about, in the text's words
 * @param evidence the sentences that say so, at least one, in order
 * @param confidence how sure the reading is, 0 to 1
 * @param rule identifier of the pattern or model that read it
 * @param judgement what spoke most for and against it, where a model judged it; else empty
 * @param details its course, and how it was read
 */
public record Report(
    Kind kind,
    Status status,
    List<Participant> participants,
    List<Entity> absentees,
    List<Entity> places,
    Optional<DateBounds> date,
    String dateText,
    Optional<ReportedDuration> duration,
    List<String> topics,
    List<Span> evidence,
    double confidence,
    String rule,
    String judgement,
    Details details) {
  /** Makes a report that no model judged and of which no details are told. */
  public Report(
      Kind kind,
      Status status,
      List<Participant> participants,
      List<Entity> absentees,
      List<Entity> places,
      Optional<DateBounds> date,
      String dateText,
      Optional<ReportedDuration> duration,
      List<String> topics,
      List<Span> evidence,
      double confidence,
      String rule) {
    this(
        kind,
        status,
        participants,
        absentees,
        places,
        date,
        dateText,
        duration,
        topics,
        evidence,
        confidence,
        rule,
        "",
        Details.NONE);
  }

  /** Copies the lists; throws {@link IllegalArgumentException} when there is no evidence. */
  public Report {
    participants = List.copyOf(participants);
    absentees = List.copyOf(absentees);
    places = List.copyOf(places);
    topics = List.copyOf(topics);
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a report needs the sentence that says so");
    }
  }
}
