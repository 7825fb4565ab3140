package org.entente.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Brings together what the sentences of a document say of one journey: "X leaves for a tour on
 * Friday. The trip will include stops in Oslo and Rome."
 */
final class Itineraries {
  /** How many sentences after its traveller was told a journey may be told on. */
  private static final int REACH = 3;

  private Itineraries() {}

  /**
   * Gives visits of nobody the one who was told to travel last, and removes accounts without a
   * traveller or a place.
   *
   * @param candidates what the sentences tell, in text order
   */
  static void complete(List<Candidate> candidates) {
    Candidate last = null;
    Set<Integer> rivals = new HashSet<>();
    for (Candidate c : candidates) {
      if (c.kind != Kind.VISIT || c.open) {
        continue;
      }
      if (!c.parties.isEmpty()) {
        if (last == null || last.sentence != c.sentence) {
          rivals.clear();
        }
        last = c;
        rivals.addAll(c.parties.keySet());
      } else if (last != null
          && c.sentence - last.sentence <= REACH
          && rivals.equals(last.parties.keySet())) {
        goOn(c, last);
      }
    }
    candidates.removeIf(
        c -> c.kind == Kind.VISIT && !c.open && (c.parties.isEmpty() || c.places.isEmpty()));
  }

  private static void goOn(Candidate c, Candidate journey) {
    journey.parties.forEach(
        (traveller, role) -> {
          if (role != Role.HOST) {
            c.add(traveller, role);
          }
        });
    if (c.status == Status.HELD && journey.status == Status.PLANNED) {
      c.status = Status.PLANNED;
    }
  }
}
