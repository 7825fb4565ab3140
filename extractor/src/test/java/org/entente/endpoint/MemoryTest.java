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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with little memory, in a process of its own, and queries that would take all of it. */
class MemoryTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static ServerProcess server;
  private static URI endpoint;

  @BeforeAll
  static void start() throws Exception {
    Path store = directory.resolve("store");
    String numbers =
        IntStream.range(0, 4000)
            .mapToObj(
                i -> "<http://example.org/n" + i + "> <http://example.org/value> " + i + " . ")
            .collect(Collectors.joining());
    SmallStore.write(store, "<https://w3id.org/entente/id/graph/numbers> { " + numbers + " }");
    server = ServerProcess.start(store, "300m", "--read-only");
    endpoint = server.sparql();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  @Test
  void stopsWhatTakesAllMemoryAndGoesOn() throws Exception {
    var sorted =
        ask(
            "SELECT * { ?a <http://example.org/value> ?x . ?b <http://example.org/value> ?y } ORDER BY ?x DESC(?y)");
    var grouped =
        ask(
            "SELECT ?x ?y (COUNT(*) AS ?n) { ?a <http://example.org/value> ?x . ?b <http://example.org/value> ?y }"
                + " GROUP BY ?x ?y HAVING (?n > 1)");
    for (int i = 0; !sorted.isDone() || !grouped.isDone(); i++) {
      HttpResponse<String> modest =
          ask("SELECT ?a { ?a <http://example.org/value> " + i % 4000 + " }").get();
      assertThat(modest.statusCode()).as(modest.body()).isEqualTo(200);
      assertThat(modest.body()).contains("http://example.org/n" + i % 4000);
      Thread.sleep(20);
    }
    for (HttpResponse<String> refused : new HttpResponse[] {sorted.get(), grouped.get()}) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("needs more memory than there is for one");
    }
    assertThat(server.isAlive()).isTrue();
    assertThat(ask("SELECT (COUNT(*) AS ?n) { ?a ?p ?x }").get().body()).contains("4000");
  }

  private static CompletableFuture<HttpResponse<String>> ask(String query) throws IOException {
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(
                URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", "text/csv")
            .build(),
        BodyHandlers.ofString());
  }
}
