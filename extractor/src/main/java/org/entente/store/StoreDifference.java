package org.entente.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two stores, event by event, and why.
 *
 * @param gained events of the second store alone
 * @param lost events of the first store alone
 * @param changed events of both that are not told alike
 */
public record StoreDifference(List<Change> gained, List<Change> lost, List<Change> changed) {
  /** Copies the lists. */
  public StoreDifference {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /** Tells whether there is no difference. */
  public boolean isEmpty() {
    return gained.isEmpty() && lost.isEmpty() && changed.isEmpty();
  }

  /**
   * An event that differs.
   *
   * @param event its IRI, in the second store where that has it
   * @param label its label there
   * @param removed facts of the first store alone, such as "place Anchorage"; empty for an event
   *     that only one store has
   * @param added facts of the second store alone
   * @param reasons what became of the documents behind it, in words
   */
  public record Change(
      String event, String label, List<String> removed, List<String> added, List<String> reasons) {
    /** Copies the lists. */
    public Change {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * An event as it is compared.
   *
   * @param event its IRI
   * @param label its label
   * @param facts what the graph says of it, for people to read
   * @param documents identifiers of the documents that report it
   * @param reports keys of its reports
   * @param corrections decisions of a person on which reports are of it, in words
   */
  public record Told(
      String event,
      String label,
      Set<String> facts,
      Set<String> documents,
      Set<String> reports,
      Set<String> corrections) {}

  /**
   * A store as it is compared.
   *
   * @param events its events
   * @param documents identifier of each document to its checksum and the program that read it
   */
  public record Snapshot(Collection<Told> events, Map<String, Version> documents) {}

  /**
   * A document as it was read.
   *
   * @param digest checksum of its content
   * @param program version of the program
   * @param corrections decisions of a person on what it says, in words
   */
  public record Version(String digest, String program, Set<String> corrections) {}

  /**
   * Compares.
   *
   * <p>An event of one store is that of the other when it has its IRI, or else shares a report.
   */
  public static StoreDifference of(Snapshot first, Snapshot second) {
    Map<String, Told> left = new TreeMap<>();
    Map<String, String> byReport = new HashMap<>();
    for (Told event : first.events()) {
      left.put(event.event(), event);
      event.reports().forEach(r -> byReport.put(r, event.event()));
    }
    Map<Told, Told> pairs = new LinkedHashMap<>();
    Map<String, Told> right = new TreeMap<>();
    second.events().forEach(e -> right.put(e.event(), e));
    Set<String> taken = new HashSet<>();
    for (Told event : right.values()) {
      if (left.containsKey(event.event())) {
        pairs.put(event, left.get(event.event()));
        taken.add(event.event());
      }
    }
    for (Told event : right.values()) {
      if (!pairs.containsKey(event)) {
        Optional<String> same =
            event.reports().stream()
                .map(byReport::get)
                .filter(e -> e != null && !taken.contains(e))
                .findFirst();
        if (same.isPresent()) {
          pairs.put(event, left.get(same.get()));
          taken.add(same.get());
        }
      }
    }
    List<Change> gained = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Told event : right.values()) {
      Told before = pairs.get(event);
      if (before == null) {
        gained.add(change(event, Set.of(), Set.of(), event.documents(), first, second));
      } else if (!before.facts().equals(event.facts())) {
        Set<String> documents = new TreeSet<>(before.documents());
        documents.addAll(event.documents());
        changed.add(change(event, before.facts(), before.corrections(), documents, first, second));
      }
    }
    List<Change> lost = new ArrayList<>();
    for (Told event : left.values()) {
      if (!taken.contains(event.event())) {
        lost.add(
            new Change(
                event.event(),
                event.label(),
                List.of(),
                List.of(),
                reasons(
                    event.documents(), decisions(event.corrections(), Set.of()), first, second)));
      }
    }
    return new StoreDifference(gained, lost, changed);
  }

  private static Change change(
      Told event,
      Set<String> before,
      Set<String> decided,
      Set<String> documents,
      Snapshot first,
      Snapshot second) {
    Set<String> removed = new TreeSet<>(before);
    removed.removeAll(event.facts());
    Set<String> added = new TreeSet<>(before.isEmpty() ? Set.of() : event.facts());
    added.removeAll(before);
    return new Change(
        event.event(),
        event.label(),
        List.copyOf(removed),
        List.copyOf(added),
        reasons(documents, decisions(decided, event.corrections()), first, second));
  }

  /** Tells which decisions came and which were taken back. */
  private static List<String> decisions(Set<String> before, Set<String> after) {
    List<String> told = new ArrayList<>();
    after.stream().filter(d -> !before.contains(d)).forEach(d -> told.add("it was decided: " + d));
    before.stream()
        .filter(d -> !after.contains(d))
        .forEach(d -> told.add("a decision was taken back: " + d));
    return told;
  }

  private static List<String> reasons(
      Set<String> documents, List<String> decisions, Snapshot first, Snapshot second) {
    List<String> reasons = new ArrayList<>(decisions);
    for (String document : new TreeSet<>(documents)) {
      Version before = first.documents().get(document);
      Version after = second.documents().get(document);
      if (before == null) {
        reasons.add("document " + document + " is new");
      } else if (after == null) {
        reasons.add("document " + document + " is gone");
      } else if (!before.digest().equals(after.digest())) {
        reasons.add("document " + document + " has changed");
      } else if (!before.program().equals(after.program())) {
        reasons.add(
            "document %s was read by version %s, and by %s before"
                .formatted(document, after.program(), before.program()));
      }
      if (before != null && after != null) {
        reasons.addAll(decisions(before.corrections(), after.corrections()));
      }
    }
    if (reasons.isEmpty()) {
      reasons.add("its documents are the same: read or joined with other rules or knowledge");
    }
    return reasons;
  }
}
