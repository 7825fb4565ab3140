package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.annotation.Entity;
import org.entente.report.Report;

/**
 * What a document says of one meeting, as it is compared: by the gold standard or by the system.
 *
 * @param kind kind in lower case, such as "meeting"
 * @param status status in lower case, such as "held"
 * @param participants the parties
 * @param absent who is said not to have been there
 * @param places names of the venue
 * @param earliest first possible day, YYYY-MM-DD, or empty
 * @param latest last possible day, YYYY-MM-DD, or empty; empty exactly when {@code earliest} is
 * @param confidence how sure the system is, 0 to 1; 1 in a gold standard
 * @param evidence numbers of the sentences that tell of it, from 1; empty where they are not known
 * @param event the event that it tells of, one key over all documents: in a gold standard the key
 *     of the annotation, of the system the event's IRI; empty where it is not known
 */
public record ScoredMeeting(
    String kind,
    String status,
    List<ScoredAgent> participants,
    List<ScoredAgent> absent,
    List<String> places,
    String earliest,
    String latest,
    double confidence,
    List<Integer> evidence,
    String event) {
  /** Makes a meeting that is sure and of which the sentences are not known. */
  public ScoredMeeting(
      String kind,
      String status,
      List<ScoredAgent> participants,
      List<ScoredAgent> absent,
      List<String> places,
      String earliest,
      String latest) {
    this(kind, status, participants, absent, places, earliest, latest, 1, List.of(), "");
  }

  /** Copies the lists. */
  public ScoredMeeting {
    evidence = List.copyOf(evidence);
    participants = List.copyOf(participants);
    absent = List.copyOf(absent);
    places = List.copyOf(places);
  }

  /** Describes the meeting in one line: kind, status, participants, two places and the bounds. */
  public String describe() {
    String names = String.join("; ", participants.stream().map(ScoredAgent::name).toList());
    String venue = String.join("/", places.subList(0, Math.min(2, places.size())));
    return kind + "/" + status + " [" + names + "] @" + venue + " " + earliest + ".." + latest;
  }

  /** Returns a report as it is compared, with the names that the graph would give. */
  public static ScoredMeeting of(Report report) {
    List<String> places = new ArrayList<>();
    for (Entity place : report.places()) {
      places.add(place.name());
      places.addAll(place.otherNames());
      place.link().ifPresent(link -> places.add(link.label()));
    }
    return new ScoredMeeting(
        report.kind().name().toLowerCase(Locale.ROOT),
        report.status().name().toLowerCase(Locale.ROOT),
        report.participants().stream().map(p -> ScoredAgent.of(p.agent())).toList(),
        report.absentees().stream().map(ScoredAgent::of).toList(),
        places,
        report.date().map(d -> d.earliest().toString()).orElse(""),
        report.date().map(d -> d.latest().toString()).orElse(""),
        report.confidence(),
        List.of(),
        "");
  }
}
