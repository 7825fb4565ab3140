package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ontology.Ontology;
import org.entente.rdf.EntityFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented store that large measurements are made on. */
class SyntheticStoreTest {
  @TempDir Path directory;

  @Test
  void isAGraphLikeAnyOther() {
    Path store = directory.resolve("s");
    int events = SyntheticStore.write(store, 300, 7);
    assertThat(events).isBetween(250, 330);
    try (GraphStore graph =
        GraphStore.openExisting(store, StoreSettings.of(EntityFacts.none(), "synthetic"))) {
      assertThat(graph.validate(Ontology.shapes())).isEmpty();
      for (Map.Entry<String, Integer> shape :
          Map.of(
                  "?x a dip:Event ; dip:status dip:Held ; dip:participant ?a, ?b . FILTER(?a != ?b)",
                  100,
                  "?x dip:status dip:Planned",
                  10,
                  "?x dip:report ?r, ?q . ?r dip:reportsEarliestDate ?d . ?q"
                      + " dip:reportsEarliestDate ?e . FILTER(?d < ?e)",
                  1,
                  "?x a dip:Place ; <http://www.opengis.net/ont/geosparql#hasGeometry> ?g",
                  50,
                  "?x dip:met ?y",
                  60,
                  "?x dip:absentee ?y",
                  5)
              .entrySet()) {
        assertThat(count(graph.dataset(), shape.getKey()))
            .as(shape.getKey())
            .isGreaterThanOrEqualTo(shape.getValue());
      }
    }
  }

  private static int count(DatasetGraph dataset, String pattern) {
    dataset.begin(ReadWrite.READ);
    try (QueryExec query =
        QueryExec.dataset(dataset)
            .query(
                "PREFIX dip: <https://w3id.org/entente/diplomacy#> SELECT (COUNT(DISTINCT ?x) AS ?n)"
                    + " { "
                    + pattern
                    + " }")
            .build()) {
      return Integer.parseInt(query.select().next().get("n").getLiteralLexicalForm());
    } finally {
      dataset.end();
    }
  }
}
