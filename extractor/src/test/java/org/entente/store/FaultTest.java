package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.entente.ontology.Ontology;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults at random points of builds, one after another on one store: the process is killed, the
 * file system takes no more, a file is damaged. After each, whoever reads the store has a whole
 * generation, not older than the last that was published, and nothing that was committed is lost.
 *
 * <p>A few faults run with the tests; {@code -Dentente.faults=200} runs as many, {@code
 * -Dentente.seed=N} others.
 */
class FaultTest {
  private static final StoreSettings SETTINGS = StoreSettings.of(EntityFacts.none(), "test");
  private static final int FAULTS = Integer.getInteger("entente.faults", 6);
  private static final long SEED = Long.getLong("entente.seed", 1);

  /** Documents after which a store begins anew, so that faults meet small and larger ones. */
  private static final int LARGEST = 20 * StoreProcess.GENERATION;

  @TempDir Path temporary;
  private Path directory;
  private final Random random = new Random(SEED);

  /** How many documents were told as committed to the draft, and as published. */
  private int committed;

  private int published;
  private String step = "start";

  @Test
  void noFaultLosesWhatWasCommittedOrShowsHalfAGraph() throws Exception {
    Map<String, Integer> struck = new TreeMap<>();
    for (int fault = 0; fault < FAULTS; fault++) {
      if (fault == 0 || published >= LARGEST || random.nextInt(6) == 0) {
        directory = temporary.resolve("s" + fault);
        committed = 0;
        published = 0;
      }
      String kind = strike();
      struck.merge(kind + " after " + step.split(" ")[0], 1, Integer::sum);
      readers("fault " + fault + ", " + kind + " after " + step);
      if (random.nextInt(4) == 0) {
        struck.merge("damaged " + damage(), 1, Integer::sum);
        readers("fault " + fault + ", a damaged file after " + step);
      }
      drafts("fault " + fault + ", " + kind + " after " + step);
    }
    System.out.println("Faults survived (seed " + SEED + "): " + struck);
    assertThat(struck.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThanOrEqualTo(FAULTS);
  }

  /** At each step of a restoration, what was begun before it is gone on with after it. */
  @Test
  void aRestorationThatIsKilledKeepsWhatWasBegun() throws Exception {
    directory = temporary.resolve("s");
    for (int killed = 0; killed < 3; killed++) {
      List<String> begun = begin(2 * killed);
      Path damaged = GraphStore.generation(directory);
      overwrite(directory.resolve("current/tdb2/Data-0001"), ".*\\.(dat|idn|bpt|obj|bdf)");
      StoreLayout layout = new StoreLayout(directory);
      Path remade = StagedStore.remake(layout, damaged, SETTINGS);
      if (killed > 0) {
        remade = layout.place(remade);
      }
      if (killed > 1) {
        layout.show(remade);
      }
      // Here it is killed; what the user does next is to restore again, and to change something.
      assertThat(StagedStore.restore(directory, SETTINGS)).isEqualTo(killed == 0);
      try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
        assertThat(staged.store().documents()).as("step " + killed).containsAll(begun);
      }
    }
  }

  /** Publishes a document and begins with another; returns what is begun. */
  private List<String> begin(int story) {
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), story);
      staged.publish();
    }
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      put(staged.store(), story + 1);
      return staged.store().documents();
    }
  }

  private static void put(GraphStore store, int story) {
    store.replaceDocuments(
        List.of(
            new DocumentMapper(store.iris(), EntityFacts.none(), "test")
                .map(StoreProcess.story(story))));
  }

  /** Lets a process build until something ends it; returns what. */
  private String strike() throws Exception {
    boolean full = random.nextInt(5) == 0;
    // The limit on the size of a file stands in for a disk with no space left.
    List<String> prefix =
        full
            ? List.of("sh", "-c", "ulimit -f " + (50 + random.nextInt(400)) + "; exec \"$@\"", "sh")
            : List.of();
    Process process = StoreProcess.start("stage", directory, prefix);
    int steps = 1 + random.nextInt(14);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = null;
      for (int i = 0; i < steps && (line = lines.readLine()) != null; i++) {
        note(line);
      }
      if (line != null) {
        Thread.sleep(random.nextInt(40)); // somewhere inside of the step
        process.toHandle().destroyForcibly(); // its last words can still be read then
        while ((line = lines.readLine()) != null) {
          note(line);
        }
        process.waitFor();
        return "killed";
      }
    }
    process.waitFor();
    return "full";
  }

  private void note(String line) {
    step = line;
    String[] words = line.split(" ");
    int count = Integer.parseInt(words[1]);
    committed = Math.max(committed, count);
    if (words[0].equals("published")) {
      published = count;
    }
  }

  /** Whoever reads the store has a whole generation, the last that was published or the next. */
  private void readers(String when) {
    if (published == 0 && !GraphStore.isStore(directory)) {
      return;
    }
    try (GraphStore store = GraphStore.openExisting(directory, SETTINGS)) {
      int documents = store.documents().size();
      assertThat(documents).as(when).isGreaterThanOrEqualTo(published);
      assertThat(documents % StoreProcess.GENERATION).as(when).isZero();
      long events =
          store.figures().events().values().stream()
              .flatMap(byStatus -> byStatus.values().stream())
              .mapToLong(Long::longValue)
              .sum();
      assertThat(events).as(when).isEqualTo(documents);
      assertThat(store.linkedItems()).as(when).hasSize(documents);
      assertThat(store.validate(Ontology.shapes())).as(when).isEmpty();
      assertThat(recorded(store)).as(when).isEqualTo(documents);
      published = documents;
    }
  }

  /** Returns how many documents are recorded as read by a run. */
  private static int recorded(GraphStore store) {
    store.dataset().begin(ReadWrite.READ);
    try {
      Set<Node> used = new HashSet<>();
      store
          .dataset()
          .find(Terms.uri(store.iris().runsGraph()), Node.ANY, Terms.USED, Node.ANY)
          .forEachRemaining(quad -> used.add(quad.getObject()));
      return used.size();
    } finally {
      store.dataset().end();
    }
  }

  /** What was committed to a draft is there when it is gone on with. */
  private void drafts(String when) {
    try (StagedStore staged = StagedStore.open(directory, SETTINGS)) {
      int documents = StoreProcess.kept(staged.store()).size();
      assertThat(documents).as(when).isGreaterThanOrEqualTo(committed);
      assertThat(documents % StoreProcess.BATCH).as(when).isZero();
      committed = documents;
    }
  }

  /** Damages a file of what readers have, and mends it as its user would; returns what. */
  private String damage() throws Exception {
    if (!GraphStore.isStore(directory)) {
      return "nothing";
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        overwrite(directory.resolve("current/text"), ".*");
        return "index";
      }
      case 1 -> {
        overwrite(directory.resolve("current"), ".*\\.gz");
        assertThat(GraphStore.verify(directory, SETTINGS)).hasSize(1);
        return "copy";
      }
      default -> {
        if (!GraphStore.verify(directory, SETTINGS).isEmpty()) {
          return "nothing"; // what it would be restored from was damaged before
        }
        overwrite(directory.resolve("current/tdb2/Data-0001"), ".*\\.(dat|idn|bpt|obj|bdf)");
        assertThatThrownBy(() -> GraphStore.verify(directory, SETTINGS))
            .hasMessageContaining("damaged");
        boolean killed = killRestoration();
        assertThat(StagedStore.restore(directory, SETTINGS) || !killed).isTrue();
        assertThat(GraphStore.verify(directory, SETTINGS)).isEmpty();
        return killed ? "database, and restoration killed" : "database";
      }
    }
  }

  /** Lets a process restore until it is killed; returns whether it was, before its end. */
  private boolean killRestoration() throws Exception {
    Process process = StoreProcess.start("restore", directory);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("restoring");
      Thread.sleep(random.nextInt(1500));
      process.toHandle().destroyForcibly();
    }
    return process.waitFor() != 0;
  }

  /** Overwrites or cuts off the middle of one of the files of a folder. */
  private void overwrite(Path folder, String name) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.toRealPath())) {
      files =
          all.filter(f -> f.toFile().isFile() && f.toFile().length() > 0)
              .filter(f -> f.toString().matches(name))
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] noise = new byte[16];
    random.nextBytes(noise);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (random.nextBoolean()) {
        channel.truncate(file.toFile().length() / 2);
      } else {
        channel.write(java.nio.ByteBuffer.wrap(noise), file.toFile().length() / 2);
      }
    }
  }
}
