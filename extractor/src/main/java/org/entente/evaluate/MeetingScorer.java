package org.entente.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Compares the meetings that the system read with those of a gold standard.
 *
 * <p>In each document, gold and system meetings whose participants overlap with an F1 of at least
 * one half are assigned to each other one to one, the best overlap first, ties broken by status,
 * date and place. The figures are those of {@link Scores}. A pure function of its input.
 */
public final class MeetingScorer {
  private static final String HELD = "held";
  private static final String CONFERENCE = "conference";

  /** From this F1 of their participants on, two meetings may be one. */
  static final double LEAST_OVERLAP = 0.5;

  /** Positions of two things that match, in the lists of gold and system. */
  record Match(int gold, int system) {}

  private record Candidate(double score, int gold, int system) {}

  private record Pair(ScoredAgent one, ScoredAgent other) {}

  private Counts detect = Counts.NONE;
  private Counts people = Counts.NONE;
  private Counts pairs = Counts.NONE;
  private Counts strict = Counts.NONE;
  private Counts absent = Counts.NONE;
  private Accuracy status = Accuracy.NONE;
  private Accuracy kind = Accuracy.NONE;
  private Accuracy place = Accuracy.NONE;
  private Accuracy date = Accuracy.NONE;
  private Accuracy dateNear = Accuracy.NONE;
  private final List<DocumentErrors> errors = new ArrayList<>();

  private MeetingScorer() {}

  /**
   * Scores.
   *
   * @param gold the gold documents
   * @param system the system's meetings by document id; a document that is not in it has none, one
   *     that is not in the gold standard is not scored
   * @return every figure, and what is wrong in each document
   */
  public static Scores score(List<GoldDocument> gold, Map<String, List<ScoredMeeting>> system) {
    MeetingScorer scorer = new MeetingScorer();
    int goldMeetings = 0;
    int systemMeetings = 0;
    for (GoldDocument document : gold) {
      List<ScoredMeeting> found = system.getOrDefault(document.id(), List.of());
      scorer.add(document, found);
      goldMeetings += document.meetings().size();
      systemMeetings += found.size();
    }
    return new Scores(
        gold.size(),
        goldMeetings,
        systemMeetings,
        scorer.detect,
        scorer.people,
        scorer.pairs,
        scorer.strict,
        scorer.absent,
        scorer.status,
        scorer.kind,
        scorer.place,
        scorer.date,
        scorer.dateNear,
        scorer.errors);
  }

  private void add(GoldDocument document, List<ScoredMeeting> found) {
    List<ScoredMeeting> gold = document.meetings();
    List<Match> assigned = assign(gold, found);
    detect = detect.plus(assigned.size(), gold.size(), found.size());
    int peopleRight = 0;
    int recordsRight = 0;
    for (Match match : assigned) {
      ScoredMeeting expected = gold.get(match.gold());
      ScoredMeeting actual = found.get(match.system());
      int common = common(expected, actual);
      peopleRight += common;
      recordsRight += addMatched(expected, actual, common) ? 1 : 0;
    }
    people = people.plus(peopleRight, participants(gold), participants(found));
    strict = strict.plus(recordsRight, gold.size(), found.size());
    pairs = addSets(pairs, pairsOf(gold), pairsOf(found), MeetingScorer::samePair);
    absent = addSets(absent, absentOf(gold), absentOf(found), MeetingScorer::sameAgent);
    DocumentErrors wrong = errors(document, found, assigned);
    if (!wrong.isEmpty()) {
      errors.add(wrong);
    }
  }

  /** Counts the fields of a matched meeting and returns whether the whole record is right. */
  private boolean addMatched(ScoredMeeting expected, ScoredMeeting actual, int common) {
    boolean statusRight = expected.status().equals(actual.status());
    boolean placeRight = placeRight(expected, actual);
    boolean dateRight = sameBounds(expected, actual);
    status = status.plus(statusRight);
    kind = kind.plus(expected.kind().equals(actual.kind()));
    if (!expected.places().isEmpty()) {
      place = place.plus(placeRight);
    }
    if (!expected.earliest().isEmpty()) {
      date = date.plus(dateRight);
      dateNear = dateNear.plus(dateNear(expected, actual));
    }
    return common == expected.participants().size()
        && common == actual.participants().size()
        && statusRight
        && placeRight
        && dateRight;
  }

  /** Assigns meetings of the two sides to each other, one to one. */
  static List<Match> assign(List<ScoredMeeting> gold, List<ScoredMeeting> found) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        double overlap = overlap(gold.get(i), found.get(j));
        if (overlap >= LEAST_OVERLAP) {
          candidates.add(new Candidate(overlap + bonus(gold.get(i), found.get(j)), i, j));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::system)
            .reversed());
    Set<Integer> usedGold = new HashSet<>();
    Set<Integer> usedFound = new HashSet<>();
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!usedGold.contains(candidate.gold()) && !usedFound.contains(candidate.system())) {
        usedGold.add(candidate.gold());
        usedFound.add(candidate.system());
        matches.add(new Match(candidate.gold(), candidate.system()));
      }
    }
    return matches;
  }

  /**
   * Tells which of the system's meetings of a document are right: assigned to one of the gold
   * standard, with its status.
   */
  static List<Boolean> right(GoldDocument document, List<ScoredMeeting> found) {
    Boolean[] right = new Boolean[found.size()];
    Arrays.fill(right, false);
    for (Match match : assign(document.meetings(), found)) {
      right[match.system()] =
          document.meetings().get(match.gold()).status().equals(found.get(match.system()).status());
    }
    return List.of(right);
  }

  /**
   * Pairs the meetings of the gold standard with those that the system read.
   *
   * @param gold the gold documents
   * @param system as for {@link #score}
   * @return for every gold meeting, in order, the system's meeting assigned to it, or nothing
   */
  static List<Pairing> pairings(List<GoldDocument> gold, Map<String, List<ScoredMeeting>> system) {
    List<Pairing> pairings = new ArrayList<>();
    for (GoldDocument document : gold) {
      List<ScoredMeeting> found = system.getOrDefault(document.id(), List.of());
      Map<Integer, ScoredMeeting> read = new HashMap<>();
      for (Match match : assign(document.meetings(), found)) {
        read.put(match.gold(), found.get(match.system()));
      }
      for (int i = 0; i < document.meetings().size(); i++) {
        pairings.add(
            new Pairing(
                document.id(), document.meetings().get(i), Optional.ofNullable(read.get(i))));
      }
    }
    return pairings;
  }

  /**
   * A meeting of the gold standard and what the system read of it.
   *
   * @param document identifier of the document
   * @param gold the gold meeting
   * @param read the system's, where one was assigned to it
   */
  record Pairing(String document, ScoredMeeting gold, Optional<ScoredMeeting> read) {}

  // The order of the additions is part of the definition: in floating point it decides ties.
  private static double bonus(ScoredMeeting expected, ScoredMeeting actual) {
    return 0.01 * (expected.status().equals(actual.status()) ? 1 : 0)
        + 0.02 * (dateNear(expected, actual) ? 1 : 0)
        + 0.01 * (placeRight(expected, actual) ? 1 : 0);
  }

  /** The F1 with which the participants of two meetings agree. */
  static double overlap(ScoredMeeting expected, ScoredMeeting actual) {
    int total = expected.participants().size() + actual.participants().size();
    return total == 0 ? 0 : 2.0 * common(expected, actual) / total;
  }

  private static int common(ScoredMeeting expected, ScoredMeeting actual) {
    return match(expected.participants(), actual.participants(), MeetingScorer::sameAgent);
  }

  private static int participants(List<ScoredMeeting> meetings) {
    return meetings.stream().mapToInt(meeting -> meeting.participants().size()).sum();
  }

  /** Whether a name of the venue agrees, or neither side has one. */
  static boolean placeRight(ScoredMeeting expected, ScoredMeeting actual) {
    if (expected.places().isEmpty() && actual.places().isEmpty()) {
      return true;
    }
    return expected.places().stream()
        .anyMatch(a -> actual.places().stream().anyMatch(b -> NameComparison.same(a, b)));
  }

  /** Whether both date bounds are equal. */
  static boolean sameBounds(ScoredMeeting expected, ScoredMeeting actual) {
    return expected.earliest().equals(actual.earliest())
        && expected.latest().equals(actual.latest());
  }

  /** Whether the intervals overlap, give or take a day, and the system's is not far longer. */
  private static boolean dateNear(ScoredMeeting expected, ScoredMeeting actual) {
    if (expected.earliest().isEmpty() && actual.earliest().isEmpty()) {
      return true;
    }
    if (expected.earliest().isEmpty() || actual.earliest().isEmpty()) {
      return false;
    }
    long a = LocalDate.parse(expected.earliest()).toEpochDay();
    long b = LocalDate.parse(expected.latest()).toEpochDay();
    long c = LocalDate.parse(actual.earliest()).toEpochDay();
    long d = LocalDate.parse(actual.latest()).toEpochDay();
    return c <= b + 1 && d >= a - 1 && d - c <= 2 * (b - a) + 2;
  }

  /** Whether two agents can be one: by identifier, by name, or by a label of the system's. */
  public static boolean sameAgent(ScoredAgent expected, ScoredAgent actual) {
    if (!expected.qid().isEmpty() && expected.qid().equals(actual.qid())) {
      return true;
    }
    return NameComparison.same(expected.name(), actual.name())
        || actual.labels().stream().anyMatch(l -> NameComparison.same(expected.name(), l));
  }

  private static boolean samePair(Pair expected, Pair actual) {
    return sameAgent(expected.one(), actual.one()) && sameAgent(expected.other(), actual.other())
        || sameAgent(expected.one(), actual.other()) && sameAgent(expected.other(), actual.one());
  }

  private static List<Pair> pairsOf(List<ScoredMeeting> meetings) {
    List<Pair> pairs = new ArrayList<>();
    for (ScoredMeeting meeting : meetings) {
      if (!meeting.status().equals(HELD) || meeting.kind().equals(CONFERENCE)) {
        continue;
      }
      List<ScoredAgent> all = meeting.participants();
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs.add(new Pair(all.get(i), all.get(j)));
        }
      }
    }
    return pairs;
  }

  private static List<ScoredAgent> absentOf(List<ScoredMeeting> meetings) {
    return meetings.stream().flatMap(meeting -> meeting.absent().stream()).toList();
  }

  private static <T> Counts addSets(
      Counts counts, List<T> gold, List<T> found, BiPredicate<T, T> same) {
    List<T> goldSet = distinct(gold, same);
    List<T> foundSet = distinct(found, same);
    return counts.plus(match(goldSet, foundSet, same), goldSet.size(), foundSet.size());
  }

  private static <T> List<T> distinct(List<T> items, BiPredicate<T, T> same) {
    List<T> kept = new ArrayList<>();
    for (T item : items) {
      if (kept.stream().noneMatch(earlier -> same.test(earlier, item))) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** How many match one to one when each gold item takes the first free one that is the same. */
  private static <T> int match(List<T> gold, List<T> found, BiPredicate<T, T> same) {
    boolean[] used = new boolean[found.size()];
    int matches = 0;
    for (T item : gold) {
      for (int j = 0; j < used.length; j++) {
        if (!used[j] && same.test(item, found.get(j))) {
          used[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  private static DocumentErrors errors(
      GoldDocument document, List<ScoredMeeting> found, List<Match> assigned) {
    List<ScoredMeeting> gold = document.meetings();
    List<String> missed =
        IntStream.range(0, gold.size())
            .filter(i -> assigned.stream().noneMatch(match -> match.gold() == i))
            .mapToObj(i -> gold.get(i).describe())
            .toList();
    List<String> invented =
        IntStream.range(0, found.size())
            .filter(j -> assigned.stream().noneMatch(match -> match.system() == j))
            .mapToObj(j -> found.get(j).describe())
            .toList();
    List<String> different = new ArrayList<>();
    for (Match match : assigned) {
      String expected = gold.get(match.gold()).describe();
      String actual = found.get(match.system()).describe();
      if (!expected.equals(actual)) {
        different.add(expected + "  <>  " + actual);
      }
    }
    return new DocumentErrors(document.id(), missed, invented, different);
  }
}
