package org.entente.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.AddedEntries;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.ReaderSettings;
import org.entente.extraction.ExtractionSettings;
import org.entente.linking.AnswerCache;
import org.entente.linking.LiveLinker;
import org.entente.linking.WikidataService;
import org.entente.rdf.Run;
import org.entente.store.GraphFormat;
import org.entente.store.GraphStore;
import org.entente.web.LocalServer;
import org.entente.wikidata.WikidataClient;
import org.entente.wikidata.WikidataReplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Links stores of real texts anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelinkJobTest {
  private static final String ADDED =
      """
      # people of a project
      kind\tqid\tlabel\taliases\tcountry\tregion\toffices\timportance
      person\tQ900000021\tTova Lind\tTova K. Lind\tNO\t\tforeign minister@NO@2019-\t0.9
      person\tQ900000022\tVladimir Putin\t\tRU\t\tpresident@RU@2000-2008; president@RU@2012-\t1
      """;

  private static final List<String> STORIES =
      List.of(
          "Norwegian Foreign Minister Tova Lind met Estonian Foreign Minister Edi Karu in Oslo on"
              + " Tuesday.",
          "Russian President Vladimir Putin received Norwegian Foreign Minister Tova Lind in Moscow"
              + " on Monday. They talked for an hour. The Estonian foreign minister was not there.",
          "French President Emmanuel Macron met German Chancellor Angela Merkel in Vienna on"
              + " Monday.");

  private static final Run RUN =
      new Run(Instant.parse("2024-05-01T10:00:00Z"), "test", "link", Map.of(), Map.of());

  private final Gazetteer gazetteer = Gazetteer.load();
  private Pipeline pipeline;
  private Path input;
  @TempDir Path folder;
  private int stores;

  @BeforeAll
  void load() throws IOException {
    pipeline =
        Pipeline.load(
            gazetteer, ExtractionSettings.PATTERNS, java.util.function.UnaryOperator.identity());
    input = Files.createTempDirectory("relink");
    for (int i = 0; i < STORIES.size(); i++) {
      Files.writeString(input.resolve("story-" + i + ".txt"), STORIES.get(i));
    }
  }

  @AfterAll
  void clean() throws IOException {
    try (var files = Files.list(input)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(input);
  }

  @BeforeEach
  void next() {
    stores++;
  }

  private GraphStore built(Pipeline reads, Path... inputs) {
    GraphStore store =
        GraphStore.open(folder.resolve("store" + stores), reads.storeSettings(Optional.empty()));
    BuildSettings settings =
        new BuildSettings(
            ReaderSettings.defaults().withPublished(LocalDate.of(2021, 3, 4)),
            1,
            100,
            false,
            false);
    new BuildJob(store, reads, settings, Silent.LISTENER).run(List.of(inputs), Optional.empty());
    return store;
  }

  private static String export(GraphStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.export(GraphFormat.NQ, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameKnowledgeChangesNothing() throws IOException {
    Path sample = Files.createDirectory(folder.resolve("sample"));
    SampleCorpus.copyTo(sample);
    try (GraphStore store = built(pipeline, sample, input)) {
      String before = export(store);
      RelinkJob.Summary done =
          new RelinkJob(store, pipeline, gazetteer, Set.of(), Optional.empty())
              .run(RUN, count -> {});
      assertThat(export(store)).isEqualTo(before);
      assertThat(done.changed()).isZero();
      assertThat(done.documents()).isEqualTo(store.documents().size());
      assertThat(done.violations()).isEmpty();
    }
  }

  @Test
  void entriesOfTheUserLinkAsIfTheyHadBeenThere() throws IOException {
    List<Entry> entries = added(ADDED);
    Gazetteer more = Gazetteer.load(entries);
    Pipeline knows = Pipeline.knowledge(more);
    try (GraphStore store = built(pipeline, input)) {
      assertThat(export(store)).doesNotContain("Q900000021").contains("Q7747");
      RelinkJob.Summary done =
          new RelinkJob(store, knows, more, Set.of("Q900000021", "Q900000022"), Optional.empty())
              .run(RUN, count -> {});
      assertThat(done.violations()).isEmpty();
      assertThat(done.changed()).isEqualTo(2);
      String graph = export(store);
      assertThat(graph)
          .contains("person/tova-lind-Q900000021> <https://w3id.org/entente/diplomacy#met>")
          .contains("person/vladimir-putin-Q900000022>")
          .doesNotContain("person/tova-lind--norway", "person/tova-lind>", "Q7747>");
      assertThat(
              new RelinkJob(store, knows, more, Set.of("Q900000021"), Optional.empty())
                  .run(RUN, count -> {})
                  .changed())
          .isZero();
    }
  }

  @Test
  void aServiceLinksTheRest() throws IOException {
    try (LocalServer server = new LocalServer(new WikidataReplay());
        GraphStore store = built(pipeline, input)) {
      List<String> messages = new ArrayList<>();
      LiveLinker live =
          new LiveLinker(
              new WikidataService(
                  server.address(), new WikidataClient(server.address(), LocalServer.QUICK)),
              AnswerCache.open(folder.resolve("links.jsonl"), LocalDate.of(2024, 1, 1)),
              gazetteer,
              messages::add);
      RelinkJob.Summary done =
          new RelinkJob(store, pipeline, gazetteer, Set.of(), Optional.of(live))
              .run(RUN, count -> {});
      assertThat(messages).isEmpty();
      assertThat(done.links()).isEqualTo(1);
      assertThat(done.violations()).isEmpty();
      assertThat(export(store)).contains("person/edi-karu-Q900000001");
      // descriptions such as "the Estonian foreign minister" are nobody's name
      assertThat(server.requests().stream().map(r -> r.get("search")).filter(n -> n != null))
          .containsExactlyInAnyOrder("Edi Karu", "Tova Lind");
    }
  }

  private List<Entry> added(String rows) throws IOException {
    Path file = folder.resolve("added-" + stores + ".tsv");
    Files.writeString(file, rows);
    return AddedEntries.read(file);
  }
}
