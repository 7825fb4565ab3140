package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a document says around an entity that is to be linked.
 *
 * @param published the document's date, for whose terms of office hold
 * @param polities codes of the polities that the document names
 * @param words folded names of everything that the document names
 */
public record LinkContext(Optional<LocalDate> published, Set<String> polities, Set<String> words) {
  /** Copies the sets. */
  public LinkContext {
    polities = Set.copyOf(polities);
    words = Set.copyOf(words);
  }
}
