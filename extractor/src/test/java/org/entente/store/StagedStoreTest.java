package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generations of a store, on disk. */
class StagedStoreTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void name() {
    directory = temporary.resolve("s");
  }

  @Test
  void readersHaveTheOldGenerationUntilTheNewOneIsPublished() throws IOException {
    publish(1);
    try (GraphStore reader = GraphStore.openExisting(directory, SETTINGS);
        StagedStore staged = StagedStore.openExisting(directory, SETTINGS)) {
      put(staged.store(), 2);
      assertThat(staged.store().documents()).containsExactly("kill-1", "kill-2");
      assertThat(reader.documents()).containsExactly("kill-1");
      staged.publish();
      assertThat(reader.documents()).containsExactly("kill-1");
    }
    assertThat(documents()).containsExactly("kill-1", "kill-2");
    StagedStore.openExisting(directory, SETTINGS).close();
    assertThat(folders()).containsExactly("building", "current", "graph-2");
  }

  @Test
  void aGenerationThatWasNotPublishedIsGoneOnWith() {
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), 1);
    }
    assertThatThrownBy(this::documents)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.NO_STORE))
        .hasMessageContaining("first build was not finished");
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      assertThat(staged.store().documents()).containsExactly("kill-1");
      staged.publish();
    }
    assertThat(documents()).containsExactly("kill-1");
  }

  @Test
  void aDraftOfAGenerationThatIsNoLongerReadIsBegunAnew() throws IOException {
    publish(1);
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), 2);
    }
    new StoreLayout(directory).publish(Optional.empty());
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      assertThat(staged.store().documents()).isEmpty();
    }
  }

  @Test
  void aCopyThatWasCutOffIsMadeAnew() throws IOException {
    publish(1);
    Files.createDirectories(directory.resolve("building/tdb2"));
    Files.writeString(directory.resolve("building/tdb2/tdb.cfg"), "half of it");
    publish(2);
    assertThat(documents()).containsExactly("kill-1", "kill-2");
  }

  @Test
  void aPublishingThatWasCutOffIsFinished() throws IOException {
    publish(1);
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), 2);
    }
    Files.move(directory.resolve("building"), directory.resolve("graph-2"));
    assertThat(documents()).containsExactly("kill-1");
    StagedStore.open(directory, SETTINGS).close();
    assertThat(documents()).containsExactly("kill-1", "kill-2");
  }

  @Test
  void oneProcessAtATimeChangesAStore() {
    try (StagedStore first = StagedStore.open(directory, SETTINGS)) {
      assertThatThrownBy(() -> StagedStore.open(directory, SETTINGS))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.IN_USE));
      put(first.store(), 1); // the first holder is not disturbed
    }
  }

  @Test
  void damageOfAnyFileOfTheDatabaseIsNoticedAndMended() throws IOException {
    publish(1);
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory.resolve("current/tdb2").toRealPath())) {
      files = all.filter(f -> f.toString().matches(".*\\.(dat|idn|bpt|obj|bdf)")).toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    String before = exported();
    for (Path damaged : files) {
      Path file = directory.resolve("current/tdb2/Data-0001").resolve(damaged.getFileName());
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        Files.writeString(file, "more");
      } else {
        bytes[bytes.length / 3] ^= 0x55;
        Files.write(file, bytes);
      }
      assertThatThrownBy(() -> GraphStore.verify(directory, SETTINGS))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(damaged.getFileName().toString());
      assertThat(StagedStore.restore(directory, SETTINGS)).isTrue();
      assertThat(GraphStore.verify(directory, SETTINGS)).isEmpty();
    }
    assertThat(exported()).isEqualTo(before);
    assertThat(StagedStore.restore(directory, SETTINGS)).isFalse();
  }

  @Test
  void aGraphOfWhichAFileIsCutShortOrMissingIsNotOpened() throws IOException {
    publish(1);
    Path file = directory.resolve("current/tdb2/Data-0001/nodes-data.obj");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThatThrownBy(this::documents)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.advice()).contains("entente restore --store " + directory))
        .hasMessageContaining("nodes-data.obj has 100 bytes and should have");
    StagedStore.restore(directory, SETTINGS);
    assertThat(documents()).containsExactly("kill-1");
    Files.delete(directory.resolve("current/tdb2/Data-0001/GSPO.idn"));
    assertThatThrownBy(this::documents).hasMessageContaining("GSPO.idn is missing");
    assertThatThrownBy(() -> StagedStore.open(directory, SETTINGS))
        .hasMessageContaining("GSPO.idn is missing");
    StagedStore.restore(directory, SETTINGS);
    assertThat(documents()).containsExactly("kill-1");
    Files.writeString(directory.resolve("current/seal.tsv"), "tdb2/x\t1\t0\n");
    assertThatThrownBy(this::documents).hasMessageContaining("seal.tsv is damaged");
    StagedStore.restore(directory, SETTINGS);
    assertThat(documents()).containsExactly("kill-1");
  }

  @Test
  void damageIsNotCopiedAndWhatWasBegunSurvivesTheRestoring() throws IOException {
    publish(1);
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), 2);
    }
    Path file = directory.resolve("current/tdb2/Data-0001/SPOG.dat");
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] ^= 1;
    Files.write(file, bytes);
    StagedStore.restore(directory, SETTINGS);
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      assertThat(staged.store().documents()).containsExactly("kill-1", "kill-2");
      staged.publish();
    }
    Files.write(directory.resolve("current/graph.nq.gz"), new byte[] {1});
    assertThat(GraphStore.verify(directory, SETTINGS)).singleElement().asString().contains(".gz");
    publish(3);
    assertThat(GraphStore.verify(directory, SETTINGS)).isEmpty();
    Path next = directory.resolve("current/tdb2/Data-0001/SPOG.dat");
    bytes = Files.readAllBytes(next);
    bytes[20] ^= 1;
    Files.write(next, bytes);
    assertThatThrownBy(() -> StagedStore.open(directory, SETTINGS))
        .hasMessageContaining("SPOG.dat is not as it was written");
  }

  private String exported() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GraphStore store = GraphStore.openExisting(directory, SETTINGS)) {
      store.export(GraphFormat.NQ, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void copiesLeaveOutWhatIsEmpty() throws IOException {
    Path file = Files.createDirectories(temporary.resolve("a/b")).resolve("c");
    byte[] bytes = new byte[3 << 16];
    bytes[2] = 7;
    bytes[70_000] = 9;
    Files.write(file, bytes);
    StoreFiles.copy(temporary.resolve("a"), temporary.resolve("z"), java.util.Set.of());
    assertThat(Files.readAllBytes(temporary.resolve("z/b/c"))).isEqualTo(bytes);
  }

  private void publish(int story) {
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), story);
      staged.store().rebuildDerived(Map.of());
      staged.publish();
    }
  }

  private static void put(GraphStore store, int story) {
    store.replaceDocuments(
        List.of(
            new DocumentMapper(store.iris(), EntityFacts.none(), "test")
                .map(StoreProcess.story(story))));
  }

  private List<String> documents() {
    try (GraphStore store = GraphStore.openExisting(directory, SETTINGS)) {
      return store.documents();
    }
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
