package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Reconciliation Service API, asked as OpenRefine asks it. */
class ReconcileServletTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/entente/reconcile");

  @TempDir static Path directory;
  private static EntenteServer server;
  private static ReconciliationClient client;

  @BeforeAll
  static void start() throws Exception {
    Path store = directory.resolve("store");
    SmallStore.write(store, Files.readString(FOLDER.resolve("graph.trig")));
    server = EntenteServer.start(store, 0);
    client = new ReconciliationClient(server.uri().resolve("reconcile"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void saysWhatItIs() {
    JsonNode manifest = client.manifest();
    assertThat(manifest.get("name").asText()).isEqualTo("A test of matching");
    assertThat(manifest.get("identifierSpace").asText()).isEqualTo("https://w3id.org/entente/id/");
    assertThat(manifest.get("schemaSpace").asText())
        .isEqualTo("https://w3id.org/entente/diplomacy#");
    assertThat(manifest.at("/view/url").asText()).isEqualTo(server.uri() + "#/{{id}}");
  }

  static Stream<Arguments> cases() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    String question = "";
    for (String line : Files.readAllLines(FOLDER.resolve("cases.txt"))) {
      if (line.startsWith("{")) {
        question = line;
      } else if (line.startsWith("=")) {
        cases.add(Arguments.of(question, line.substring(1).strip()));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatACellStandsFor(String question, String expected) throws Exception {
    for (boolean posted : new boolean[] {true, false}) {
      JsonNode answer = client.ask("{\"a\": " + question + "}", posted);
      assertThat(candidates(answer.at("/a/result"))).isEqualTo(expected);
    }
  }

  @Test
  void answersAWholeBatch() throws Exception {
    List<String> questions = new ArrayList<>();
    cases().forEach(c -> questions.add((String) c.get()[0]));
    String batch =
        IntStream.range(0, questions.size())
            .mapToObj(i -> "\"q" + i + "\": " + questions.get(i))
            .collect(Collectors.joining(", ", "{", "}"));
    JsonNode answer = client.ask(batch, true);
    int number = 0;
    for (Arguments one : (Iterable<Arguments>) cases()::iterator) {
      assertThat(candidates(answer.at("/q" + number++ + "/result"))).isEqualTo(one.get()[1]);
    }
    assertThat(client.ask("{}", true)).isEmpty();
  }

  private static String candidates(JsonNode result) {
    return StreamSupport.stream(result.spliterator(), false)
        .map(
            c ->
                c.get("id").asText()
                    + " "
                    + c.get("score").asText()
                    + (c.get("match").asBoolean() ? "!" : ""))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "queries | {\"a\": {\"query\": \"\"}} | query a has neither a query nor properties",
        "queries | {\"a\": {}} | query a has neither a query nor properties",
        "queries | {\"a\": {\"properties\": []}} | query a has neither",
        "queries | {\"a\": {\"query\": 3}} | a query that is no string",
        "queries | {\"a\": {\"query\": \"x\", \"limit\": 0}} | a limit that is no number from 1",
        "queries | {\"a\": {\"query\": \"x\", \"limit\": \"two\"}} | a limit that is no number",
        "queries | {\"a\": {\"query\": \"x\", \"type\": 7}} | a type that is no string",
        "queries | {\"a\": {\"query\": \"x\", \"type_strict\": \"maybe\"}} | a type_strict that",
        "queries | {\"a\": {\"query\": \"x\", \"properties\": [{\"pid\": \"qid\"}]}} | without pid or v",
        "queries | {\"a\": {\"query\": \"x\", \"properties\": [{\"pid\": \"qid\", \"v\": {}}]}} | a value that is",
        "queries | {\"a\": {\"query\": \"x\", \"colour\": 1}} | the unknown member \"colour\"",
        "queries | {\"a\": \"x\"} | query a is not a JSON object",
        "queries | [] | queries is not a JSON object",
        "queries | {\"a\": | queries is no JSON",
        "extend  | {\"ids\": []} | needs the arrays ids and properties",
        "extend  | {\"ids\": [], \"properties\": [{\"id\": \"shoe size\"}]} | no property \"shoe size\"",
        "extend  | nonsense | extend is no JSON"
      })
  void saysWhatIsWrongWithARequest(String parameter, String json, String message) throws Exception {
    for (boolean posted : new boolean[] {true, false}) {
      HttpResponse<String> response = client.send(parameter, json, posted);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(new ObjectMapper().readTree(response.body()).get("message").asText())
          .contains(message);
    }
  }

  @Test
  void takesNoMoreThanABatch() throws Exception {
    int most = client.manifest().get("batchSize").asInt();
    for (int size : new int[] {most, most + 1}) {
      String queries =
          IntStream.range(0, size)
              .mapToObj(i -> "\"q" + i + "\": {\"query\": \"x\"}")
              .collect(Collectors.joining(",", "{", "}"));
      assertThat(client.send("queries", queries, true).statusCode())
          .isEqualTo(size == most ? 200 : 400);
      String ids =
          IntStream.range(0, size).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
      assertThat(
              client
                  .send("extend", "{\"ids\": [" + ids + "], \"properties\": []}", true)
                  .statusCode())
          .isEqualTo(size == most ? 200 : 400);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entity   | prefix=jon           | person/jon-holm--norland, person/jon-holm-Q1002",
        "entity   | prefix=jon%20h&cursor=1 | person/jon-holm-Q1002",
        "entity   | prefix=norl          | polity/norland-Q2001, place/norland-city-Q4001",
        "entity   | prefix=s%C3%B8ren    | person/eva-berg-Q1003",
        "entity   | prefix=xyz           | ''",
        "entity   | prefix=              | ''",
        "property | prefix=lo            | longitude",
        "property | prefix=held          | events, first-event, last-event",
        "property | prefix=              | qid, country, description, names, offices, events,"
            + " first-event, last-event, met, longitude",
        "type     | prefix=p             | Person, Polity, Place",
        "type     | prefix=x             | ''"
      })
  void suggests(String what, String parameters, String ids) throws Exception {
    List<String> found = new ArrayList<>();
    client.suggest(what, parameters).forEach(one -> found.add(one.get("id").asText()));
    assertThat(String.join(", ", found)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({"Person, met, latitude", "Place, latitude, met", "Organization, events, offices"})
  void proposesColumnsOfAType(String type, String one, String other) throws Exception {
    List<String> found = new ArrayList<>();
    client.properties(type).forEach(p -> found.add(p.get("id").asText()));
    assertThat(found).contains("qid", one).doesNotContain(other);
  }

  @Test
  void takesColumns() throws Exception {
    JsonNode answer =
        client.extend(
            """
            {"ids": ["person/eva-berg-Q1003", "https://w3id.org/entente/id/place/norland-city-Q4001", "person/nobody"],
             "properties": [{"id": "qid"}, {"id": "country"}, {"id": "offices"}, {"id": "events"}, {"id": "first-event"},
                            {"id": "last-event"}, {"id": "met", "settings": {"limit": 1}}, {"id": "names"}, {"id": "latitude"}]}
            """);
    assertThat(answer.at("/rows/person~1eva-berg-Q1003"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"qid": [{"str": "Q1003"}],
                     "country": [{"id": "polity/norland-Q2001", "name": "Norland"}],
                     "offices": [{"str": "foreign minister of Norland, 2011–2014"}, {"str": "prime minister of Norland, 2014–"}],
                     "events": [{"int": 2}],
                     "first-event": [{"date": "2012-03-04T00:00:00Z"}],
                     "last-event": [{"date": "2013-01-31T00:00:00Z"}],
                     "met": [{"id": "person/jon-holm--norland", "name": "Jon Holm"}],
                     "names": [{"str": "Berg"}, {"str": "Eva Berg"}],
                     "latitude": []}
                    """));
    JsonNode city = answer.get("rows").get("https://w3id.org/entente/id/place/norland-city-Q4001");
    assertThat(city.at("/latitude/0/float").asDouble()).isEqualTo(59.25);
    answer.at("/rows/person~1nobody").forEach(cells -> assertThat(cells).isEmpty());
    assertThat(answer.at("/meta/1/type/id").asText()).isEqualTo("Polity");
  }

  @Test
  void previewsWithoutRunningWhatANameSays() throws Exception {
    HttpResponse<String> page = client.preview("person/markup");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<h1>Ann &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; O&quot;Dell &amp; Co</h1>")
        .doesNotContain("<script");
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    // OpenRefine shows the page in a frame.
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(client.preview("person/eva-berg-Q1003").body())
        .contains("foreign minister of Norland", "https://www.wikidata.org/wiki/Q1003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"person/nobody", "", "event/1", "<script>alert(1)</script>"})
  void previewsNothingElse(String id) throws Exception {
    HttpResponse<String> page = client.preview(id);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(page.body()).doesNotContain("script");
  }

  @Test
  void otherSitesMayAskWithoutCredentialsAndNotByScript() throws Exception {
    HttpResponse<String> asked =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.uri().resolve("reconcile"))
                    .header("Origin", "http://127.0.0.1:3333")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    String address = server.uri().resolve("reconcile").toString();
    assertThat(ReconciliationClient.get(address + "?callback=run").statusCode()).isEqualTo(400);
    assertThat(ReconciliationClient.get(address + "/other").statusCode()).isEqualTo(404);
  }
}
