package org.entente.analysis.entity;

import java.util.HashSet;
import java.util.Set;
import org.entente.analysis.gazetteer.NameFolding;

/** The names of one document, folded, by the words at their ends. */
public final class DocumentNames {
  private final Set<String> whole = new HashSet<>();
  private final Set<String> ends = new HashSet<>();

  /** Adds a name as the text has it. */
  public void add(String name) {
    String folded = NameFolding.fold(name);
    if (!whole.add(folded)) {
      return;
    }
    for (int at = folded.indexOf(' '); at > 0; at = folded.indexOf(' ', at + 1)) {
      ends.add(folded.substring(0, at));
      ends.add(folded.substring(at + 1));
    }
  }

  /** Tells whether a name is one of them. */
  boolean contains(String name) {
    return whole.contains(NameFolding.fold(name));
  }

  /** Tells whether a longer one begins or ends with the words. */
  boolean holds(String words) {
    return ends.contains(NameFolding.fold(words));
  }
}
