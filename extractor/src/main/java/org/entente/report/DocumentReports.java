package org.entente.report;

import java.util.List;
import org.entente.annotation.AnnotatedDocument;

/**
 * A document and what it reports: the whole result of extraction.
 *
 * @param annotated the document with its annotations
 * @param reports what it says of events, in the order of their first evidence
 */
public record DocumentReports(AnnotatedDocument annotated, List<Report> reports) {
  /** Copies the list. */
  public DocumentReports {
    reports = List.copyOf(reports);
  }
}
