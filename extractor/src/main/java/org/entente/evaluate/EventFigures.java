package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well the accounts of many documents are joined into events, in the usual measures of
 * coreference.
 *
 * @param accounts accounts of the gold standard that have an event
 * @param read those of them that the system read; the measures are over these
 * @param goldEvents events of the gold standard over the accounts read
 * @param systemEvents events of the system over the same accounts
 * @param bCubed precision and recall over accounts (Bagga and Baldwin 1998)
 * @param muc over links (Vilain and others 1995)
 * @param ceaf over events, each assigned to one other (Luo 2005, with the similarity phi 4)
 * @param wrong what was joined or parted wrongly, in lines
 */
public record EventFigures(
    int accounts,
    int read,
    int goldEvents,
    int systemEvents,
    Share bCubed,
    Share muc,
    Share ceaf,
    List<String> wrong) {
  /** Copies the list. */
  public EventFigures {
    wrong = List.copyOf(wrong);
  }

  /**
   * Precision and recall, each 0 to 1.
   *
   * @param precision share of the system's that is right
   * @param recall share of the gold standard's that was found
   */
  public record Share(double precision, double recall) {
    /** Harmonic mean of the two. */
    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /** Mean F1 of the three measures, as CoNLL 2012 ranked by. */
  public double conll() {
    return (bCubed.f1() + muc.f1() + ceaf.f1()) / 3;
  }

  /**
   * Measures.
   *
   * @param gold documents whose meetings have an event; those without are left out
   * @param system the system's meetings by document id, with their events
   */
  public static EventFigures of(List<GoldDocument> gold, Map<String, List<ScoredMeeting>> system) {
    List<MeetingScorer.Pairing> told =
        MeetingScorer.pairings(gold, system).stream()
            .filter(p -> !p.gold().event().isEmpty())
            .toList();
    List<MeetingScorer.Pairing> read = told.stream().filter(p -> p.read().isPresent()).toList();
    Map<String, Set<Integer>> key = new TreeMap<>();
    Map<String, Set<Integer>> response = new TreeMap<>();
    for (int i = 0; i < read.size(); i++) {
      key.computeIfAbsent(read.get(i).gold().event(), k -> new TreeSet<>()).add(i);
      response.computeIfAbsent(read.get(i).read().get().event(), k -> new TreeSet<>()).add(i);
    }
    ClusterMeasures measures =
        new ClusterMeasures(List.copyOf(key.values()), List.copyOf(response.values()));
    return new EventFigures(
        told.size(),
        read.size(),
        key.size(),
        response.size(),
        measures.bCubed(),
        measures.muc(),
        measures.ceaf(),
        wrong(read, key, response));
  }

  private static List<String> wrong(
      List<MeetingScorer.Pairing> read,
      Map<String, Set<Integer>> key,
      Map<String, Set<Integer>> response) {
    List<String> lines = new ArrayList<>();
    key.forEach(
        (event, accounts) -> {
          Map<String, Set<Integer>> parts = parts(accounts, i -> read.get(i).read().get().event());
          if (parts.size() > 1) {
            lines.add("parted   " + event);
            parts.values().forEach(part -> lines.addAll(described(read, part)));
          }
        });
    response.forEach(
        (event, accounts) -> {
          Map<String, Set<Integer>> parts = parts(accounts, i -> read.get(i).gold().event());
          if (parts.size() > 1) {
            lines.add("joined   " + String.join(", ", parts.keySet()));
            parts.values().forEach(part -> lines.addAll(described(read, part)));
          }
        });
    return lines;
  }

  private static Map<String, Set<Integer>> parts(
      Set<Integer> accounts, java.util.function.IntFunction<String> by) {
    Map<String, Set<Integer>> parts = new TreeMap<>();
    accounts.forEach(i -> parts.computeIfAbsent(by.apply(i), k -> new TreeSet<>()).add(i));
    return parts;
  }

  private static List<String> described(List<MeetingScorer.Pairing> read, Set<Integer> accounts) {
    List<String> lines = new ArrayList<>();
    String mark = "  - ";
    for (int i : accounts) {
      MeetingScorer.Pairing pairing = read.get(i);
      lines.add(mark + pairing.document() + ": " + pairing.read().get().describe());
      mark = "    ";
    }
    return lines;
  }

  /** Returns the figures as lines, rounded to three digits. */
  public List<String> lines() {
    return List.of(
        "%d accounts of events, %d read; of these %d gold events, %d system events"
            .formatted(accounts, read, goldEvents, systemEvents),
        line("B-cubed", bCubed),
        line("MUC", muc),
        line("CEAF-e", ceaf),
        String.format(Locale.ROOT, "%-8s F1 %.3f", "CoNLL", conll()));
  }

  private static String line(String name, Share share) {
    return String.format(
        Locale.ROOT,
        "%-8s P %.3f  R %.3f  F1 %.3f",
        name,
        share.precision(),
        share.recall(),
        share.f1());
  }
}
