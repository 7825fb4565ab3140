package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.entente.rdf.EntityFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks a real store where places lie. */
class PlaceIndexTest {
  private static final List<String> CAPITALS =
      List.of(
          "Vienna 16.37 48.21",
          "Bratislava 17.11 48.14",
          "Budapest 19.04 47.50",
          "Geneva 6.14 46.21",
          "Suva 178.44 -18.14",
          "Apia -171.75 -13.83");

  @TempDir Path directory;
  private GraphStore store;

  @BeforeEach
  void open() {
    store = GraphStore.open(directory.resolve("s"), StoreSettings.of(EntityFacts.none(), "test"));
  }

  @org.junit.jupiter.api.AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?place spatial:nearby (48.2 16.4 100 units:kilometre) | Bratislava Vienna",
        "?place spatial:nearby (48.2 16.4 100 units:kilometre 1) | Vienna",
        "?place spatial:nearby (48.2 16.4 1 units:kilometre) | ''",
        "?place spatial:withinBox (45 5 50 18) | Bratislava Geneva Vienna",
        "?place spatial:nearby (-16 -176 1200 units:kilometre) | Apia Suva",
        "?place geo:hasGeometry/geo:asWKT ?wkt FILTER (spatialf:greatCircleGeom (?wkt,"
            + " 'POINT(16.4 48.2)'^^geo:wktLiteral, units:kilometre) < 300)"
            + " | Bratislava Budapest Vienna"
      })
  void findsPlacesByTheirPosition(String pattern, String expected) {
    fill(CAPITALS);
    List<String> found = ask(pattern);
    if (pattern.contains(" 1)")) {
      assertThat(found).hasSize(1); // as many as asked for, whichever
      return;
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void knowsOfPlacesThatCameLater() {
    String near = "?place spatial:nearby (48.2 16.4 100 units:kilometre)";
    assertThat(ask(near)).isEmpty();
    fill(CAPITALS.subList(0, 1));
    assertThat(ask(near)).containsExactly("Vienna");
    fill(CAPITALS.subList(1, 3));
    assertThat(ask(near)).containsExactly("Bratislava");
  }

  private void fill(List<String> places) {
    store.rebuildDerived(Map.of(store.iris().entitiesGraph(), triples(places)));
  }

  private static Collection<Triple> triples(List<String> places) {
    StringBuilder turtle =
        new StringBuilder("PREFIX geo: <http://www.opengis.net/ont/geosparql#>\n");
    for (String place : places) {
      String[] cells = place.split(" ");
      turtle.append(
          String.format(
              "<http://example.org/%1$s> geo:hasGeometry <http://example.org/%1$s/point> ."
                  + " <http://example.org/%1$s/point> a geo:Geometry ;"
                  + " geo:asWKT 'POINT(%2$s %3$s)'^^geo:wktLiteral .%n",
              cells[0], cells[1], cells[2]));
    }
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle.toString(), Lang.TURTLE).parse(graph);
    return graph.find().toList();
  }

  private List<String> ask(String pattern) {
    Dataset dataset = DatasetFactory.wrap(store.dataset());
    String query =
        "PREFIX spatial: <http://jena.apache.org/spatial#>\n"
            + "PREFIX geo: <http://www.opengis.net/ont/geosparql#>\n"
            + "PREFIX spatialf: <http://jena.apache.org/function/spatial#>\n"
            + "PREFIX units: <http://www.opengis.net/def/uom/OGC/1.0/>\n"
            + "SELECT DISTINCT ?place { "
            + pattern
            + " } ORDER BY ?place";
    return Txn.calculateRead(
        dataset,
        () -> {
          List<String> names = new ArrayList<>();
          try (var execution = QueryExecutionFactory.create(query, dataset)) {
            execution
                .execSelect()
                .forEachRemaining(
                    row -> names.add(row.getResource("place").getURI().replaceAll(".*/", "")));
          }
          return names;
        });
  }
}
