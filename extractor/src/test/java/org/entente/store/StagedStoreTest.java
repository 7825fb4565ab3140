package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
