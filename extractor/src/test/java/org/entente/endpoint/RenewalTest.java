package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.entente.rdf.EntityFacts;
import org.entente.store.StagedStore;
import org.entente.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server and the generations of its store. */
class RenewalTest {
  private static final int SIZE = 500;
  private static final String GRAPH = "http://example.org/numbers";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void takesUpANewGenerationAndNeverShowsHalfOfIt() throws Exception {
    Path store = directory.resolve("s");
    publish(store, 1);
    TreeSet<Integer> seen = new TreeSet<>();
    try (EntenteServer server = EntenteServer.start(store, 0)) {
      seen.add(count(server));
      for (int generation = 2; generation <= 3; generation++) {
        publish(store, generation);
        int told = 0;
        while (told < generation * SIZE) {
          told = count(server);
          seen.add(told);
        }
      }
    }
    assertThat(seen).containsExactly(SIZE, 2 * SIZE, 3 * SIZE);
  }

  private static void publish(Path store, int generation) {
    try (StagedStore staged =
        StagedStore.open(store, StoreSettings.of(EntityFacts.none(), "test"))) {
      for (int part = 1; part <= generation; part++) {
        staged.store().rebuildDerived(Map.of(GRAPH, numbers(part * SIZE)));
      }
      staged.publish();
    }
  }

  private static Collection<Triple> numbers(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(
            i ->
                Triple.create(
                    NodeFactory.createURI("http://example.org/n" + i),
                    NodeFactory.createURI("http://example.org/in"),
                    NodeFactory.createURI(GRAPH)))
        .toList();
  }

  private int count(EntenteServer server) throws IOException, InterruptedException {
    String query = "SELECT (COUNT(*) AS ?n) { GRAPH <" + GRAPH + "> { ?s ?p ?o } }";
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(
                        server.sparql()
                            + "?query="
                            + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> lines = answer.body().lines().toList();
    return Integer.parseInt(lines.get(1));
  }
}
