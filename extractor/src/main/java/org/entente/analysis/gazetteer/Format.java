package org.entente.analysis.gazetteer;

import java.util.List;

/**
 * A format of diplomacy with a known circle of members, such as the six-party talks.
 *
 * @param label its usual English name
 * @param aliases its other names
 * @param from first year of this membership
 * @param to last year of it, or 0 where it lasts
 * @param members codes of polities and labels of bodies
 */
public record Format(String label, List<String> aliases, int from, int to, List<String> members) {
  /** Copies the lists. */
  public Format {
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
  }

  /** Tells whether it has these members in that year. */
  public boolean heldIn(int year) {
    return from <= year && (to == 0 || year <= to);
  }
}
