package org.entente.evaluate;

import java.util.List;

/**
 * What was read wrongly in one document, each meeting in one line.
 *
 * @param id the document
 * @param missed gold meetings that no meeting of the system matches
 * @param invented meetings of the system that match no gold meeting
 * @param different matched pairs that differ, as "gold &lt;&gt; system"
 */
public record DocumentErrors(
    String id, List<String> missed, List<String> invented, List<String> different) {
  /** Copies the lists. */
  public DocumentErrors {
    missed = List.copyOf(missed);
    invented = List.copyOf(invented);
    different = List.copyOf(different);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return missed.isEmpty() && invented.isEmpty() && different.isEmpty();
  }
}
