package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.Entity;

/**
 * A document as the store holds it, as far as linking needs it.
 *
 * @param id its identifier
 * @param text its text
 * @param published its day, where known
 * @param entities what its reports name; the number of an entity is its place in the list
 * @param iris the IRIs of the entities, in the same order
 */
public record StoredDocument(
    String id,
    String text,
    Optional<LocalDate> published,
    List<Entity> entities,
    List<String> iris) {
  /** Copies the lists. */
  public StoredDocument {
    entities = List.copyOf(entities);
    iris = List.copyOf(iris);
  }
}
