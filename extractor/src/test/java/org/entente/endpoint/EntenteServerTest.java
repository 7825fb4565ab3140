package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.entente.endpoint.guard.Limits;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalog;
import org.entente.rdf.Vocabularies;
import org.entente.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes over HTTP what the service promises. */
class EntenteServerTest {
  private static final String TRIG =
      """
      PREFIX : <http://example.org/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      :entities { :erdogan rdfs:label "Recep Tayyip Erdoğan" . :rama rdfs:label "Edi Rama" . }
      :document { :sentence nif:anchorOf "The two leaders met in Tirana." ; :about :erdogan . }
      <https://w3id.org/entente/id/graph/dataset> {
        <https://w3id.org/entente/id/dataset> rdfs:comment "a described dataset" }
      :numbers { %s }
      """
          .formatted(
              IntStream.range(0, 2000)
                  .mapToObj(i -> ":n" + i + " :value " + i + " . ")
                  .reduce("", String::concat));

  @TempDir static Path directory;
  private static EntenteServer server;
  private static HttpServer outside;
  private static final AtomicInteger fetched = new AtomicInteger();
  private static final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    Path store = directory.resolve("a store");
    SmallStore.write(store, TRIG);
    server = EntenteServer.start(store, 0);
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          byte[] body = "<urn:s> <urn:p> \"fetched\" .".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/turtle");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    outside.start();
  }

  @AfterAll
  static void stop() {
    server.close();
    outside.stop(0);
  }

  @Test
  void describesItsDataWhereCrawlersLook() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.uri().resolve(".well-known/void")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/turtle");
    assertThat(answer.body()).contains("void:sparqlEndpoint", server.sparql().toString());
    assertThat(answer.body())
        .contains("void:dataDump", server.uri().resolve("export/graph.nq").toString());
    assertThat(answer.body()).contains("a described dataset");
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/turtle",
    "*/*, text/turtle",
    "text/html, text/turtle",
    "application/ld+json, application/ld+json",
    "application/rdf+xml, application/rdf+xml",
    "'application/n-triples;q=0.9, text/plain;q=0.1', application/n-triples"
  })
  void describesTheServiceToWhoBringsNoQuery(String accept, String type) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.sparql());
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
    Model described = ModelFactory.createDefaultModel();
    RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).parse(described);
    String sd = "http://www.w3.org/ns/sparql-service-description#";
    var service =
        described
            .listSubjectsWithProperty(RDF.type, described.createResource(sd + "Service"))
            .toList();
    assertThat(service).hasSize(1);
    assertThat(service.get(0).getPropertyResourceValue(described.createProperty(sd, "endpoint")))
        .hasToString(server.sparql().toString());
    assertThat(described.listObjectsOfProperty(described.createProperty(sd, "name")).toList())
        .extracting(Object::toString)
        .containsExactly("https://w3id.org/entente/id/graph/dataset");
    assertThat(described.listStatements().toList())
        .noneMatch(s -> s.getSubject().isAnon() || s.getObject().isAnon());
    assertThat(
            Vocabularies.unknown(
                described.listStatements().toList().stream()
                    .flatMap(s -> Stream.of(s.getPredicate().getURI(), s.getObject().toString()))))
        .isEmpty();
  }

  @Test
  void leavesAGetWithOtherParametersToTheProtocol() throws Exception {
    assertThat(get("entente/sparql?default-graph-uri=urn:x").statusCode()).isEqualTo(400);
  }

  @Test
  void offersItsExamplesAsRdfWithItsAddress() throws Exception {
    HttpResponse<String> answer = get(".well-known/sparql-examples");
    Model examples = ModelFactory.createDefaultModel();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(examples);
    assertThat(
            examples
                .listSubjectsWithProperty(
                    examples.createProperty("https://schema.org/target"),
                    examples.createResource(server.sparql().toString()))
                .toList())
        .hasSameSizeAs(QueryCatalog.load().queries());
  }

  @Test
  void listsItsExamplesForMenus() throws Exception {
    JsonNode list = new ObjectMapper().readTree(get("queries/").body());
    assertThat(list).hasSameSizeAs(QueryCatalog.load().queries());
    for (JsonNode entry : list) {
      HttpResponse<String> file = get("queries/" + entry.get("name").asText() + ".rq");
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("content-type").orElse(""))
          .startsWith("application/sparql-query");
      assertThat(file.body()).isEqualTo(entry.get("text").asText());
      assertThat(entry.get("question").asText()).contains("?");
      entry
          .get("parameters")
          .forEach(
              p ->
                  assertThat(p.fieldNames())
                      .toIterable()
                      .contains("name", "type", "classes", "required", "description", "example"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "meetings-at-place.rq?place=Oslo, 200, VALUES ?place { \"Oslo\" }",
    "meetings-at-place.rq?place=, 400, it is empty",
    "meetings-at-place.rq?where=Oslo, 400, no parameter",
    "meetings-in-period.rq?from=yesterday, 400, Query meetings-in-period",
    "meetings-at-plaice.rq, 404, Did you mean meetings-at-place",
    "meetings-at-place, 404, The file is meetings-at-place.rq",
    "../fuseki/config.ttl, 404, ''"
  })
  void putsValuesIntoAnExample(String path, int status, String content) throws Exception {
    HttpResponse<String> answer = get("queries/" + path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(content);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"entente/sparql", "entente/query"})
  void answersGet(String path) throws Exception {
    HttpResponse<String> answer = get(path + "?query=" + encode("ASK { ?s ?p ?o }"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("true");
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-query, ASK { ?s ?p ?o }",
    "application/x-www-form-urlencoded, query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"
  })
  void answersPost(String contentType, String body) throws Exception {
    HttpResponse<String> answer = send("POST", "entente/sparql", contentType, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("true");
  }

  @Test
  void joinsTheNamedGraphsInTheDefaultGraph() throws Exception {
    assertThat(
            select(
                "SELECT ?label { ?m <http://example.org/about> ?p . ?p"
                    + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }"))
        .contains("Recep Tayyip Erdoğan");
    assertThat(select("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
        .contains("\"4\"");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/2000/01/rdf-schema#label, erdogan, erdogan",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf, TIRANA, sentence"
  })
  void searchesTheTextWithoutRegardToCaseAndAccents(String property, String words, String hit)
      throws Exception {
    assertThat(
            select(
                "SELECT ?s { ?s <http://jena.apache.org/text#query> (<%s> \"%s\") }"
                    .formatted(property, words)))
        .contains("http://example.org/" + hit);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, entente/update, application/sparql-update, INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "POST, entente/sparql, application/sparql-update, INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "POST, entente/sparql, application/x-www-form-urlencoded, update=CLEAR%20ALL",
    "POST, entente, application/sparql-update, CLEAR ALL",
    "POST, entente/upload, text/turtle, <urn:a> <urn:b> <urn:c> .",
    "POST, entente/data, text/turtle, <urn:a> <urn:b> <urn:c> .",
    "POST, entente, text/turtle, <urn:a> <urn:b> <urn:c> .",
    "PUT, entente/data?default, text/turtle, <urn:a> <urn:b> <urn:c> .",
    "PUT, entente?default, text/turtle, <urn:a> <urn:b> <urn:c> .",
    "DELETE, entente/data?default, text/plain, ''",
    "PATCH, entente, application/rdf-patch, TX .",
    "POST, $/datasets, application/x-www-form-urlencoded, dbName=other&dbType=mem",
    "POST, $/datasets/entente?state=offline, text/plain, ''",
    "DELETE, $/datasets/entente, text/plain, ''",
    "POST, $/backup/entente, text/plain, ''",
    "POST, $/compact/entente, text/plain, ''",
    "POST, $/reload, text/plain, ''",
    "POST, $/server, text/plain, ''"
  })
  void refusesEveryChange(String method, String path, String contentType, String body)
      throws Exception {
    String before = select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    assertThat(send(method, path, contentType, body).statusCode()).isBetween(400, 499);
    assertThat(select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo(before);
    assertThat(get("$/server").body()).contains("/entente").doesNotContain("other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
        "SELECT * { BIND(<%s> AS ?e) SERVICE ?e { ?s ?p ?o } }",
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <%s>",
        "DESCRIBE <%s>"
      })
  void fetchesNothingForAQuery(String query) throws Exception {
    int before = fetched.get();
    String address = "http://127.0.0.1:" + outside.getAddress().getPort() + "/data.ttl";
    String text = query.formatted(address);
    assertThat(get("entente/sparql?query=" + encode(text)).body()).doesNotContain("fetched");
    assertThat(send("POST", "entente/sparql", "application/sparql-query", text).body())
        .doesNotContain("fetched");
    assertThat(
            get("entente/sparql?default-graph-uri="
                    + encode(address)
                    + "&query="
                    + encode("SELECT * { ?s ?p ?o }"))
                .body())
        .doesNotContain("fetched");
    assertThat(fetched.get()).isEqualTo(before);
  }

  @Test
  void readsNoFileForAQuery() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret.ttl"), "<urn:s> <urn:p> 'secret' .");
    String answer = select("SELECT * FROM <%s> { ?s ?p ?o }".formatted(secret.toUri()));
    assertThat(answer).doesNotContain("secret\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> { } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { } }",
        "SELECT * { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1:1/> { } } } } }",
        "ASK { BIND(<java:org.apache.jena.sparql.function.library.wait>(1) AS ?x) }",
        "ASK { BIND(<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) }",
        "SELECT (<http://jena.apache.org/ARQ/function#print>('x') AS ?y) {}",
        "SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.version> ?o }"
      })
  void saysWhichPartOfAQueryIsNotAllowed(String query) throws Exception {
    HttpResponse<String> answer = get("entente/sparql?query=" + encode(query));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not allowed here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { FILTER(REGEX('%s!', '(.*a){25}b')) }",
        "SELECT (REPLACE('%s!', '(.*a){25}b', 'b') AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(REGEX(CONCAT(STR(?o), '%s!'), '(.*a){25}b')) } }",
        "SELECT (COUNT(REPLACE(CONCAT(STR(?o), '%s!'), '(.*a){25}b', '')) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY REGEX(CONCAT(STR(?o), '%s!'), '(.*a){25}b')"
      })
  void endsRegularExpressionsThatDoNot(String pattern) throws Exception {
    HttpResponse<String> answer =
        get("entente/sparql?query=" + encode(pattern.formatted("a".repeat(60))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("regular expression");
  }

  @Test
  void stillMatchesRegularExpressions() throws Exception {
    assertThat(select("SELECT (REPLACE('abab', 'B', 'c', 'i') AS ?x) {}")).contains("acac");
    assertThat(select("ASK { FILTER(REGEX('Tirana'@en, '^t', 'i')) }")).contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"callback=alert", "stylesheet=http://x.example/", "force-accept=x"})
  void refusesParametersThatTurnAnswersIntoScripts(String parameter) throws Exception {
    HttpResponse<String> answer =
        get("entente/sparql?format=json&" + parameter + "&query=" + encode("ASK {}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("alert");
  }

  @Test
  void cutsNoAnswerSilently() throws Exception {
    Path small = directory.resolve("small");
    SmallStore.write(small, TRIG);
    try (EntenteServer narrow =
        EntenteServer.start(
            EntenteServer.Settings.of(small, 0)
                .withLimits(Limits.defaults().withAnswer(1 << 20)))) {
      for (String query :
          new String[] {
            "SELECT * { ?a ?p ?x . ?b ?q ?y }",
            "CONSTRUCT { ?a <urn:p> ?y } { ?a ?p ?x . ?b ?q ?y } LIMIT 60000"
          }) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(
                        narrow.uri().resolve("entente/sparql?query=" + encode(query)))
                    .header("Accept", "text/csv, application/n-triples")
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1 MiB", "LIMIT").hasSizeLessThan(1000);
      }
    }
  }

  @Test
  void keepsAnswersAndTellsClientsThatTheyStillHold() throws Exception {
    String query = "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 50";
    HttpResponse<String> first = ask(query, "Accept", "text/csv");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    HttpResponse<String> laidOut = ask(query.replace(" ", "  \n"), "Accept", "text/csv");
    assertThat(laidOut.headers().firstValue("ETag")).contains(tag);
    assertThat(laidOut.body()).isEqualTo(first.body());
    HttpResponse<String> same = ask(query, "Accept", "text/csv", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(ask(query, "Accept", "application/sparql-results+json").headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(java.util.Optional.of(tag));
    assertThat(ask(query.replace("50", "51"), "Accept", "text/csv", "If-None-Match", tag).body())
        .hasLineCount(52);
  }

  @Test
  void worksOutOnceWhatManyAskAtATime() throws Exception {
    String query =
        "SELECT (COUNT(*) AS ?n) { ?a <http://example.org/value> ?x ."
            + " ?b <http://example.org/value> ?y FILTER (?x + ?y < 2000) }";
    double before = queriesThatFusekiAnswered();
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    HttpRequest.newBuilder(
                            server.uri().resolve("entente/sparql?query=" + encode(query)))
                        .header("Accept", "text/csv")
                        .build())
            .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).contains("2001000");
    }
    assertThat(queriesThatFusekiAnswered() - before).isEqualTo(1);
  }

  private static double queriesThatFusekiAnswered() throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(server.uri().resolve("$/metrics")).build(),
            BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("fuseki_requests_good") && line.contains("\"query\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @ParameterizedTest
  @MethodSource("exampleQueries")
  void keepsTheAnswersOfTheExampleQueries(NamedQuery query) throws Exception {
    assertThat(ask(query.text(), "Accept", "text/turtle, text/csv").headers().firstValue("ETag"))
        .isPresent();
  }

  static Collection<NamedQuery> exampleQueries() {
    return QueryCatalog.load().queries();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?x) {}",
        "SELECT (RAND() AS ?x) {}",
        "SELECT (UUID() AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) {}"
      })
  void keepsNoAnswerThatPasses(String query) throws Exception {
    HttpResponse<String> first = ask(query);
    assertThat(first.headers().firstValue("ETag")).isEmpty();
    Thread.sleep(2);
    assertThat(ask(query).body()).isNotEqualTo(first.body());
  }

  @Test
  void compressesForThoseWhoTakeIt() throws Exception {
    String query = "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 500";
    String plain = ask(query, "Accept", "text/csv").body();
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> zipped =
          client.send(
              HttpRequest.newBuilder(server.uri().resolve("entente/sparql?query=" + encode(query)))
                  .headers("Accept", "text/csv", "Accept-Encoding", "deflate, gzip")
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(
              new String(
                  new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(zipped.body()))
                      .readAllBytes(),
                  StandardCharsets.UTF_8))
          .isEqualTo(plain);
    }
    assertThat(ask(query, "Accept", "text/csv", "Accept-Encoding", "gzip;q=0").headers().map())
        .doesNotContainKey("content-encoding");
  }

  private static HttpResponse<String> ask(String query, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("entente/sparql?query=" + encode(query)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void refusesLargeRequests() throws Exception {
    // More than the buffers of a connection hold, so that the client is still sending.
    byte[] bytes = ("#" + "x".repeat(20 << 20) + "\nASK {}").getBytes(StandardCharsets.UTF_8);
    for (Map.Entry<String, Integer> refusal :
        Map.of(
                "entente/sparql application/sparql-query",
                413,
                "entente/sparql image/png",
                415,
                "entente/data text/turtle",
                403)
            .entrySet()) {
      String[] asked = refusal.getKey().split(" ");
      for (BodyPublisher body :
          List.of(
              BodyPublishers.ofByteArray(bytes),
              BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)))) {
        // The server closes the connection of such a request, so that each has one of its own.
        HttpResponse<String> answer =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(server.uri().resolve(asked[0]))
                        .header("Content-Type", asked[1])
                        .POST(body)
                        .build(),
                    BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(refusal.getKey()).isEqualTo(refusal.getValue());
      }
    }
    assertThat(get("entente/sparql?query=" + "x".repeat(100_000)).statusCode()).isEqualTo(414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { FILTER(%s1%s) }|(|)",
        "SELECT * { FILTER(1 = 1%s%s) }| + 1|",
        "SELECT * %s ?s ?p ?o %s|{|}",
        "SELECT * { ?s %s<urn:p>%s ?o }|(|)?",
        "ASK { FILTER(%strue%s) }|!|"
      })
  void saysThatAQueryNestsTooDeeply(String pattern) throws Exception {
    String[] parts = (pattern + "|").split("\\|", -1);
    int depth = 50_000;
    HttpResponse<String> answer =
        send(
            "POST",
            "entente/sparql",
            "application/sparql-query",
            parts[0].formatted(parts[1].repeat(depth), parts[2].repeat(depth)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("nests too deeply");
    assertThat(select("ASK {}")).contains("true");
  }

  @Test
  void stopsALongQueryWhateverTheClientAsks() throws Exception {
    Path quick = directory.resolve("quick");
    SmallStore.write(quick, TRIG);
    try (EntenteServer impatient =
        EntenteServer.start(
            EntenteServer.Settings.of(quick, 0).withTimeout(Duration.ofMillis(400)))) {
      String product = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?w }";
      for (String override : new String[] {"", "&timeout=600", "&timeout=600000"}) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(
                        impatient
                            .uri()
                            .resolve("entente/sparql?query=" + encode(product) + override))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "$/ping, text/plain, 20",
    "$/metrics, text/plain, fuseki_requests",
    "$/server, application/json, /entente",
    "'', text/html, Entente",
    "sparql.html, text/html, SPARQL",
    "fuseki/, text/html, Fuseki",
    "ontology, text/html, reportsParticipant"
  })
  void servesPagesAndStatus(String path, String type, String content) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.body()).contains(content);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void letsOtherSitesReadWithoutCredentials() throws Exception {
    for (String method : new String[] {"GET", "OPTIONS"}) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      server.uri().resolve("entente/sparql?query=" + encode("ASK {}")))
                  .header("Origin", "http://elsewhere.example")
                  .method(method, BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../config.ttl",
        "..%2f..%2fetc/passwd",
        "static/..%2f..%2fMETA-INF/MANIFEST.MF",
        "explorer/../fuseki/config.ttl",
        "explorer/..%2ffuseki/config.ttl",
        "explorer//fuseki/config.ttl",
        "lib/../../../org/entente/explorer/index.html",
        "lib/echarts/5.5.0/package.json%00.js",
        "org/entente/explorer/index.html",
        "%2e%2e/org/entente/fuseki/config.ttl"
      })
  void servesNothingOutsideOfThePages(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.uri() + path)).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(400, 499);
  }

  @Test
  void forgetsConnectionsThatAreClosed() throws Exception {
    for (int i = 0; i < 2 * Limits.defaults().connectionsEach(); i++) {
      try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket
            .getOutputStream()
            .write("GET /$/ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(12))
            .asString(StandardCharsets.US_ASCII)
            .isEqualTo("HTTP/1.1 200");
      }
    }
  }

  @Test
  void listensAtLoopbackOnly() throws Exception {
    for (var network :
        java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : java.util.Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
          try (var socket = new java.net.Socket()) {
            InetSocketAddress target = new InetSocketAddress(address, server.port());
            assertThat(
                    org.assertj.core.api.Assertions.catchThrowable(
                        () -> socket.connect(target, 2000)))
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
    assertThat(get("$/ping").statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    Path other = directory.resolve("other");
    SmallStore.write(other, TRIG);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EndpointException e =
          catchThrowableOfType(
              EndpointException.class, () -> EntenteServer.start(other, taken.getLocalPort()));
      assertThat(e).hasMessageContaining(String.valueOf(taken.getLocalPort()));
      assertThat(e.advice()).contains("--port");
    }
    // A failed start lets go of the store.
    EntenteServer.start(other, 0).close();
  }

  @Test
  void leavesAStoreAloneThatIsInUse() throws Exception {
    Path store = directory.resolve("a store");
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> EntenteServer.start(store, 0));
    assertThat(e.reason()).isEqualTo(StoreException.Reason.IN_USE);
    assertThat(e).hasMessageContaining("a store");
    assertThat(select("ASK {}")).contains("true");
  }

  @Test
  void saysThatThereIsNoStore() throws IOException {
    Path missing = directory.resolve("missing");
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> EntenteServer.start(missing, 0));
    assertThat(e.reason()).isEqualTo(StoreException.Reason.NO_STORE);
    assertThat(e).hasMessageContaining(missing.toString());
    assertThat(missing).doesNotExist();

    Path plain = Files.createDirectories(directory.resolve("plain"));
    assertThat(catchThrowableOfType(StoreException.class, () -> EntenteServer.start(plain, 0)))
        .hasMessageContaining("not a store");
    assertThat(plain).isEmptyDirectory();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(
      String method, String path, String contentType, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String select(String query) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.uri().resolve("entente/sparql?query=" + encode(query)))
                .header("Accept", "application/sparql-results+json")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
