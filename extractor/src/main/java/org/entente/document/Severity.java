package org.entente.document;

/** How bad a {@link Problem} is. */
public enum Severity {
  /** A file or record could not become a document. */
  REFUSED,
  /** A document was read, but something of it was repaired, guessed or left out. */
  WARNING,
  /** A file was passed over, as its nature asks: it is hidden, a picture, or was read before. */
  SKIPPED
}
