package org.entente.extraction;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;

/**
 * What a sentence says of who was or was not at an event that the document tells elsewhere.
 *
 * <p>The sets keep the order of the text, so that one document always gives one answer.
 *
 * @param rule the row of {@code attendance.tsv}, or the construction, that says so
 * @param sentence number of the sentence
 * @param known agents that the event has already; may be empty
 * @param led those of them of whose delegation the head is told; may be empty
 * @param present agents who were there too
 * @param absent agents who were not there
 * @param kinds kinds of the event that the sentence names ("the summit"); empty when it names none
 * @param places places of the event that the sentence names; may be empty
 * @param date the days that its clause names, when it names one time alone
 * @param future whether the sentence speaks of an event to come, or in the present of one under way
 * @param ahead whether it says by its verb that the event is to come
 */
record Attendance(
    String rule,
    int sentence,
    Set<Integer> known,
    Set<Integer> led,
    Set<Integer> present,
    Set<Integer> absent,
    Set<Kind> kinds,
    Set<Integer> places,
    Optional<DateBounds> date,
    boolean future,
    boolean ahead) {
  Attendance {
    known = ordered(known);
    led = ordered(led);
    present = without(present, absent);
    absent = ordered(absent);
    kinds = ordered(kinds);
    places = ordered(places);
  }

  private static Set<Integer> without(Set<Integer> all, Set<Integer> gone) {
    Set<Integer> rest = new LinkedHashSet<>(all);
    rest.removeAll(gone);
    return Collections.unmodifiableSet(rest);
  }

  private static <T> Set<T> ordered(Set<T> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  boolean isEmpty() {
    return present.isEmpty() && absent.isEmpty();
  }
}
