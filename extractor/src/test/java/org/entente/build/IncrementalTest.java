package org.entente.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.entente.correction.Correction;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsFile;
import org.entente.document.Document;
import org.entente.document.ReaderSettings;
import org.entente.report.DocumentReports;
import org.entente.store.Finding;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever was added, changed, removed and decided on the way, the graph is that of a build from
 * nothing. Texts are read by the program's own models, each once.
 */
class IncrementalTest {
  private static final int STEPS = 8;

  /** Forms of each document; twins tell of one event in words of their own. */
  private static final Map<String, List<String>> TEXTS =
      new TreeMap<>(
          Map.of(
              "vienna-post",
              List.of(
                  "French President Emmanuel Macron met German Chancellor Angela Merkel in Vienna on"
                      + " Tuesday, March 2, for two hours.",
                  "French President Emmanuel Macron met German Chancellor Angela Merkel in Graz on"
                      + " Tuesday, March 2, for two hours."),
              "vienna-times",
              List.of(
                  "Angela Merkel and Emmanuel Macron met in Vienna on March 2 for three hours.",
                  "Angela Merkel and Emmanuel Macron met in Vienna on March 9."),
              "vienna-plan",
              List.of(
                  "Angela Merkel will meet Emmanuel Macron in Vienna on March 2.",
                  "A meeting of Angela Merkel with Emmanuel Macron, planned for March 2 in Vienna,"
                      + " has been cancelled."),
              "rome-post",
              List.of(
                  "Joe Biden met Mario Draghi in Rome on Thursday, March 4. Biden later spoke by"
                      + " telephone with Angela Merkel.",
                  "Joe Biden met Mario Draghi and Emmanuel Macron in Rome on Thursday, March 4."),
              "rome-times",
              List.of(
                  "In Rome on March 4, 2021, Italian Prime Minister Mario Draghi received U.S."
                      + " President Joe Biden.",
                  "In Rome on March 4, 2021, Italian Prime Minister Mario Draghi received U.S."
                      + " President Joe Biden, who had met Angela Merkel in Berlin on March 3."),
              "oslo",
              List.of(
                  "Norwegian Foreign Minister Ine Eriksen Soreide met her Russian counterpart Sergey"
                      + " Lavrov in Oslo on Monday.",
                  "No ministers met in Oslo.")));

  private static final List<String> DECISIONS =
      List.of(
          "ignore\tvienna-plan",
          "no-event\trome-post\ttelephone",
          "place\tvienna-post\tmet German Chancellor\t\tVienna (Q1741)",
          "date\tvienna-times\tMerkel and Emmanuel\t\t2021-03-02",
          "status\toslo\tmet her Russian\t\tplanned",
          "no-party\trome-post\tJoe Biden met\tEmmanuel Macron",
          "link\t\t\tMario Draghi\tQ294723",
          "no-link\tvienna-times\t\tAngela Merkel",
          "same\tvienna-post\tmet German\t\t\tvienna-times\tMacron met",
          "different\trome-post\tJoe Biden met\t\t\trome-times\tIn Rome on March 4");

  private static final Map<String, DocumentReports> READ = new ConcurrentHashMap<>();
  private static Pipeline pipeline;

  @TempDir Path directory;

  @BeforeAll
  static void load() {
    Pipeline real = Pipeline.load();
    pipeline =
        new Pipeline(
            document -> READ.computeIfAbsent(key(document), key -> real.extract(document)),
            real.facts(),
            real.shapes(),
            real.version());
  }

  private static String key(Document document) {
    return document.id() + ' ' + document.text();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theWayDoesNotMatter(int seed) {
    Random random = new Random(seed);
    Map<String, String> documents = new TreeMap<>();
    Corrections corrections = Corrections.NONE;
    List<String> way = new ArrayList<>();
    try (GraphStore store = open("way");
        GraphStore fresh = open("fresh")) {
      for (int step = 0; step < STEPS; step++) {
        List<String> ids = new ArrayList<>(TEXTS.keySet());
        Collections.shuffle(ids, random);
        List<String> some = ids.subList(0, 1 + random.nextInt(3));
        switch (random.nextInt(4)) {
          case 0 -> {
            way.add("remove " + some);
            store.removeDocuments(some);
            documents.keySet().removeAll(some);
          }
          case 1 -> {
            corrections = decisions(random);
            way.add("decide " + corrections.rows().stream().map(r -> r.inWords()).toList());
            store.replaceCorrections(corrections);
          }
          default -> {
            way.add("read " + some);
            for (String id : some) {
              documents.put(id, TEXTS.get(id).get(random.nextInt(2)));
            }
            build(store, documents, some);
          }
        }
        if (random.nextBoolean()) {
          store.rebuildDerived(pipeline.fixedGraphs(store.iris()));
        }
      }
      build(store, documents, List.of());
      fresh.replaceCorrections(corrections);
      BuildSummary summary = build(fresh, documents, List.copyOf(documents.keySet()));
      assertThat(summary.violations()).isEmpty();
      assertThat(IsoMatcher.isomorphic(copy(store), copy(fresh))).as(way.toString()).isTrue();
    }
  }

  /** Decisions that find nothing to correct would prove nothing above. */
  @Test
  void everyDecisionCorrectsSomething() {
    Set<String> applied = new HashSet<>();
    Corrections all = decisions(DECISIONS);
    for (int form = 0; form < 2; form++) {
      Map<String, String> documents = new TreeMap<>();
      for (String id : TEXTS.keySet()) {
        documents.put(id, TEXTS.get(id).get(form));
      }
      try (GraphStore store = open("form-" + form)) {
        build(store, documents, List.copyOf(documents.keySet()));
        store.findings(all).stream()
            .filter(Finding::applies)
            .forEach(finding -> applied.add(finding.row().key()));
      }
    }
    assertThat(all.rows()).extracting(Correction::key).isSubsetOf(applied);
  }

  private static Corrections decisions(Random random) {
    return decisions(DECISIONS.stream().filter(decision -> random.nextBoolean()).toList());
  }

  private static Corrections decisions(List<String> rows) {
    return CorrectionsFile.parse(
        "test",
        "decision\tdocument\treport\tname\tvalue\tother-document\tother-report\n"
            + String.join("\n", rows));
  }

  private static BuildSummary build(
      GraphStore store, Map<String, String> documents, List<String> ids) {
    StringBuilder records = new StringBuilder();
    for (String id : ids) {
      records.append(
          "{\"id\": \"%s\", \"published\": \"2021-03-05\", \"source\": \"%s\", \"text\": \"%s\"}\n"
              .formatted(id, id.replaceFirst(".*-", "The "), documents.get(id)));
    }
    return new BuildJob(
            store,
            pipeline,
            new BuildSettings(ReaderSettings.defaults(), 2, 2, false, false),
            Silent.LISTENER)
        .run(
            ids.isEmpty() ? List.of() : List.of(Path.of("-")),
            Optional.of(
                new ByteArrayInputStream(records.toString().getBytes(StandardCharsets.UTF_8))));
  }

  private GraphStore open(String name) {
    return GraphStore.open(directory.resolve(name), pipeline.storeSettings(Optional.empty()));
  }

  private static DatasetGraph copy(GraphStore store) {
    DatasetGraph copy = DatasetGraphFactory.create();
    DatasetGraph data = store.dataset();
    data.begin(ReadWrite.READ);
    try {
      data.find().forEachRemaining(copy::add);
    } finally {
      data.end();
    }
    return copy;
  }
}
