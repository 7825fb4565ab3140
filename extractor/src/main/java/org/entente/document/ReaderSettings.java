package org.entente.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How documents are read.
 *
 * @param published the day of publication of documents that do not tell their own
 * @param maxDocumentBytes the largest single document that is read, as a file or as a line of JSON
 *     Lines, in bytes
 * @param columns which columns of tables and fields of records are what
 */
public record ReaderSettings(Optional<LocalDate> published, int maxDocumentBytes, Columns columns) {
  /** The usual largest document: 5 MiB, about as much text as two long novels. */
  public static final int DEFAULT_MAX_DOCUMENT_BYTES = 5 << 20;

  /** Checks the limit; throws {@link IllegalArgumentException} unless it is positive. */
  public ReaderSettings {
    if (maxDocumentBytes <= 0) {
      throw new IllegalArgumentException("not a size limit: " + maxDocumentBytes);
    }
  }

  /** Returns the usual settings: no default date, {@link #DEFAULT_MAX_DOCUMENT_BYTES}. */
  public static ReaderSettings defaults() {
    return new ReaderSettings(Optional.empty(), DEFAULT_MAX_DOCUMENT_BYTES, Columns.usual());
  }

  /** Returns these settings with a date for documents that do not tell their own. */
  public ReaderSettings withPublished(LocalDate day) {
    return new ReaderSettings(Optional.of(day), maxDocumentBytes, columns);
  }
}
