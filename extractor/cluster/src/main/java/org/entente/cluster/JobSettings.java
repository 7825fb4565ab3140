package org.entente.cluster;

import java.io.Serializable;
import org.entente.document.Columns;
import org.entente.document.ReaderSettings;
import org.entente.extraction.ExtractionSettings;

/**
 * How documents are read.
 *
 * @param base base of the graph's IRIs
 * @param columns which fields of records are what, as {@link Columns#parse} reads it; empty for the
 *     usual ones
 * @param allLanguages whether documents in other languages than English are read too
 * @param least events below this confidence are not reported, 0 to 1
 */
record JobSettings(String base, String columns, boolean allLanguages, double least)
    implements Serializable {
  ReaderSettings reader() {
    ReaderSettings usual = ReaderSettings.defaults();
    return columns.isEmpty()
        ? usual
        : new ReaderSettings(usual.published(), usual.maxDocumentBytes(), Columns.parse(columns));
  }

  ExtractionSettings extraction() {
    return ExtractionSettings.DEFAULTS.atLeast(least);
  }
}
