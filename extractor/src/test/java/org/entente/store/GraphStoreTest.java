package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.ontology.Ontology;
import org.entente.rdf.Dip;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Terms;
import org.entente.rdf.Vocabularies;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");

  @TempDir Path temporary;

  @Test
  void fiveDocumentsTellOneSummit() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      List<ConsolidatedEvent> events = store.rebuildDerived(Map.of());
      List<ConsolidatedEvent> summits =
          events.stream().filter(e -> e.accounts().size() == 5).toList();
      assertThat(summits).hasSize(1);
      assertThat(summits.get(0).status()).isEqualTo(Status.HELD);
      assertThat(summits.get(0).place().orElseThrow()).contains("anchorage");
      assertThat(summits.get(0).parties())
          .hasSize(6)
          .noneMatch(p -> p.agent().contains("zelenskyy"));
      assertThat(
              rows(
                  store,
                  """
                  SELECT ?l (COUNT(?r) AS ?n) WHERE { ?e a dip:Event ; rdfs:label ?l ; dip:report ?r }
                  GROUP BY ?l ORDER BY ?l
                  """))
          .containsExactly(
              "Meeting of Donald Trump and Vladimir Putin, Helsinki, 2018|1",
              "Meeting of Donald Trump, Vladimir Putin and 4 others, Anchorage, 2025-08-15|5",
              "Meeting of Joe Biden and Vladimir Putin, Geneva, 2021|1",
              "Planned call of Donald Trump and Volodymyr Zelenskyy|1",
              "Proposed meeting of Vladimir Putin and Donald Trump, Moscow|1");
    }
  }

  @Test
  void directTriplesFollowFromHeldEvents() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      String query =
          "SELECT ?a ?b WHERE { ?x dip:%s ?y . ?x rdfs:label ?a . ?y rdfs:label ?b } ORDER BY ?a ?b";
      assertThat(rows(store, query.formatted("met")))
          .hasSize(6 * 5 + 2)
          .contains("Joe Biden|Vladimir Putin", "Vladimir Putin|Joe Biden")
          .noneMatch(row -> row.contains("Zelenskyy"));
      assertThat(rows(store, query.formatted("spokeWith"))).isEmpty();
      assertThat(rows(store, query.formatted("visited")))
          .containsExactly("Vladimir Putin|Anchorage");
    }
  }

  @Test
  void keepsTheContractOfTheOntology() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(
          Map.of(store.iris().ontologyGraph(), Ontology.ontology().find().toList()));
      assertThat(store.validate(Ontology.shapes())).isEmpty();
    }
  }

  @Test
  void validationNamesWhatIsWrongAndWhere() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      DatasetGraph data = store.dataset();
      Node graph = Terms.uri(store.iris().documentGraph("fourth"));
      Node report = Terms.uri(store.iris().report("fourth", 1));
      data.begin(ReadWrite.WRITE);
      data.deleteAny(graph, report, Dip.EVIDENCE, Node.ANY);
      data.deleteAny(
          Terms.uri(store.iris().eventsGraph()), Node.ANY, Dip.REPORT_COUNT, Terms.integer(5));
      data.add(
          Terms.uri(store.iris().eventsGraph()),
          Terms.uri(store.iris().event(store.iris().report("fifth", 1))),
          Dip.REPORT_COUNT,
          Terms.integer(7));
      data.commit();
      data.end();
      assertThat(store.validate(Ontology.shapes()))
          .anySatisfy(
              violation -> {
                assertThat(violation.focus()).isEqualTo(report.getURI());
                assertThat(violation.shape()).endsWith("ReportHasEvidence");
                assertThat(violation.document()).isEqualTo("fourth");
                assertThat(violation.event()).startsWith(store.iris().base() + "event/");
                assertThat(violation.message()).contains("evidence");
              })
          .anySatisfy(
              violation -> {
                assertThat(violation.shape()).isEqualTo("report-count-wrong");
                assertThat(violation.message()).contains("as many reports").contains("7");
                assertThat(violation.event()).isEqualTo(violation.focus());
                assertThat(violation.document()).isNotEmpty();
              });
    }
  }

  @Test
  void usesTermsThatExistAndNoBlankNodes() {
    Set<String> terms = new TreeSet<>();
    Ontology.ontology()
        .find()
        .forEachRemaining(
            t -> {
              if (t.getSubject().isURI()) {
                terms.add(t.getSubject().getURI());
              }
            });
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      Set<String> used = new TreeSet<>();
      for (Quad quad : quads(export(store))) {
        for (Node node :
            List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
          assertThat(node.isBlank()).as(quad.toString()).isFalse();
          if (node.isURI() && node.getURI().startsWith(Dip.NS) && !node.getURI().equals(Dip.NS)) {
            assertThat(terms).contains(node.getURI());
          }
          used.add(node.isURI() ? node.getURI() : "");
        }
      }
      assertThat(Vocabularies.unknown(used.stream())).isEmpty();
    }
  }

  @Test
  void aSecondRunAndAnyOrderGiveTheSameBytes() {
    List<DocumentReports> stories = new ArrayList<>(Stories.summit());
    String first;
    try (GraphStore store = open("a")) {
      put(store, stories);
      store.rebuildDerived(Map.of());
      first = export(store);
      put(store, stories);
      store.rebuildDerived(Map.of());
      assertThat(export(store)).isEqualTo(first);
    }
    Random random = new Random(7);
    for (int run = 0; run < 3; run++) {
      Collections.shuffle(stories, random);
      try (GraphStore store = open("b" + run)) {
        for (DocumentReports story : stories) {
          put(store, List.of(story)); // a batch each, derived in between
          store.rebuildDerived(Map.of());
        }
        assertThat(export(store)).isEqualTo(first);
      }
    }
  }

  @Test
  void removingADocumentGivesTheGraphWithoutIt() {
    List<DocumentReports> stories = Stories.summit();
    String without;
    try (GraphStore store = open("a")) {
      put(store, stories.subList(0, 4));
      store.rebuildDerived(Map.of());
      without = export(store);
    }
    try (GraphStore store = open("b")) {
      put(store, stories);
      store.rebuildDerived(Map.of());
      assertThat(store.documents()).contains("fifth");
      assertThat(store.removeDocuments(List.of("fifth", "never there"))).isEqualTo(1);
      store.rebuildDerived(Map.of());
      assertThat(store.documents()).containsExactly("first", "fourth", "second", "third");
      assertThat(export(store)).isEqualTo(without);
    }
  }

  @Test
  void replacingADocumentLeavesNothingOfTheOldOne() {
    try (GraphStore store = open("s")) {
      put(store, List.of(StoreProcess.story(1)));
      DocumentReports changed =
          new Story("kill-1", "2024-05-02").sentence("Nobody saw anybody on Wednesday.").end();
      put(store, List.of(changed));
      store.rebuildDerived(Map.of());
      assertThat(rows(store, "SELECT ?r WHERE { ?r a dip:Report }")).isEmpty();
      assertThat(rows(store, "SELECT ?p WHERE { ?p a dip:Person }")).isEmpty();
      assertThat(rows(store, "SELECT ?s WHERE { ?s text:query (nif:anchorOf 'received') }"))
          .isEmpty();
      assertThat(rows(store, "SELECT ?t WHERE { ?d a dip:Document ; nif:isString ?t }"))
          .containsExactly("Nobody saw anybody on Wednesday.");
    }
  }

  /** TDB2 keeps some literals as values; what it gives back must be what was put in. */
  @Test
  void everyLiteralCanBeDeletedAgain() {
    List<Triple> triples = new ArrayList<>();
    Node subject = Terms.uri("https://example.org/s");
    for (double number : new double[] {0, 0.001, 0.01, 0.1, 0.5, 0.75, 0.8, 0.999, 1}) {
      triples.add(Triple.create(subject, Dip.CONFIDENCE, Terms.confidence(number)));
    }
    for (int number : new int[] {0, 1, 10, 100, 70000}) {
      triples.add(Triple.create(subject, Terms.BEGIN_INDEX, Terms.count(number)));
      triples.add(Triple.create(subject, Dip.REPORT_COUNT, Terms.integer(number)));
      triples.add(
          Triple.create(
              subject, Dip.DURATION, Terms.duration(java.time.Duration.ofMinutes(number))));
      triples.add(
          Triple.create(
              subject, Dip.EARLIEST, Terms.date(java.time.LocalDate.of(1, 1, 1).plusDays(number))));
    }
    try (GraphStore store = open("s")) {
      Node name = Terms.uri(store.iris().documentGraph("d"));
      store.replaceDocuments(List.of(new DocumentGraph("d", name, triples)));
      assertThat(quads(export(store)).stream().map(Quad::asTriple))
          .containsExactlyInAnyOrderElementsOf(triples);
      store.removeDocuments(List.of("d"));
      assertThat(export(store)).isEmpty();
    }
  }

  /** Kills a process while it relinks; afterwards either all of its links are there or none. */
  @Test
  void newLinksAreThereAsAWholeOrNotAtAll() throws Exception {
    int stories = 60;
    Random random = new Random(7);
    for (int round = 0; round < 4; round++) {
      Path path = temporary.resolve("s" + round);
      try (GraphStore store = GraphStore.open(path, SETTINGS)) {
        List<DocumentReports> all = new ArrayList<>();
        for (int i = 0; i < stories; i++) {
          all.add(StoreProcess.story(i));
        }
        put(store, all);
        store.rebuildDerived(Map.of());
      }
      Process other = StoreProcess.start("relink", path);
      try (BufferedReader lines = reader(other)) {
        assertThat(lines.readLine()).isEqualTo("open");
        if (round == 3) {
          assertThat(lines.readLine()).isEqualTo("relinked");
        } else {
          Thread.sleep(random.nextInt(400));
        }
      } finally {
        other.destroyForcibly();
        other.waitFor();
      }
      try (GraphStore store = GraphStore.open(path, SETTINGS)) {
        int linked =
            rows(store, "SELECT ?p WHERE { ?p a dip:Person ; skos:exactMatch ?wd }").size();
        assertThat(linked).isIn(0, stories);
        assertThat(linked == stories || round < 3).isTrue();
        assertThat(
                rows(
                    store,
                    """
                    SELECT ?e WHERE { ?e a dip:Event ; dip:participant ?p .
                      FILTER NOT EXISTS { ?e dip:report/dip:reportsParticipant ?p } }
                    """))
            .isEmpty();
        assertThat(store.documents()).hasSize(stories);
      }
    }
  }

  @Test
  void documentsAreCurrentByContentAndVersion() {
    DocumentReports story = StoreProcess.story(1);
    String digest = DocumentMapper.digest(story.annotated().document());
    try (GraphStore store = open("s")) {
      assertThat(store.isCurrent("kill-1", digest)).isFalse();
      put(store, List.of(story));
      assertThat(store.isCurrent("kill-1", digest)).isTrue();
      assertThat(store.isCurrent("kill-1", "another")).isFalse();
    }
    StoreSettings newer = StoreSettings.of(EntityFacts.none(), "newer");
    try (GraphStore store = GraphStore.open(temporary.resolve("s"), newer)) {
      assertThat(store.isCurrent("kill-1", digest)).isFalse();
    }
  }

  @Test
  void findsWordsOfLabelsTitlesAndEvidenceWithoutRegardToCaseAndAccents() {
    try (GraphStore store = open("s")) {
      put(
          store,
          List.of(
              new Story("t", "2024-05-02")
                  .entity(org.entente.annotation.EntityType.PERSON, "Zoë Müller", "", "", "Müller")
                  .entity(org.entente.annotation.EntityType.PERSON, "Ben Host", "", "")
                  .sentence("Zoë Müller phoned Ben Host.")
                  .report(Kind.CALL, Status.HELD, "Zoë Müller, Ben Host", "", "", "")
                  .end()));
      store.rebuildDerived(Map.of());
      assertThat(
              rows(
                  store,
                  "SELECT ?l { ?p text:query (rdfs:label 'muller zoe') ; a dip:Person ; rdfs:label ?l }"))
          .containsExactly("Zoë Müller");
      assertThat(
              rows(store, "SELECT ?l { ?p text:query (skos:altLabel 'MÜLLER') ; rdfs:label ?l }"))
          .containsExactly("Zoë Müller");
      assertThat(
              rows(store, "SELECT ?w { ?m text:query (nif:anchorOf 'phoned') ; nif:anchorOf ?w }"))
          .containsExactly("Zoë Müller phoned Ben Host.");
      assertThat(
              rows(store, "SELECT ?t { ?d text:query (dcterms:title 'story') ; dcterms:title ?t }"))
          .containsExactly("Story t");
    }
  }

  @Test
  void explainsAnEventByItsSentences() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      ConsolidatedEvent summit =
          store.rebuildDerived(Map.of()).stream()
              .filter(e -> e.accounts().size() == 5)
              .findFirst()
              .orElseThrow();
      Explanation explanation = store.explain(store.iris().event(summit.anchor())).orElseThrow();
      assertThat(explanation.label()).startsWith("Meeting of Donald Trump");
      assertThat(explanation.support()).hasSize(5);
      assertThat(explanation.support().get(0).document()).isEqualTo("fifth");
      assertThat(explanation.support().get(0).rule()).isEqualTo("by-hand");
      assertThat(explanation.support().get(0).sentences().get(0).text())
          .isEqualTo("Trump will meet Putin in Alaska on August 15.");
      assertThat(explanation.support()).filteredOn(s -> s.joined().isEmpty()).hasSize(1);
      assertThat(explanation.support()).anyMatch(s -> s.joined().contains("same place"));
      assertThat(explanation.triples()).anyMatch(t -> t.contains(" dip:met "));
      assertThat(store.explain("https://example.org/nothing")).isEmpty();
    }
  }

  @Test
  void exportsInThreeFormats() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      List<Quad> quads = quads(export(store));
      for (GraphFormat format : List.of(GraphFormat.TTL, GraphFormat.JSONLD)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(format, out);
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(out.toByteArray()))
            .lang(format == GraphFormat.TTL ? Lang.TURTLE : Lang.JSONLD)
            .parse(read);
        Set<Triple> triples = new java.util.HashSet<>();
        read.find().forEachRemaining(q -> triples.add(q.asTriple()));
        assertThat(triples)
            .as(format.name())
            .containsExactlyInAnyOrderElementsOf(
                quads.stream().map(Quad::asTriple).distinct().toList());
      }
    }
  }

  @Test
  void refusesWhatIsNoStore() throws IOException {
    Path foreign = Files.createDirectories(temporary.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "my only copy");
    assertRefused(foreign, StoreException.Reason.NO_STORE, "holds other files");
    assertThat(foreign.toFile().list()).containsExactly("thesis.txt");
    assertRefused(foreign.resolve("thesis.txt"), StoreException.Reason.NO_STORE, "is a file");
    assertThatThrownBy(() -> GraphStore.openExisting(temporary.resolve("none"), SETTINGS))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(StoreException.Reason.NO_STORE);
              assertThat(e.advice()).contains("entente build");
            });
    assertThat(temporary.resolve("none")).doesNotExist();
  }

  @Test
  void refusesAnotherBaseOrFormat() throws IOException {
    open("s").close();
    StoreSettings other =
        new StoreSettings(Optional.of("https://example.org/"), EntityFacts.none(), "test", 0);
    assertThatThrownBy(() -> GraphStore.open(temporary.resolve("s"), other))
        .hasMessageContaining("has the base https://w3id.org/entente/id/")
        .isInstanceOf(StoreException.class);
    Files.writeString(temporary.resolve("s/entente.properties"), "format=99\nbase=x\n");
    assertRefused(temporary.resolve("s"), StoreException.Reason.MISMATCH, "format '99'");
  }

  @Test
  void refusesAStoreInUse() throws IOException {
    Path path = temporary.resolve("s");
    try (GraphStore store = open("s")) {
      assertRefused(path, StoreException.Reason.IN_USE, "in use");
      put(store, List.of(StoreProcess.story(1))); // the first holder is not disturbed
    }
    Process other = StoreProcess.start("hold", path);
    try (BufferedReader lines = reader(other)) {
      assertThat(lines.readLine()).isEqualTo("open");
      assertRefused(path, StoreException.Reason.IN_USE, "in use");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void refusesABatchWhenTheDiskIsFullAndKeepsWhatItHas() {
    try (GraphStore store = open("s")) {
      put(store, List.of(StoreProcess.story(1)));
    }
    StoreSettings hungry =
        new StoreSettings(Optional.empty(), EntityFacts.none(), "test", Long.MAX_VALUE);
    try (GraphStore store = GraphStore.open(temporary.resolve("s"), hungry)) {
      assertThatThrownBy(() -> put(store, List.of(StoreProcess.story(2))))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(StoreException.Reason.DISK_FULL);
                assertThat(e.advice()).contains("free some space");
              });
      assertThat(store.documents()).containsExactly("kill-1");
    }
  }

  @Test
  void aFailedBatchLeavesNoTrace() {
    try (GraphStore store = open("s")) {
      put(store, List.of(StoreProcess.story(1)));
      String before = export(store);
      DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
      List<DocumentGraph> batch = new ArrayList<>();
      batch.add(mapper.map(StoreProcess.story(2)));
      batch.add(null);
      assertThatThrownBy(() -> store.replaceDocuments(batch)).isInstanceOf(StoreException.class);
      assertThat(export(store)).isEqualTo(before);
      assertThat(rows(store, "SELECT ?m { ?m text:query (nif:anchorOf 'Envoy2') }")).isEmpty();
      put(store, List.of(StoreProcess.story(3)));
      assertThat(store.documents()).containsExactly("kill-1", "kill-3");
    }
  }

  @Test
  void aKilledBuildLosesNothingThatWasCommitted() throws Exception {
    Path path = temporary.resolve("s");
    for (int kill = 1; kill <= 2; kill++) {
      Process writer = StoreProcess.start("write", path);
      int committed = 0;
      try (BufferedReader lines = reader(writer)) {
        assertThat(lines.readLine()).isEqualTo("open");
        while (committed < 4 * kill) {
          assertThat(lines.readLine()).isEqualTo("committed " + committed);
          committed++;
        }
        writer.destroyForcibly().waitFor();
      }
      try (GraphStore store = open("s")) {
        List<String> documents = store.documents();
        assertThat(documents.size()).isGreaterThanOrEqualTo(committed * StoreProcess.BATCH);
        assertThat(documents.size() % StoreProcess.BATCH).isZero();
        assertIndexed(store, documents);
        store.rebuildDerived(Map.of());
        assertThat(store.validate(Ontology.shapes())).isEmpty();
      }
    }
  }

  @Test
  void aDamagedOrMissingTextIndexIsBuiltAnew() throws IOException {
    try (GraphStore store = open("s")) {
      put(store, List.of(StoreProcess.story(1), StoreProcess.story(2)));
    }
    Path text = temporary.resolve("s/current/text");
    try (var files = Files.list(text)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (GraphStore store = open("s")) {
      assertIndexed(store, store.documents());
    }
    Files.writeString(temporary.resolve("s/current/entente.pending"), "");
    try (GraphStore store = open("s")) {
      assertIndexed(store, store.documents());
    }
    assertThat(temporary.resolve("s/current/entente.pending")).doesNotExist();
  }

  private static void assertIndexed(GraphStore store, List<String> documents) {
    for (String document : documents) {
      String name = "Envoy" + document.substring("kill-".length());
      assertThat(
              rows(
                  store,
                  "SELECT ?w { ?m text:query (nif:anchorOf '"
                      + name
                      + "') ; a nif:Sentence ; nif:anchorOf ?w }"))
          .as(document)
          .hasSize(1);
    }
  }

  private void assertRefused(Path path, StoreException.Reason reason, String message) {
    assertThatThrownBy(() -> GraphStore.open(path, SETTINGS).close())
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.getMessage()).contains(message).contains(path.toString());
              assertThat(e.advice()).isNotBlank();
            });
  }

  private GraphStore open(String name) {
    return GraphStore.open(temporary.resolve(name), SETTINGS);
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String export(GraphStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.export(GraphFormat.NQ, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Quad> quads(String nquads) {
    DatasetGraph data = DatasetGraphFactory.create();
    RDFParser.fromString(nquads, Lang.NQUADS).parse(data);
    List<Quad> quads = new ArrayList<>();
    data.find().forEachRemaining(quads::add);
    return quads;
  }

  private static void put(GraphStore store, Collection<DocumentReports> stories) {
    DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
    store.replaceDocuments(stories.stream().map(mapper::map).toList());
  }

  private static List<String> rows(GraphStore store, String query) {
    String prefixes =
        """
        PREFIX dip: <https://w3id.org/entente/diplomacy#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        PREFIX text: <http://jena.apache.org/text#>
        """;
    Dataset dataset = DatasetFactory.wrap(store.dataset());
    dataset.begin(ReadWrite.READ);
    try (QueryExecution execution = QueryExecutionFactory.create(prefixes + query, dataset)) {
      List<String> rows = new ArrayList<>();
      var results = execution.execSelect();
      List<String> columns = results.getResultVars();
      results.forEachRemaining(
          row ->
              rows.add(
                  String.join(
                      "|",
                      columns.stream()
                          .map(
                              c ->
                                  row.get(c).isLiteral()
                                      ? row.getLiteral(c).getLexicalForm()
                                      : row.get(c).toString())
                          .toList())));
      return rows;
    } finally {
      dataset.end();
    }
  }
}
