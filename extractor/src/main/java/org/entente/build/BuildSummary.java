package org.entente.build;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.store.Violation;

/**
 * What a build did.
 *
 * @param added documents new in the store
 * @param replaced documents that took the place of an earlier form
 * @param unchanged documents that the store held already
 * @param refused files and records that could not become a document
 * @param warnings documents and records read with a warning
 * @param skipped files and documents passed over, as their nature asks
 * @param languages those of them that are in other languages, by the English name
 * @param reports reports found in the added and replaced documents
 * @param events events in the store afterwards
 * @param violations what breaks the shapes, empty when the graph keeps its contract
 * @param elapsed how long it took
 * @param stopped whether it was asked to stop; events and violations are not known then
 */
public record BuildSummary(
    long added,
    long replaced,
    long unchanged,
    long refused,
    long warnings,
    long skipped,
    Map<String, Long> languages,
    long reports,
    long events,
    List<Violation> violations,
    Duration elapsed,
    boolean stopped) {
  /** Copies the list. */
  public BuildSummary {
    languages = Collections.unmodifiableMap(new TreeMap<>(languages));
    violations = List.copyOf(violations);
  }

  /** Returns how many documents were read. */
  public long read() {
    return added + replaced + unchanged;
  }
}
