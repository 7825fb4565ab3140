package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSet;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.report.DocumentReports;
import org.entente.report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");

  @TempDir Path temporary;

  @Test
  void fiveDocumentsTellOneSummit() {
    try (GraphStore store = GraphStore.open(temporary.resolve("s"), SETTINGS)) {
      put(store, Stories.summit());
      List<ConsolidatedEvent> events = store.rebuildDerived(Map.of());
      List<ConsolidatedEvent> summits =
          events.stream().filter(e -> e.accounts().size() == 5).toList();
      assertThat(summits).hasSize(1);
      assertThat(summits.get(0).status()).isEqualTo(Status.HELD);
      assertThat(summits.get(0).place().orElseThrow()).contains("anchorage");
      assertThat(summits.get(0).parties()).hasSize(6);
      assertThat(events).hasSize(5);
      assertThat(
              rows(
                  store,
                  """
                  SELECT ?l WHERE { ?e a dip:Event ; rdfs:label ?l } ORDER BY ?l
                  """))
          .hasSize(5);
    }
  }

  private static void put(GraphStore store, Collection<DocumentReports> stories) {
    DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
    store.replaceDocuments(stories.stream().map(mapper::map).toList());
  }

  private static List<String> rows(GraphStore store, String query) {
    String prefixes =
        """
        PREFIX dip: <https://w3id.org/entente/diplomacy#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        PREFIX text: <http://jena.apache.org/text#>
        """;
    Dataset dataset = DatasetFactory.wrap(store.dataset());
    dataset.begin(org.apache.jena.query.ReadWrite.READ);
    try (QueryExecution execution = QueryExecutionFactory.create(prefixes + query, dataset)) {
      List<String> rows = new ArrayList<>();
      ResultSet results = execution.execSelect();
      results.forEachRemaining(row -> rows.add(row.toString()));
      return rows;
    } finally {
      dataset.end();
    }
  }
}
