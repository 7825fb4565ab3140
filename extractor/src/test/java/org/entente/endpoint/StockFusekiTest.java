package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the configuration file as it stands under the unmodified Fuseki commands. */
class StockFusekiTest {
  private static final Path CONFIG = Path.of("..", "fuseki-config", "config.ttl").toAbsolutePath();
  private static final Path SERVER_JAR =
      Path.of("target", "stock", "fuseki-server.jar").toAbsolutePath();
  private static final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "org.apache.jena.fuseki.main.cmds.FusekiMainCmd, --metrics, false",
    "org.apache.jena.fuseki.main.cmds.FusekiServerCmd, '', true"
  })
  void servesAStore(String command, String option, boolean userInterface) throws Exception {
    SmallStore.write(
        directory.resolve("entente-store"),
        "<http://example.org/g> { <http://example.org/s> <http://www.w3.org/2000/01/rdf-schema#label> 'Reykjavík' }");
    int port = freePort();
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(List.of("-Xmx256m", "-cp", SERVER_JAR.toString(), command));
    line.addAll(List.of("--port", String.valueOf(port), "--localhost"));
    if (!option.isEmpty()) {
      line.add(option);
    }
    line.addAll(List.of("--config", CONFIG.toString()));
    Path log = directory.resolve("fuseki.log");
    Process fuseki =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      URI server = URI.create("http://localhost:" + port + "/");
      awaitPing(server, fuseki, log);
      String search =
          "SELECT ?s ?label { ?s <http://jena.apache.org/text#query> 'reykjavik' ."
              + " ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label }";
      assertThat(get(server, "entente/sparql?query=" + encode(search)).body())
          .contains("Reykjavík");
      assertThat(get(server, "entente/query?query=" + encode("ASK {}")).statusCode())
          .isEqualTo(200);
      assertThat(
              get(
                      server,
                      "entente/sparql?query="
                          + encode("SELECT * { SERVICE <http://127.0.0.1:1/> {} }"))
                  .statusCode())
          .isGreaterThanOrEqualTo(400);
      for (String path : List.of("entente", "entente/sparql", "entente/update")) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(server.resolve(path))
                    .header("Content-Type", "application/sparql-update")
                    .POST(BodyPublishers.ofString("CLEAR ALL"))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
      }
      assertThat(get(server, "$/metrics").body()).contains("fuseki_requests");
      if (userInterface) {
        assertThat(get(server, "").body()).contains("Apache Jena Fuseki UI");
      }
    } finally {
      fuseki.destroy();
      if (!fuseki.waitFor(20, TimeUnit.SECONDS)) {
        fuseki.destroyForcibly();
      }
    }
  }

  private static void awaitPing(URI server, Process fuseki, Path log) throws Exception {
    while (fuseki.isAlive()) {
      try {
        if (get(server, "$/ping").statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("Fuseki ended: " + Files.readString(log));
  }

  private static HttpResponse<String> get(URI server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
