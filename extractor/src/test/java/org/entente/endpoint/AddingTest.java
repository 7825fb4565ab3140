package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.entente.build.Pipeline;
import org.entente.endpoint.documents.DocumentsServlet;
import org.entente.endpoint.documents.Password;
import org.entente.rdf.EntityFacts;
import org.entente.store.StagedStore;
import org.entente.store.StoreSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are added over HTTP while the graph is served. */
class AddingTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String EVENTS =
      "PREFIX dip: <https://w3id.org/entente/diplomacy#>"
          + " SELECT (COUNT(?e) AS ?n) { ?e a dip:Event }";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static EntenteServer server;
  private static final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    Path store = directory.resolve("s");
    try (StagedStore staged =
        StagedStore.open(store, StoreSettings.of(EntityFacts.none(), "test"))) {
      staged.store().rebuildDerived(Map.of());
      staged.publish();
    }
    server =
        EntenteServer.start(
            EntenteServer.Settings.of(store, 0)
                .withAdding(
                    new DocumentsServlet.Adding(
                        Password.of(PASSWORD), false, () -> Pipeline.load())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void addsDocumentsAndServesThem() throws Exception {
    int before = events();
    HttpResponse<String> accepted =
        post(
            "text/plain",
            "Russian Foreign Minister Sergey Lavrov met his Chinese counterpart Wang Yi in Moscow on"
                + " Tuesday.",
            "?published=2024-05-02&id=lavrov-wang&source=Example+Wire",
            "Authorization",
            "Bearer " + PASSWORD);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(JSON.readTree(accepted.body()).get("job").asText()).isEqualTo(job);
    JsonNode ended = ended(job);
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("done");
    assertThat(ended.get("ids").toString()).isEqualTo("[\"lavrov-wang\"]");
    assertThat(ended.get("reports").asInt()).isEqualTo(1);
    assertThat(events()).isEqualTo(before + 1);

    HttpResponse<String> lines =
        post(
            "application/x-ndjson",
            "{\"id\":\"a\",\"published\":\"2024-06-02\",\"text\":\"Emmanuel Macron received Olaf"
                + " Scholz in Paris on Friday.\"}\nno JSON\n",
            "",
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    ended = ended(lines.headers().firstValue("Location").orElseThrow());
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("done");
    assertThat(ended.get("documents").get("refused").asInt()).isEqualTo(1);
    assertThat(ended.get("problems").get(0).get("message").asText()).contains("JSON");
    assertThat(events()).isEqualTo(before + 2);
    assertThat(json("/documents/jobs").get("jobs")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void saysWhenThereWasNothingToRead() throws Exception {
    int before = events();
    HttpResponse<String> accepted =
        post("application/json", "{\"id\":\"x\"}", "", "Authorization", "Bearer " + PASSWORD);
    JsonNode ended = ended(accepted.headers().firstValue("Location").orElseThrow());
    assertThat(ended.get("state").asText()).isEqualTo("failed");
    assertThat(ended.get("message").asText()).contains("no document");
    assertThat(events()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/zip                   | 415",
        "application/xml                   | 415",
        "text/xml                          | 415",
        "multipart/form-data; boundary=x   | 415",
        "application/x-www-form-urlencoded | 415",
        "application/octet-stream          | 415"
      })
  void takesTextsOnly(String type, int status) throws Exception {
    assertThat(post(type, "x", "", "Authorization", "Bearer " + PASSWORD).statusCode())
        .isEqualTo(status);
  }

  @Test
  void unpacksNothing() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 100; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("/documents"))
            .header("Authorization", "Bearer " + PASSWORD)
            .POST(BodyPublishers.ofByteArray(bomb.toByteArray()));
    assertThat(
            client
                .send(
                    request
                        .copy()
                        .headers("Content-Type", "text/plain", "Content-Encoding", "gzip")
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(415);
    // Named a text, it is refused as none.
    HttpResponse<String> accepted =
        client.send(
            request.copy().header("Content-Type", "text/html").build(), BodyHandlers.ofString());
    JsonNode ended = ended(accepted.headers().firstValue("Location").orElseThrow());
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("failed");
  }

  @Test
  void expandsNoEntities() throws Exception {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE html [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    bomb.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">]><html><body><p>&a29; &file;</p>");
    JsonNode ended =
        ended(
            post("text/html", bomb.toString(), "", "Authorization", "Bearer " + PASSWORD)
                .headers()
                .firstValue("Location")
                .orElseThrow());
    assertThat(ended.get("state").asText()).isIn("done", "failed");
    assertThat(ended.toString()).doesNotContain("root:");
  }

  @Test
  void takesNoDeepJson() throws Exception {
    assertThat(
            post("application/json", "[".repeat(200_000), "", "Authorization", "Bearer " + PASSWORD)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void takesNoMoreThanItSays() throws Exception {
    assertThat(
            post("text/plain", "x".repeat(17 << 20), "", "Authorization", "Bearer " + PASSWORD)
                .statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "<script>alert(1)</script>", "a b\u0000c", "..."})
  void makesNoPathAndNoMarkupOfAnIdentifier(String id) throws Exception {
    JsonNode ended =
        ended(
            post(
                    "text/plain",
                    "Angela Merkel met Theresa May in Berlin on Monday.",
                    "?published=2018-07-06&id=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                    "Authorization",
                    "Bearer " + PASSWORD)
                .headers()
                .firstValue("Location")
                .orElseThrow());
    assertThat(ended.get("state").asText()).as(ended.toString()).isIn("done", "failed");
    try (var files = java.nio.file.Files.walk(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("passwd") || name.contains("script"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer wrong",
        "Basic !!!",
        "Basic bWU6d3Jvbmc=",
        "Digest username=me",
        "Cookie correct horse battery"
      })
  void letsNobodyInWithoutThePassword(String header) throws Exception {
    for (String path : Set.of("/documents/jobs", "/documents/jobs/0")) {
      HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isIn(401, 429);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
          .doesNotContain("Basic");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://elsewhere.example",
    "Origin, null",
    "Origin, http://localhost.elsewhere.example",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void refusesPagesOfOtherSitesThatKnowThePassword(String header, String value) throws Exception {
    HttpResponse<String> answer =
        post(
            "text/plain",
            "A met B.",
            "",
            header,
            value,
            "Authorization",
            "Bearer " + PASSWORD,
            "X-Forwarded-For",
            "127.0.0.1",
            "Forwarded",
            "for=127.0.0.1;host=elsewhere.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void fetchesNothingUnlessItIsAllowedTo() throws Exception {
    HttpResponse<String> answer =
        post(
            "application/json",
            "{\"urls\": [\"http://127.0.0.1/\"]}",
            "",
            "Authorization",
            "Bearer " + PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("--allow-fetch");
  }

  @Test
  void tellsEverybodyWhatItTakes() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.uri().resolve("/documents")).build(),
            BodyHandlers.ofString());
    assertThat(JSON.readTree(answer.body()).get("adding").asBoolean()).isTrue();
    assertThat(JSON.readTree(answer.body()).get("fetching").asBoolean()).isFalse();
  }

  private static HttpResponse<String> post(
      String type, String body, String parameters, String... headers) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.uri() + "documents" + parameters))
            .header("Content-Type", type)
            .headers(headers)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(
        client
            .send(
                HttpRequest.newBuilder(server.uri().resolve(path))
                    .header("Authorization", "Bearer " + PASSWORD)
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  private static JsonNode ended(String job) throws Exception {
    while (true) {
      JsonNode told = json(job);
      if (Set.of("done", "failed").contains(told.path("state").asText("failed"))) {
        return told;
      }
      Thread.sleep(50);
    }
  }

  private static int events() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(
                        server.sparql()
                            + "?query="
                            + URLEncoder.encode(EVENTS, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build(),
            BodyHandlers.ofString());
    return Integer.parseInt(answer.body().lines().toList().get(1));
  }
}
