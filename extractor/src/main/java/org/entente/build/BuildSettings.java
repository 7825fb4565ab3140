package org.entente.build;

import org.entente.document.ReaderSettings;

/**
 * How a build runs. The content of the store does not depend on threads and batch size.
 *
 * @param reader how documents are read
 * @param threads how many documents are analysed at the same time
 * @param batchSize how many documents go into one transaction
 * @param again whether documents that the store holds unchanged are read again
 * @param allLanguages whether documents that seem to be in other languages than English are read
 */
public record BuildSettings(
    ReaderSettings reader, int threads, int batchSize, boolean again, boolean allLanguages) {
  /** The usual number of documents of a transaction. */
  public static final int DEFAULT_BATCH_SIZE = 200;

  /** Checks the numbers; throws {@link IllegalArgumentException} when one is not positive. */
  public BuildSettings {
    if (threads < 1 || batchSize < 1) {
      throw new IllegalArgumentException("threads and batch size must be 1 or more");
    }
  }

  /** Returns the usual settings: one thread a processor. */
  public static BuildSettings defaults() {
    return new BuildSettings(
        ReaderSettings.defaults(),
        Runtime.getRuntime().availableProcessors(),
        DEFAULT_BATCH_SIZE,
        false,
        false);
  }
}
