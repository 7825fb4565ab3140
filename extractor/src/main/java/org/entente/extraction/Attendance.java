package org.entente.extraction;

import java.util.HashSet;
import java.util.Set;
import org.entente.report.Kind;

/**
 * What a sentence says of who was or was not at an event that the document tells elsewhere.
 *
 * @param rule the row of {@code attendance.tsv}, or the construction, that says so
 * @param sentence number of the sentence
 * @param known agents that the event has already; may be empty
 * @param present agents who were there too
 * @param absent agents who were not there
 * @param kinds kinds of the event that the sentence names ("the summit"); empty when it names none
 * @param places places of the event that the sentence names; may be empty
 * @param future whether the sentence speaks of an event to come
 */
record Attendance(
    String rule,
    int sentence,
    Set<Integer> known,
    Set<Integer> present,
    Set<Integer> absent,
    Set<Kind> kinds,
    Set<Integer> places,
    boolean future) {
  Attendance {
    known = Set.copyOf(known);
    present = without(present, absent);
    absent = Set.copyOf(absent);
    kinds = Set.copyOf(kinds);
    places = Set.copyOf(places);
  }

  private static Set<Integer> without(Set<Integer> all, Set<Integer> gone) {
    Set<Integer> rest = new HashSet<>(all);
    rest.removeAll(gone);
    return Set.copyOf(rest);
  }

  boolean isEmpty() {
    return present.isEmpty() && absent.isEmpty();
  }
}
