package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.export.ExportFile;
import org.entente.export.ExportGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Downloads over HTTP. */
class ExportServletTest {
  private static final Path EXPECTED = Path.of("src/test/resources/org/entente/export/expected");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static EntenteServer server;

  @BeforeAll
  static void start() throws Exception {
    SmallStore.write(directory.resolve("store"), ExportGraph.trig());
    server = EntenteServer.start(directory.resolve("store"), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLES")
  void servesWhatTheCommandWrites(ExportFile file) throws Exception {
    HttpResponse<String> answer = get(file.fileName());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Files.readString(EXPECTED.resolve(file.fileName())));
    assertThat(header(answer, "Content-Type")).startsWith(file.mediaType()).contains("utf-8");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + file.fileName() + "\"");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    String link = header(answer, "Link");
    assertThat(link).endsWith("/export/CITATION.cff>; rel=\"describedby\"");
    assertThat(
            CLIENT
                .send(
                    HttpRequest.newBuilder(URI.create(link.substring(1, link.indexOf('>'))))
                        .build(),
                    BodyHandlers.ofString())
                .body())
        .startsWith("cff-version");
  }

  @ParameterizedTest
  @CsvSource({
    "graph.nq, application/n-quads, N-Quads",
    "graph.jsonld, application/ld+json, JSON-LD",
    "graph.ttl, text/turtle, Turtle"
  })
  void servesTheWholeGraph(String name, String type, String language) throws Exception {
    HttpResponse<String> answer = get(name);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    Lang lang = RDFLanguages.nameToLang(language);
    DatasetGraph served = RDFParser.fromString(answer.body(), lang).toDatasetGraph();
    DatasetGraph written = RDFParser.fromString(ExportGraph.trig(), Lang.TRIG).toDatasetGraph();
    written
        .find()
        .forEachRemaining(
            quad ->
                assertThat(
                        lang == Lang.TURTLE
                            ? served.getDefaultGraph().contains(quad.asTriple())
                            : served.contains(quad))
                    .as(quad.toString())
                    .isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "events.csv?from=2021&kind=Summit | 200 | Summit of Anna Aas",
        "network.gexf?limit=1             | 200 | The 1 strongest of 3 edges",
        "network.gexf?limit=none          | 400 | limit: it takes a whole number",
        "network.gexf?country=Nowhere     | 400 | country: the graph has no state",
        "tables.zip?country=Nowhere       | 400 | country: the graph has no state",
        "events.csv?form=2020             | 400 | there is no filter",
        "events.html                      | 404 | no such export",
        "                                 | 404 | no such export",
      })
  void takesFilters(String path, int status, String content) throws Exception {
    HttpResponse<String> answer = get(path == null ? "" : path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(content);
    if (status != 200) {
      assertThat(header(answer, "Content-Type")).startsWith("text/plain");
      assertThat(header(answer, "Content-Disposition")).isEmpty();
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(server.uri().resolve("export/" + path)).build(),
        BodyHandlers.ofString());
  }
}
