package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdf.model.RDFNode;
import org.entente.correction.Column;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsException;
import org.entente.correction.CorrectionsFile;
import org.entente.ontology.Ontology;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Terms;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrections in a real store; the cases are in {@code corrections.txt}. */
class CorrectionsTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");

  /** A store that has read the stories; a case leaves it as it was. */
  private static GraphStore shared;

  private static String read;

  @TempDir Path temporary;

  /** Corrections with a question and its answer. */
  record Case(String name, List<String> rows, String query, List<String> answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (var in = CorrectionsTest.class.getResourceAsStream("corrections.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String rest = line.length() < 2 ? "" : line.substring(2);
        switch (line.isEmpty() ? '#' : line.charAt(0)) {
          case '=' -> cases.add(new Case(rest, new ArrayList<>(), "", new ArrayList<>()));
          case '+' -> last(cases).rows().add(rest);
          case '?' -> {
            Case last = cases.remove(cases.size() - 1);
            cases.add(new Case(last.name(), last.rows(), rest, last.answer()));
          }
          case '>' -> last(cases).answer().add(rest);
          default -> {}
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(20);
    return cases.stream();
  }

  private static Case last(List<Case> cases) {
    return cases.get(cases.size() - 1);
  }

  @BeforeAll
  static void readTheStories(@TempDir Path folder) {
    shared = GraphStore.open(folder.resolve("s"), SETTINGS);
    put(shared, Stories.summit());
    shared.rebuildDerived(fixed(shared));
    read = export(shared);
  }

  @AfterAll
  static void close() {
    shared.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theGraphHoldsWhatWasDecided(Case test) {
    Corrections corrections = corrections(shared, test.rows());
    assertThat(shared.findings(corrections))
        .allSatisfy(finding -> assertThat(finding.trouble()).isEmpty())
        .allMatch(Finding::applies);
    shared.replaceCorrections(corrections, fixed(shared));
    assertThat(rows(shared, test.query())).isEqualTo(test.answer());
    assertThat(shared.validate(Ontology.shapes())).isEmpty();
    String corrected = export(shared);
    put(shared, Stories.summit());
    shared.rebuildDerived(fixed(shared));
    assertThat(export(shared)).as("read again").isEqualTo(corrected);
    assertThat(shared.corrections().rows()).isEqualTo(corrections.rows());
    shared.removeDocuments(shared.documents());
    put(shared, Stories.summit());
    shared.rebuildDerived(fixed(shared));
    assertThat(export(shared)).as("decided before anything was read").isEqualTo(corrected);
    shared.replaceCorrections(Corrections.NONE, fixed(shared));
    assertThat(export(shared)).as("taken back").isEqualTo(read);
  }

  @Test
  void otherDecisionsTouchTheDocumentsThatTheyConcernAlone() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      String first = "decision=date|document=first|report=had met in Helsinki|value=2018-07-16";
      assertThat(store.replaceCorrections(corrections(store, List.of(first))))
          .containsExactly("first");
      assertThat(store.replaceCorrections(corrections(store, List.of(first + "|who=B"))))
          .as("another name under the same decision")
          .isEmpty();
      String everywhere = "decision=link|name=Steve Witkoff|value=Q7615139";
      assertThat(store.replaceCorrections(corrections(store, List.of(everywhere, first))))
          .containsExactly("second", "third");
      assertThat(store.replaceCorrections(corrections(store, List.of(first))))
          .containsExactly("second", "third");
      assertThat(store.replaceCorrections(Corrections.NONE)).containsExactly("first");
    }
  }

  @Test
  void toBeTheSameHoldsForDocumentsThatComeLaterAndFromOneToTheNext() {
    List<String> rows =
        List.of(
            "decision=same|document=first|report=Joe Biden saw"
                + "|other-document=late|other-report=a leader of",
            "decision=same|document=late|report=a leader of"
                + "|other-document=later|other-report=nobody else");
    try (GraphStore store = open("s")) {
      store.replaceCorrections(corrections(store, rows));
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      assertThat(store.findings(store.corrections()))
          .extracting(f -> f.trouble().orElse(""))
          .containsExactly("the store has no document late", "the store has no document late");
      put(
          store,
          List.of(
              twin("late", "Bo saw a leader of the north."), twin("later", "Bo saw nobody else.")));
      store.rebuildDerived(Map.of());
      assertThat(
              rows(
                  store,
                  "SELECT ?n WHERE { ?e dip:place/rdfs:label 'Geneva' ; dip:reportCount ?n }"))
          .containsExactly("3");
      String event = rows(store, "SELECT ?e WHERE { ?e dip:place/rdfs:label 'Geneva' }").get(0);
      Explanation explanation = store.explain(store.iris().base() + "event/" + event).orElseThrow();
      assertThat(explanation.corrections()).hasSize(2).allMatch(c -> c.startsWith("same, "));
      assertThat(explanation.support())
          .filteredOn(s -> s.joined().startsWith("by a correction"))
          .hasSize(2);
    }
  }

  private static DocumentReports twin(String id, String sentence) {
    return new Story(id, "2021-09-0" + id.length() % 9)
        .entity(org.entente.annotation.EntityType.PERSON, "Bo", "Q1", "")
        .sentence(sentence)
        .report(Kind.VISIT, Status.HELD, "Bo", "", "", "")
        .end();
  }

  @Test
  void decisionsThatContradictEachOtherAreRefusedAndTheStoreStaysAsItWas() {
    List<String> rows =
        List.of(
            "decision=same|document=first|report=received|other-document=second|other-report=sat",
            "decision=different|document=fourth|report=ended|other-document=first|other-report=received",
            "decision=same|document=second|report=sat down|other-document=fourth|other-report=talks");
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.rebuildDerived(Map.of());
      String before = export(store);
      assertThatThrownBy(() -> store.replaceCorrections(corrections(store, rows), Map.of()))
          .isInstanceOf(CorrectionsException.class)
          .hasMessageContaining("line 3")
          .hasMessageContaining("line 2 and line 4");
      assertThat(export(store)).isEqualTo(before);
    }
  }

  @Test
  void referencesThatExplainGivesNameTheReport() {
    DocumentReports twice =
        new Story("twice", "2024-05-02")
            .entity(org.entente.annotation.EntityType.PERSON, "Ann Lee", "", "")
            .entity(org.entente.annotation.EntityType.PERSON, "Bo Dahl", "", "")
            .entity(org.entente.annotation.EntityType.PERSON, "Cy Roth", "", "")
            .sentence("Ann Lee met Bo Dahl and, apart from him, Cy Roth.")
            .report(Kind.MEETING, Status.HELD, "Ann Lee, Bo Dahl", "", "", "")
            .report(Kind.MEETING, Status.HELD, "Ann Lee, Cy Roth", "", "", "")
            .sentence("Ann Lee met Bo Dahl before.")
            .report(Kind.MEETING, Status.HELD, "Ann Lee, Bo Dahl", "", "", "")
            .report(Kind.MEETING, Status.PLANNED, "Ann Lee, Bo Dahl", "", "", "")
            .end();
    try (GraphStore store = open("s")) {
      put(store, List.of(twice));
      List<String> references =
          store.rebuildDerived(Map.of()).stream()
              .flatMap(
                  e ->
                      store
                          .explain(store.iris().event(e.anchor()))
                          .orElseThrow()
                          .support()
                          .stream())
              .map(Explanation.Support::reference)
              .sorted()
              .toList();
      assertThat(references)
          .containsExactly(
              "Ann Lee met Bo Dahl and, // Ann Lee, Bo Dahl",
              "Ann Lee met Bo Dahl and, // Ann Lee, Cy Roth",
              "document/twice/report/3",
              "document/twice/report/4");
      for (String reference : references) {
        Corrections corrections =
            corrections(
                store,
                List.of("decision=status|document=twice|report=" + reference + "|value=denied"));
        assertThat(store.findings(corrections)).allMatch(Finding::applies);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("misses")
  void whatIsNotFoundIsToldWithItsLineAndTheRestIsApplied(String row, String trouble) {
    String other = "decision=no-event|document=first|report=Joe Biden saw";
    Corrections corrections = corrections(shared, List.of(other, row));
    List<Finding> findings = shared.findings(corrections);
    assertThat(findings.get(0).applies()).isTrue();
    assertThat(findings.get(1).applies()).isFalse();
    assertThat(findings.get(1).row().line()).isEqualTo(3);
    assertThat(findings.get(1).trouble().orElseThrow()).contains(trouble);
    shared.replaceCorrections(corrections, fixed(shared));
    assertThat(rows(shared, "SELECT ?e WHERE { ?e dip:place/rdfs:label 'Geneva' }")).isEmpty();
    shared.replaceCorrections(Corrections.NONE, fixed(shared));
  }

  static Stream<String[]> misses() {
    return Stream.of(
        new String[] {"decision=ignore|document=sixth", "the store has no document sixth"},
        new String[] {"decision=no-event|document=first|report=never said", "no report of the"},
        new String[] {
          "decision=no-event|document=first|report=in 20", "2 reports of the document have these"
        },
        new String[] {
          "decision=no-party|document=first|report=Joe Biden|name=Ann",
          "no party of the report is named Ann; there are: Joe Biden, Vladimir Putin"
        },
        new String[] {
          "decision=no-link|document=first|name=Vladimir Putin|value=Q1", "is linked to Q7747"
        },
        new String[] {"decision=link|name=Ann Lee|value=Q1", "no document names Ann Lee in full"},
        new String[] {
          "decision=same|report=event/0000|other-document=first|other-report=Joe",
          "no report and no event event/0000"
        });
  }

  @Test
  void anotherLinkDoesNotUndoWhatAPersonDecided() {
    try (GraphStore store = open("s")) {
      put(store, Stories.summit());
      store.replaceCorrections(
          corrections(store, List.of("decision=no-link|name=Joe Biden")), Map.of());
      String corrected = export(store);
      store.relink(
          Map.of(
              "first",
              Map.of(
                  store.iris().base() + "person/joe-biden--united-states",
                  new org.entente.annotation.Link("Q6279", "Joe Biden", 0.9))),
          Map.of());
      assertThat(export(store)).isEqualTo(corrected);
    }
  }

  private static Corrections corrections(GraphStore store, List<String> rows) {
    StringBuilder text =
        new StringBuilder(
            Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining("\t")));
    for (String row : rows) {
      Map<String, String> cells =
          Arrays.stream(row.split("\\|"))
              .map(cell -> cell.split("=", 2))
              .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1]));
      text.append('\n')
          .append(
              Arrays.stream(Column.values())
                  .map(column -> cells.getOrDefault(column.title(), ""))
                  .collect(Collectors.joining("\t")));
    }
    String anchor = store.iris().event(store.iris().report("first", 1));
    return CorrectionsFile.parse(
        "test",
        text.toString().replace("event/{first/1}", anchor.substring(store.iris().base().length())));
  }

  private static Map<String, List<org.apache.jena.graph.Triple>> fixed(GraphStore store) {
    return Map.of(store.iris().ontologyGraph(), Ontology.ontology().find().toList());
  }

  private GraphStore open(String name) {
    return GraphStore.open(temporary.resolve(name), SETTINGS);
  }

  private static void put(GraphStore store, List<DocumentReports> stories) {
    DocumentMapper mapper = new DocumentMapper(store.iris(), EntityFacts.none(), "test");
    List<DocumentGraph> graphs = stories.stream().map(mapper::map).toList();
    store.replaceDocuments(graphs);
  }

  private static String export(GraphStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.export(GraphFormat.NQ, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> rows(GraphStore store, String query) {
    StringBuilder prefixes = new StringBuilder();
    Terms.PREFIXES.forEach((p, ns) -> prefixes.append("PREFIX " + p + ": <" + ns + ">\n"));
    Dataset dataset = DatasetFactory.wrap(store.dataset());
    dataset.begin(ReadWrite.READ);
    try (QueryExecution execution = QueryExecutionFactory.create(prefixes + query, dataset)) {
      List<String> rows = new ArrayList<>();
      var results = execution.execSelect();
      while (results.hasNext()) {
        var solution = results.next();
        rows.add(
            results.getResultVars().stream()
                .map(
                    v -> Optional.ofNullable(solution.get(v)).map(CorrectionsTest::text).orElse(""))
                .collect(Collectors.joining("|")));
      }
      return rows;
    } finally {
      dataset.end();
    }
  }

  private static String text(RDFNode node) {
    return node.isLiteral()
        ? node.asLiteral().getLexicalForm()
        : node.asResource().getURI().replaceFirst(".*/", "");
  }
}
