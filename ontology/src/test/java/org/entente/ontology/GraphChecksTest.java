package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check of a graph finds something in the example of its name, no other check does, and none
 * finds anything in the valid one. A new check needs no Java.
 */
class GraphChecksTest {
  static List<GraphCheck> checks() {
    return Ontology.graphChecks();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theExampleOfItsNameBreaksACheckAndNoOther(GraphCheck check) {
    DatasetGraph example = read(check.name());
    for (GraphCheck other : checks()) {
      assertThat(found(other, example).isEmpty())
          .as(other.name())
          .isEqualTo(!other.name().equals(check.name()));
    }
    assertThat(check.message()).endsWith(".");
    assertThat(found(check, example)).allMatch(Node::isURI);
  }

  @Test
  void nothingIsFoundInAValidGraph() {
    DatasetGraph example = read("valid");
    assertThat(checks()).hasSizeGreaterThan(5);
    assertThat(checks()).allSatisfy(check -> assertThat(found(check, example)).isEmpty());
  }

  /** Reads a file; the default graph gets the union of the named ones, as in a store. */
  private static DatasetGraph read(String name) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.source("examples/graph-checks/" + name + ".trig").parse(dataset);
    List<Quad> quads = new java.util.ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    quads.forEach(quad -> dataset.getDefaultGraph().add(quad.asTriple()));
    return dataset;
  }

  private static List<Node> found(GraphCheck check, DatasetGraph dataset) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(check.query()).build()) {
      RowSet rows = execution.select();
      return rows.stream().map(row -> row.get("focus")).toList();
    }
  }
}
