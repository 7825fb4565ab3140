package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.export.ExportGraph;
import org.entente.query.QueryCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clients that researchers have, as processes of their own: curl, Jena's rsparql, RDFLib and
 * SPARQLWrapper. Each is a script among this class's resources.
 */
@DisabledOnOs(OS.WINDOWS)
class ClientsTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/org/entente/endpoint/clients");
  private static final Path JENA = Path.of("target", "stock", "fuseki-server.jar").toAbsolutePath();

  /** Debian's, which has Debian's packages of RDFLib and SPARQLWrapper. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }";

  /** What a client printed. */
  private record Told(int exitCode, String out, String err) {}

  @TempDir static Path directory;
  private static EntenteServer server;
  private static Dataset graph;

  @BeforeAll
  static void start() throws IOException {
    // No graph that was built has such a character, which XML cannot hold.
    String trig = ExportGraph.trig().replace("\\u0007", " ");
    SmallStore.write(directory.resolve("store"), trig);
    server = EntenteServer.start(directory.resolve("store"), 0);
    graph = DatasetFactory.create();
    RDFParser.create().source(new StringReader(trig)).lang(Lang.TRIG).parse(graph);
    graph.getDefaultModel().add(graph.getUnionModel()); // as the endpoint has it
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl-get.sh",
        "curl-post.sh",
        "rsparql.sh",
        "rdflib-store.py",
        "sparqlwrapper.py"
      })
  void asksAnExampleQueryAndForTriples(String client) throws Exception {
    String query = QueryCatalog.load().get("wikidata-ids").textWith(Map.of());
    Told table = ask(client, query, "select");
    assertThat(table.exitCode()).as(table.err()).isZero();
    List<List<String>> rows = rows(table.out());
    assertThat(rows).hasSizeGreaterThan(1).containsExactlyInAnyOrderElementsOf(expected(query));

    Told triples = ask(client, TRIPLES, "graph");
    assertThat(triples.exitCode()).as(triples.err()).isZero();
    assertIsWholeGraph(triples.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl-get.sh", "rsparql.sh", "rdflib-store.py", "sparqlwrapper.py"})
  void endsWithAnErrorWhereAQueryIsRefused(String client) throws Exception {
    Told refused =
        ask(client, "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }", "select");
    assertThat(refused.exitCode()).as(refused.out()).isNotZero();
    assertThat(refused.out() + refused.err()).containsAnyOf("SERVICE", "Bad Request");
  }

  @ParameterizedTest
  @ValueSource(strings = "rdflib-download.py")
  void readsADownload(String client) throws Exception {
    Told whole = run(client, server.uri().resolve("export/graph.ttl").toString());
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertIsWholeGraph(whole.out());
  }

  private static Told ask(String client, String query, String kind) throws Exception {
    Path file = Files.writeString(directory.resolve("query.rq"), query);
    return run(client, server.sparql().toString(), file.toString(), kind);
  }

  private static Told run(String client, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (client.endsWith(".py")) {
      command.add(PYTHON);
      assumeThat(started(PYTHON, "-c", "import rdflib, SPARQLWrapper"))
          .as("python3-rdflib and python3-sparqlwrapper are installed")
          .isTrue();
    } else {
      command.add("sh");
    }
    command.add(SCRIPTS.resolve(client).toString());
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder
        .environment()
        .put("JENA", Path.of(System.getProperty("java.home"), "bin", "java") + " -cp " + JENA);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static boolean started(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("probe").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Returns the rows of a table, the header first. */
  private static List<List<String>> rows(String csv) throws IOException {
    return CSVFormat.DEFAULT.parse(new StringReader(csv)).stream()
        .map(row -> row.toList())
        .toList();
  }

  /** Asks the same of the graph in memory. */
  private static List<List<String>> expected(String query) throws IOException {
    try (QueryExecution execution = QueryExecutionFactory.create(query, graph)) {
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      ResultSetFormatter.outputAsCSV(csv, execution.execSelect());
      return rows(csv.toString(StandardCharsets.UTF_8));
    }
  }

  private static void assertIsWholeGraph(String triples) {
    Model told = ModelFactory.createDefaultModel();
    RDFParser.source(new ByteArrayInputStream(triples.getBytes(StandardCharsets.UTF_8)))
        .lang(Lang.NTRIPLES)
        .parse(told);
    Model whole = graph.getDefaultModel();
    assertThat(whole.isEmpty()).isFalse();
    assertThat(told.containsAll(whole)).as("has every triple").isTrue();
    assertThat(told.size()).isEqualTo(whole.size());
  }
}
