package org.entente.extraction;

import org.entente.annotation.Entity;

/** Whom a person acts for. */
final class Representation {
  private Representation() {}

  /** Whether a text presents a person as one who acts for a state. */
  static boolean standsFor(Entity person, Entity polity) {
    return !person.represents().isEmpty()
        && (person.represents().equals(polity.name())
            || polity.otherNames().contains(person.represents()));
  }
}
