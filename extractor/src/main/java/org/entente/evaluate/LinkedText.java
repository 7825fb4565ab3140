package org.entente.evaluate;

import java.util.List;
import java.util.Optional;
import org.entente.document.Span;

/**
 * A text of an entity-linking benchmark.
 *
 * @param id identifier in its file
 * @param text the text
 * @param evaluated the stretch in which every mention is annotated
 * @param links the annotated mentions
 */
public record LinkedText(String id, String text, Span evaluated, List<GoldLink> links) {
  /** Copies the links. */
  public LinkedText {
    links = List.copyOf(links);
  }

  /** Returns the text as a document whose meetings nobody annotated. */
  public GoldDocument document() {
    return new GoldDocument(id, Optional.empty(), Optional.of(text), Optional.empty(), List.of());
  }
}
