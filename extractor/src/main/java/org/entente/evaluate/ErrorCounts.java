package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.annotation.Sentence;
import org.entente.document.Span;
import org.entente.report.DocumentReports;
import org.entente.report.Report;

/**
 * How many errors of each kind a reading of annotated documents has: counts alone, with nothing of
 * the documents' text, so that they can be told of documents that nobody may look at.
 *
 * <p>Gold and read meetings are assigned to each other as for {@link MeetingScorer}. A missed
 * meeting is counted by how far the reading came in the sentences that the gold standard gives as
 * its evidence, an invented one by its rule and by what stands behind it, the fields of assigned
 * meetings by how they differ.
 */
public final class ErrorCounts {
  private static final String MISSED = "missed events";
  private static final String MISSED_STATUS = "missed events, by status and kind";
  private static final String INVENTED = "invented events";
  private static final String INVENTED_RULE = "invented events, by rule";
  private static final String PARTIES = "parties of assigned events";
  private static final String ABSENTEES = "absentees of assigned events";
  private static final String STATUS = "status of assigned events";
  private static final String KIND = "kind of assigned events";
  private static final String PLACE = "place of assigned events";
  private static final String DATE = "date of assigned events";
  private static final String ALONE = "assigned events that one field alone keeps from being right";

  private static final String UNREAD = "the document was not read in this run";

  /** Order in which the counts are told. */
  private static final List<String> SECTIONS =
      List.of(
          MISSED,
          MISSED_STATUS,
          INVENTED,
          INVENTED_RULE,
          PARTIES,
          ABSENTEES,
          STATUS,
          KIND,
          PLACE,
          DATE,
          ALONE);

  private final Predicate<Sentence> trigger;
  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

  private ErrorCounts(Predicate<Sentence> trigger) {
    this.trigger = trigger;
    SECTIONS.forEach(section -> counts.put(section, new TreeMap<>()));
  }

  /**
   * Counts.
   *
   * @param gold the gold documents
   * @param read gives what the system read in a document, by its identifier; empty for a document
   *     that it did not read
   * @param trigger whether a sentence has a word that may tell of an event
   */
  public static ErrorCounts of(
      List<GoldDocument> gold,
      Function<String, Optional<DocumentReports>> read,
      Predicate<Sentence> trigger) {
    ErrorCounts errors = new ErrorCounts(trigger);
    for (GoldDocument document : gold) {
      read.apply(document.id())
          .ifPresentOrElse(
              reports -> errors.add(new Compared(document.meetings(), reports)),
              () -> document.meetings().forEach(m -> errors.missed(m, UNREAD)));
    }
    return errors;
  }

  /** Returns the counts by section and kind of error, the most frequent first. */
  public Map<String, Map<String, Integer>> counts() {
    Map<String, Map<String, Integer>> sorted = new LinkedHashMap<>();
    counts.forEach(
        (section, kinds) -> {
          Map<String, Integer> ordered = new LinkedHashMap<>();
          kinds.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .forEach(e -> ordered.put(e.getKey(), e.getValue()));
          sorted.put(section, ordered);
        });
    return sorted;
  }

  /** Returns the counts as lines; sections without errors are left out. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts()
        .forEach(
            (section, kinds) -> {
              if (!kinds.isEmpty()) {
                lines.add(section);
                kinds.forEach((kind, count) -> lines.add("%6d  %s".formatted(count, kind)));
              }
            });
    return lines;
  }

  /** The two sides of one document, with the sentences of each meeting, counted from 1. */
  private static final class Compared {
    final List<ScoredMeeting> gold;
    final List<Report> reports;
    final List<ScoredMeeting> found;
    final List<Set<Integer>> evidence = new ArrayList<>();
    final List<Sentence> sentences;
    final List<MeetingScorer.Match> matches;

    Compared(List<ScoredMeeting> gold, DocumentReports read) {
      this.gold = gold;
      this.reports = read.reports();
      this.found = reports.stream().map(ScoredMeeting::of).toList();
      this.sentences = read.annotated().sentences();
      this.matches = MeetingScorer.assign(gold, found);
      for (Report report : reports) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
          Span span = sentences.get(i).span();
          if (report.evidence().stream().anyMatch(e -> e.contains(span) || span.contains(e))) {
            numbers.add(i + 1);
          }
        }
        evidence.add(numbers);
      }
    }

    boolean assigned(ScoredMeeting expected) {
      return matches.stream().anyMatch(m -> gold.get(m.gold()) == expected);
    }

    boolean assignedFound(int number) {
      return matches.stream().anyMatch(m -> m.system() == number);
    }

    /** The annotated sentences of a gold meeting; empty where the numbers are not those here. */
    Set<Integer> evidenceOf(ScoredMeeting expected) {
      boolean fits = expected.evidence().stream().allMatch(n -> n > 0 && n <= sentences.size());
      return fits ? Set.copyOf(expected.evidence()) : Set.of();
    }

    boolean touches(ScoredMeeting expected, int number) {
      return evidenceOf(expected).stream().anyMatch(evidence.get(number)::contains);
    }
  }

  private void count(String section, String kind) {
    counts.get(section).merge(kind, 1, Integer::sum);
  }

  private void add(Compared document) {
    for (ScoredMeeting expected : document.gold) {
      if (!document.assigned(expected)) {
        missed(expected, reason(document, expected));
      }
    }
    for (int i = 0; i < document.found.size(); i++) {
      if (!document.assignedFound(i)) {
        count(INVENTED, invented(document, i));
        count(INVENTED_RULE, document.reports.get(i).rule());
      }
    }
    for (MeetingScorer.Match match : document.matches) {
      compare(document.gold.get(match.gold()), document.found.get(match.system()));
    }
  }

  private void missed(ScoredMeeting expected, String reason) {
    count(MISSED, reason);
    count(MISSED_STATUS, expected.status() + " " + expected.kind());
  }

  private String reason(Compared document, ScoredMeeting expected) {
    Set<Integer> sentences = document.evidenceOf(expected);
    boolean joined = false;
    for (int i = 0; i < document.found.size(); i++) {
      boolean here = sentences.isEmpty() || document.touches(expected, i);
      boolean shared = MeetingScorer.overlap(expected, document.found.get(i)) > 0;
      if (here && shared && !document.assignedFound(i)) {
        return "an event is read there, but too few of the parties are right";
      }
      joined |= here && !sentences.isEmpty() && document.assignedFound(i);
    }
    for (int i = 0; i < document.found.size(); i++) {
      if (document.touches(expected, i) && !document.assignedFound(i)) {
        return "an event is read there, but none of the parties is right";
      }
    }
    if (joined) {
      return "the only event read there is another one of the gold standard";
    }
    if (sentences.isEmpty()) {
      return "no event with its parties is read; its sentences are not annotated";
    }
    return sentences.stream().map(n -> document.sentences.get(n - 1)).anyMatch(trigger)
        ? "no event is read there, though there is a trigger word"
        : "no trigger word in its sentences";
  }

  private static String invented(Compared document, int number) {
    ScoredMeeting found = document.found.get(number);
    for (ScoredMeeting expected : document.gold) {
      if (!document.assigned(expected)
          && (document.touches(expected, number) || MeetingScorer.overlap(expected, found) > 0)) {
        return "beside a missed event, with wrong parties";
      }
    }
    for (ScoredMeeting expected : document.gold) {
      if (MeetingScorer.overlap(expected, found) >= MeetingScorer.LEAST_OVERLAP) {
        return "a second time an event that was found";
      }
    }
    return document.gold.stream().anyMatch(expected -> document.touches(expected, number))
        ? "from a sentence of other events"
        : "from a sentence without events";
  }

  private void compare(ScoredMeeting expected, ScoredMeeting actual) {
    Set<String> wrong = new HashSet<>();
    for (ScoredAgent agent : left(expected.participants(), actual.participants(), true)) {
      count(PARTIES, "missing " + type(agent));
      wrong.add("parties");
    }
    for (ScoredAgent agent : left(expected.participants(), actual.participants(), false)) {
      count(PARTIES, "invented " + type(agent));
      wrong.add("parties");
    }
    left(expected.absent(), actual.absent(), true).forEach(a -> count(ABSENTEES, "missing"));
    left(expected.absent(), actual.absent(), false).forEach(a -> count(ABSENTEES, "invented"));
    if (!expected.status().equals(actual.status())) {
      count(STATUS, expected.status() + " read as " + actual.status());
      wrong.add("status");
    }
    if (!expected.kind().equals(actual.kind())) {
      count(KIND, expected.kind() + " read as " + actual.kind());
    }
    if (!MeetingScorer.placeRight(expected, actual)) {
      count(PLACE, presence(expected.places().isEmpty(), actual.places().isEmpty()));
      wrong.add("place");
    }
    if (!MeetingScorer.sameBounds(expected, actual)) {
      count(DATE, date(expected, actual));
      wrong.add("date");
    }
    if (wrong.size() == 1) {
      count(ALONE, wrong.iterator().next());
    }
  }

  private static String presence(boolean none, boolean noneFound) {
    return noneFound ? "missing" : none ? "invented" : "wrong";
  }

  private static String date(ScoredMeeting expected, ScoredMeeting actual) {
    String presence = presence(expected.earliest().isEmpty(), actual.earliest().isEmpty());
    if (!presence.equals("wrong")) {
      return presence;
    }
    // dates in this form are in the order of their characters
    boolean apart =
        expected.latest().compareTo(actual.earliest()) < 0
            || actual.latest().compareTo(expected.earliest()) < 0;
    return apart ? "wrong, other days" : "wrong, days too many or too few";
  }

  private static String type(ScoredAgent agent) {
    return agent.type().isEmpty() ? "party" : agent.type();
  }

  /** The agents of one side that match none of the other, the gold side's first come first. */
  private static List<ScoredAgent> left(
      List<ScoredAgent> gold, List<ScoredAgent> found, boolean ofGold) {
    List<ScoredAgent> goldLeft = new ArrayList<>();
    List<ScoredAgent> foundLeft = new ArrayList<>(found);
    for (ScoredAgent agent : gold) {
      ScoredAgent same =
          foundLeft.stream()
              .filter(f -> MeetingScorer.sameAgent(agent, f))
              .findFirst()
              .orElse(null);
      if (same == null) {
        goldLeft.add(agent);
      } else {
        foundLeft.remove(same);
      }
    }
    return ofGold ? goldLeft : foundLeft;
  }
}
