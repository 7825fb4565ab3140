package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries that are stopped for their time, wherever they are in their work. */
class StoppedQueryTest {
  private static final String SORTED =
      "SELECT * { ?a <http://example.org/value> ?x . ?b <http://example.org/value> ?y }"
          + " ORDER BY ?y";

  /** Several, as each is stopped at another step of its sorting. */
  private static final int STOPS = 20;

  @TempDir Path directory;

  @Test
  void tellsThatSortingTookTooLong() throws Exception {
    String numbers =
        IntStream.range(0, 4000)
            .mapToObj(
                i -> "<http://example.org/n" + i + "> <http://example.org/value> " + i + " . ")
            .collect(Collectors.joining());
    Path store = directory.resolve("store");
    SmallStore.write(store, "<https://w3id.org/entente/id/graph/numbers> { " + numbers + " }");
    HttpClient client = HttpClient.newHttpClient();
    try (EntenteServer server =
        EntenteServer.start(
            EntenteServer.Settings.of(store, 0).withTimeout(Duration.ofMillis(60)))) {
      for (int i = 0; i < STOPS; i++) {
        URI query =
            URI.create(
                server.sparql() + "?query=" + URLEncoder.encode(SORTED, StandardCharsets.UTF_8));
        var answer = client.send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("took longer than is allowed");
      }
    }
  }
}
