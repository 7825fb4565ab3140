package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries of {@code queries/wikidata} over the hand-made graph, with an endpoint on this
 * machine in the place of Wikidata's.
 */
class WikidataQueriesTest {
  private static final Path FOLDER = Path.of("../queries/wikidata");
  private static final String WIKIDATA = "https://query.wikidata.org/sparql";
  private static final String FACTS =
      """
      @prefix wd: <http://www.wikidata.org/entity/> .
      @prefix wdt: <http://www.wikidata.org/prop/direct/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      wd:Q9696 wdt:P102 wd:Q29552 ; wdt:P569 "1917-05-29T00:00:00Z"^^xsd:dateTime .
      wd:Q35314 wdt:P102 wd:Q79854 ; wdt:P569 "1894-04-15T00:00:00Z"^^xsd:dateTime .
      wd:Q29552 rdfs:label "Democratic Party"@en , "Demokratische Partei"@de .
      wd:Q79854 rdfs:label "Communist Party of the Soviet Union"@en .
      """;

  private static FusekiServer server;

  @BeforeAll
  static void start() {
    server = FusekiServer.create().port(0).loopback(true).add("/wikidata", facts()).build().start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static Dataset facts() {
    Dataset facts = DatasetFactory.createTxnMem();
    RDFDataMgr.read(facts, new StringReader(FACTS), null, Lang.TURTLE);
    return facts;
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".rq")).sorted().toList();
    }
  }

  private static NamedQuery read(Path file) throws IOException {
    String here = "http://localhost:" + server.getPort() + "/wikidata";
    return NamedQuery.parse(
        file.getFileName().toString(), Files.readString(file).replace(WIKIDATA, here));
  }

  private static String answer(Dataset graph, String file, Map<String, String> values)
      throws IOException {
    QueryAnswer answer = QueryRunner.over(graph).run(read(FOLDER.resolve(file)), values);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultWriter(100, "").write(answer, ResultFormat.CSV, out);
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsAQueryWithAHeader(Path file) throws IOException {
    assertThat(read(file).keywords()).contains("wikidata");
  }

  @Test
  void joinsTheCounterpartsWithTheirParties() throws IOException {
    assertThat(
            answer(
                SampleGraph.load(),
                "counterparts-parties.rq",
                Map.of("person", "Nikita Khrushchev")))
        .isEqualTo("name,party,meetings\nJohn F. Kennedy,Democratic Party,1\n");
  }

  @Test
  void joinsMeetingsWithBirths() throws IOException {
    assertThat(
            answer(SampleGraph.load(), "ages-at-meetings.rq", Map.of("from", "1961", "to", "1961"))
                .lines())
        .anyMatch(line -> line.endsWith(",1961-06-03,John F. Kennedy,44"))
        .anyMatch(line -> line.endsWith(",1961-06-03,Nikita Khrushchev,67"));
  }

  @Test
  void answersFromWhatWasFetchedIntoTheStore() throws IOException {
    Dataset graph = SampleGraph.load();
    assertThat(answer(graph, "enriched-parties.rq", Map.of())).isEqualTo("party,people,meetings\n");
    Dataset fetched = DatasetFactory.create(graph.getUnionModel().union(graph.getDefaultModel()));
    RDFDataMgr.read(fetched, new StringReader(FACTS), null, Lang.TURTLE);
    assertThat(answer(fetched, "enriched-parties.rq", Map.of()))
        .isEqualTo(
            "party,people,meetings\nDemocratic Party,1,4\nCommunist Party of the Soviet Union,1,1\n");
  }
}
