package org.entente.rdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.correction.Column;
import org.entente.correction.Correction;
import org.entente.correction.Corrections;

/** Turns the decisions of a researcher into the triples of their graph. */
public final class CorrectionMapper {
  private final Iris iris;

  /** Creates a mapper that mints by those rules. */
  public CorrectionMapper(Iris iris) {
    this.iris = iris;
  }

  /** Returns the node of a decision. */
  public Node node(Correction correction) {
    return Terms.uri(iris.correction(correction.key()));
  }

  /** Returns the triples of the graph. */
  public List<Triple> map(Corrections corrections) {
    List<Triple> triples = new ArrayList<>();
    for (Correction row : corrections.rows()) {
      Node node = node(row);
      triples.add(Triple.create(node, Terms.TYPE, Dip.CORRECTION));
      triples.add(Triple.create(node, Terms.LABEL, Terms.string(row.inWords())));
      triples.add(Triple.create(node, Dip.ROW, Terms.string(row.row())));
      triples.add(Triple.create(node, Dip.LINE, Terms.integer(row.line())));
      text(triples, node, Terms.CREATOR, row.cell(Column.WHO));
      text(triples, node, Terms.NOTE, row.cell(Column.WHY));
      if (!row.cell(Column.WHEN).isEmpty()) {
        triples.add(
            Triple.create(node, Terms.CREATED, Terms.date(LocalDate.parse(row.cell(Column.WHEN)))));
      }
    }
    return triples;
  }

  private static void text(List<Triple> triples, Node node, Node property, String value) {
    if (!value.isEmpty()) {
      triples.add(Triple.create(node, property, Terms.string(value)));
    }
  }
}
