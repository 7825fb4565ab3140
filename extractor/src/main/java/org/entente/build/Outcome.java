package org.entente.build;

/** What became of a document that was read. */
public enum Outcome {
  /** It is new in the store. */
  ADDED,
  /** It stood in the store with another content or from another version of the program. */
  REPLACED,
  /** It stands in the store already, read from the same content by the same version. */
  UNCHANGED
}
