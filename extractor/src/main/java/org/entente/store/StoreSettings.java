package org.entente.store;

import java.util.Optional;
import org.entente.rdf.EntityFacts;

/**
 * What a store is opened with.
 *
 * @param base base of the IRIs of a new store; for a store that exists it must be its own, empty
 *     takes that
 * @param facts what is known of entities beyond the documents
 * @param version version of the program, for provenance and to tell documents that must be read
 *     again
 * @param minimumFree bytes that must be free on the disk before a batch is written
 */
public record StoreSettings(
    Optional<String> base, EntityFacts facts, String version, long minimumFree) {
  /** Free space that a batch needs at most: the store's files grow by segments of 8 MB. */
  public static final long DEFAULT_MINIMUM_FREE = 128L << 20;

  /** Returns settings with the default base and minimum of free space. */
  public static StoreSettings of(EntityFacts facts, String version) {
    return new StoreSettings(Optional.empty(), facts, version, DEFAULT_MINIMUM_FREE);
  }
}
