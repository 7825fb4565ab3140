package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.correction.Column;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsFile;
import org.entente.ontology.Ontology;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Run;
import org.entente.rdf.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store tells of the runs that wrote it. */
class RunRecordTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");
  private static final String RUNS =
      """
      SELECT ?run ?start (COUNT(DISTINCT ?end) AS ?ends) ?cut (COUNT(DISTINCT ?document) AS ?documents)
        (COUNT(DISTINCT ?gone) AS ?removed)
      WHERE {
        ?run a dip:Run ; prov:startedAtTime ?start .
        OPTIONAL { ?run prov:endedAtTime ?end }
        OPTIONAL { ?run dip:cutOff ?cut }
        OPTIONAL { ?run prov:used ?document . FILTER CONTAINS(STR(?document), "/document/") }
        OPTIONAL { ?run prov:invalidated ?gone }
      } GROUP BY ?run ?start ?cut ORDER BY ?start
      """;

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void name() {
    directory = temporary.resolve("s");
  }

  @Test
  void aRunEndsInTheTransactionThatDerives() {
    try (GraphStore store = GraphStore.open(directory, SETTINGS)) {
      store.beginRun(run(1));
      put(store, 1);
      put(store, 2);
      store.rebuildDerived(Map.of());
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:01Z ended, 2 documents");
      assertThat(store.validate(Ontology.shapes())).isEmpty();
      put(store, 3);
      store.rebuildDerived(Map.of());
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:01Z ended, 2 documents");
    }
  }

  @Test
  void aRunThatReadNothingLeavesNoRecord() {
    try (GraphStore store = GraphStore.open(directory, SETTINGS)) {
      store.beginRun(run(1));
      put(store, 1);
      store.rebuildDerived(Map.of());
      List<String> before = store.documents();
      long triples = store.figures().triples();
      store.beginRun(run(2));
      store.rebuildDerived(Map.of());
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:01Z ended, 1 documents");
      assertThat(store.figures().triples()).isEqualTo(triples);
      assertThat(store.documents()).isEqualTo(before);
    }
  }

  @Test
  void aRunThatIsCutOffLeavesItsRecordAndItsDocuments() {
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      staged.store().beginRun(run(1));
      put(staged.store(), 1);
    }
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      assertThat(runs(staged.store())).containsExactly("2024-05-01T10:00:01Z open, 1 documents");
      staged.store().beginRun(run(2));
      put(staged.store(), 2);
      staged.store().rebuildDerived(Map.of());
      assertThat(staged.store().validate(Ontology.shapes())).isEmpty();
      staged.publish();
    }
    try (GraphStore store = GraphStore.openExisting(directory, SETTINGS)) {
      assertThat(runs(store))
          .containsExactly(
              "2024-05-01T10:00:01Z cut off, 1 documents",
              "2024-05-01T10:00:02Z ended, 1 documents");
    }
  }

  @Test
  void whateverDerivesNextMarksARunThatWasCutOff() {
    try (GraphStore store = GraphStore.open(directory, SETTINGS)) {
      store.beginRun(run(1));
      put(store, 1);
    }
    try (GraphStore store = GraphStore.openExisting(directory, SETTINGS)) {
      assertThat(store.validate(Ontology.shapes()))
          .anySatisfy(violation -> assertThat(violation.shape()).endsWith("RunEndedOrCutOff"));
      store.relink(StoreProcess.links(store), Map.of());
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:01Z cut off, 1 documents");
      assertThat(store.validate(Ontology.shapes())).isEmpty();
    }
  }

  @Test
  void aRunThatIsStoppedEndsWithoutDeriving() {
    try (GraphStore store = GraphStore.open(directory, SETTINGS)) {
      store.beginRun(run(1));
      put(store, 1);
      store.endRun();
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:01Z ended, 1 documents");
    }
  }

  static Stream<Arguments> changes() {
    Function<GraphStore, Supplier<?>> link =
        store -> () -> store.relink(StoreProcess.links(store), Map.of());
    Function<GraphStore, Supplier<?>> correct =
        store -> () -> store.replaceCorrections(ignored("kill-1"), Map.of());
    Function<GraphStore, Supplier<?>> remove =
        store ->
            () -> {
              store.removeDocuments(List.of("kill-1", "none"));
              return store.rebuildDerived(Map.of());
            };
    Function<GraphStore, Supplier<?>> enrich =
        store ->
            () -> {
              store.replaceWikidata(
                  List.of(
                      Triple.create(
                          Terms.uri(Terms.WD + "Q1"),
                          Terms.uri(Terms.WDT + "P31"),
                          Terms.uri(Terms.WD + "Q5"))));
              return null;
            };
    return Stream.of(
        Arguments.of("link", link, "ended, 2 documents"),
        Arguments.of("correct", correct, "ended, 1 documents"),
        Arguments.of("remove", remove, "ended, 0 documents, 1 removed"),
        Arguments.of("enrich", enrich, "ended, 0 documents"));
  }

  /** Changes of one transaction have their run in it; what changes nothing has none. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeIsRecordedWithIt(
      String name, Function<GraphStore, Supplier<?>> change, String recorded) {
    try (GraphStore store = GraphStore.open(directory, SETTINGS)) {
      put(store, 1);
      put(store, 2);
      store.rebuildDerived(Map.of());
      Supplier<?> changes = change.apply(store);
      byte[] before = export(store);
      assertThatThrownBy(
              () ->
                  store.inRun(
                      run(1),
                      () -> {
                        changes.get();
                        throw new IllegalArgumentException("stopped");
                      }))
          .hasStackTraceContaining("stopped");
      assertThat(export(store)).isEqualTo(before);
      store.inRun(run(2), changes);
      assertThat(runs(store)).containsExactly("2024-05-01T10:00:02Z " + recorded);
      assertThat(store.validate(Ontology.shapes())).isEmpty();
      byte[] after = export(store);
      store.inRun(run(3), changes);
      assertThat(export(store)).isEqualTo(after);
    }
  }

  private static Corrections ignored(String document) {
    String titles =
        Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining("\t"));
    String row =
        Arrays.stream(Column.values())
            .map(
                column ->
                    column == Column.DECISION
                        ? "ignore"
                        : column == Column.DOCUMENT ? document : "")
            .collect(Collectors.joining("\t"));
    return CorrectionsFile.parse("test", titles + "\n" + row);
  }

  private static byte[] export(GraphStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.export(GraphFormat.NQ, out);
    return out.toByteArray();
  }

  private static Run run(int second) {
    return new Run(
        Instant.parse("2024-05-01T10:00:00Z").plusSeconds(second),
        "test",
        "build",
        Map.of("patterns-only", "true"),
        Map.of("names.bin", "0".repeat(64)));
  }

  private static void put(GraphStore store, int story) {
    store.replaceDocuments(
        List.of(
            new DocumentMapper(store.iris(), EntityFacts.none(), "test")
                .map(StoreProcess.story(story))));
  }

  private static List<String> runs(GraphStore store) {
    String query =
        "PREFIX dip: <https://w3id.org/entente/diplomacy#> PREFIX prov: <http://www.w3.org/ns/prov#> "
            + RUNS;
    List<String> runs = new ArrayList<>();
    store.dataset().begin(ReadWrite.READ);
    try (QueryExec execution = QueryExec.dataset(store.dataset()).query(query).build()) {
      execution
          .select()
          .forEachRemaining(
              row ->
                  runs.add(
                      row.get("start").getLiteralLexicalForm()
                          + (row.get("cut") != null
                              ? " cut off"
                              : row.get("ends").getLiteralLexicalForm().equals("0")
                                  ? " open"
                                  : " ended")
                          + ", "
                          + row.get("documents").getLiteralLexicalForm()
                          + " documents"
                          + (row.get("removed").getLiteralLexicalForm().equals("0")
                              ? ""
                              : ", %s removed"
                                  .formatted(row.get("removed").getLiteralLexicalForm()))));
    } finally {
      store.dataset().end();
    }
    return runs;
  }
}
