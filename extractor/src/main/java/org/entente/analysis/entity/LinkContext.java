package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a document says around an entity that is to be linked.
 *
 * @param published the document's date, for whose terms of office hold
 * @param polities codes of the polities that the document names
 * @param names what else the document names
 */
public record LinkContext(
    Optional<LocalDate> published, Set<String> polities, DocumentNames names) {
  /** Copies the polities. */
  public LinkContext {
    polities = Set.copyOf(polities);
  }
}
