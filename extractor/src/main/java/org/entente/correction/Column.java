package org.entente.correction;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a file of corrections, in the order in which the program writes them. */
public enum Column {
  /** What is decided, see {@link Decision}. */
  DECISION("decision"),
  /** Identifier of a document. */
  DOCUMENT("document"),
  /** Words of the sentence of one of its reports, see {@link ReportReference}. */
  REPORT("report"),
  /** Name of a person, body, state or place, as the document gives it. */
  NAME("name"),
  /** What is right. */
  VALUE("value"),
  /** Document of the second of two reports. */
  OTHER_DOCUMENT("other-document"),
  /** The second of two reports. */
  OTHER_REPORT("other-report"),
  /** Who decided. */
  WHO("who"),
  /** On which day. */
  WHEN("when"),
  /** For which reason. */
  WHY("why");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** Returns the column's name in the header line. */
  public String title() {
    return title;
  }

  static Optional<Column> of(String title) {
    return Arrays.stream(values()).filter(c -> c.title.equals(title)).findFirst();
  }
}
