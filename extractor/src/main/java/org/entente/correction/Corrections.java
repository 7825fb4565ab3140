package org.entente.correction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The decisions of a researcher, in the order of their file.
 *
 * @param rows the decisions
 */
public record Corrections(List<Correction> rows) {
  /** No decisions. */
  public static final Corrections NONE = new Corrections(List.of());

  /** Copies the list. */
  public Corrections {
    rows = List.copyOf(rows);
  }

  /** Returns the decisions that name a document, but for those on two reports. */
  public List<Correction> own(String document) {
    return rows.stream()
        .filter(row -> !row.decision().isOfTwoReports())
        .filter(row -> row.cell(Column.DOCUMENT).equals(document))
        .toList();
  }

  /** Returns the decisions that may bear on a document: its own, and those for all. */
  public List<Correction> of(String document) {
    Set<Correction> own = Set.copyOf(own(document));
    return rows.stream().filter(row -> own.contains(row) || isEverywhere(row)).toList();
  }

  /** Returns the decisions on who somebody is in all documents. */
  public List<Correction> everywhere() {
    return rows.stream().filter(Corrections::isEverywhere).toList();
  }

  /** Returns the decisions on two reports. */
  public List<Correction> pairs() {
    return rows.stream().filter(row -> row.decision().isOfTwoReports()).toList();
  }

  /** Returns the documents that decisions name. */
  public Set<String> documents() {
    Set<String> documents = new LinkedHashSet<>();
    for (Correction row : rows) {
      documents.add(row.cell(Column.DOCUMENT));
      documents.add(row.cell(Column.OTHER_DOCUMENT));
    }
    documents.remove("");
    return documents;
  }

  private static boolean isEverywhere(Correction row) {
    return row.decision().isOfIdentity() && row.cell(Column.DOCUMENT).isEmpty();
  }
}
