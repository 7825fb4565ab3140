package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs databases large enough for it, to the end and not. */
class IndexPackerTest {
  private static final int QUADS = 150_000;

  @TempDir Path directory;
  private Path tdb;
  private Path data;

  @BeforeEach
  void fill() throws IOException {
    tdb = Files.createDirectories(directory.resolve("tdb2"));
    data = tdb.resolve("Data-0001");
    change(
        quads -> {
          SplittableRandom random = new SplittableRandom(1);
          for (int i = 0; i < QUADS; i++) {
            quads.add(
                new Quad(
                    node("g", random.nextInt(500)),
                    node("s", random.nextInt(20_000)),
                    node("p", random.nextInt(20)),
                    node("o", i)));
          }
        });
  }

  @Test
  void packedIndexesAreSmallerAndCanBeChanged() throws IOException {
    long before = size();
    IndexPacker.pack(tdb);
    assertThat(size()).isLessThan(before);
    assertThat(count()).isEqualTo(QUADS);
    change(quads -> quads.add(new Quad(node("g", 1), node("s", 1), node("p", 1), node("o", -1))));
    assertThat(count()).isEqualTo(QUADS + 1);
  }

  /** Each of the patterns is answered by another index. */
  @Test
  void writesTheOtherIndexesFromTheFirst() throws IOException {
    List<Quad> patterns =
        List.of(
            new Quad(node("g", 7), Node.ANY, node("p", 3), Node.ANY),
            new Quad(node("g", 7), Node.ANY, Node.ANY, node("o", 149_999)),
            new Quad(Node.ANY, node("s", 7), Node.ANY, Node.ANY),
            new Quad(Node.ANY, Node.ANY, node("p", 3), Node.ANY),
            new Quad(Node.ANY, Node.ANY, Node.ANY, node("o", 77)));
    List<Set<Quad>> before = patterns.stream().map(this::found).toList();
    for (String index : List.of("GPOS", "GOSP", "POSG", "OSPG", "SPOG")) {
      for (String file : List.of(".bpt", ".dat", ".idn")) {
        Files.delete(data.resolve(index + file));
      }
    }
    IndexPacker.derive(tdb);
    assertThat(patterns.stream().map(this::found).toList()).isEqualTo(before);
    assertThat(before).anyMatch(quads -> quads.size() > 1000);
    change(quads -> quads.add(new Quad(node("g", 1), node("s", 1), node("p", 1), node("o", -1))));
    assertThat(count()).isEqualTo(QUADS + 1);
  }

  /** Cut off after so many files were put in their place, of those of one index. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void goesOnWithWhatWasCutOff(int moved) throws IOException {
    Set<String> names = new TreeSet<>();
    Path loose = directory.resolve("loose");
    StoreFiles.copy(tdb, loose, Set.of());
    IndexPacker.pack(tdb);
    Path packed = Files.createDirectories(loose.resolve("Data-0001/packed"));
    for (String file : new String[] {"GSPO.bpt", "GSPO.dat", "GSPO.idn"}) {
      Path target = names.size() < moved ? loose.resolve("Data-0001") : packed;
      Files.copy(
          data.resolve(file),
          target.resolve(file),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      names.add(file);
    }
    Files.createFile(packed.resolve("whole"));
    IndexPacker.finish(loose);
    assertThat(packed).doesNotExist();
    tdb = loose;
    assertThat(count()).isEqualTo(QUADS);
    assertThat(Files.size(loose.resolve("Data-0001/GSPO.dat")))
        .isEqualTo(Files.size(data.resolve("GSPO.dat")));
  }

  @Test
  void throwsAwayWhatIsNotWhole() throws IOException {
    Path packed = Files.createDirectories(data.resolve("packed"));
    Files.write(packed.resolve("GSPO.dat"), new byte[100]);
    IndexPacker.finish(tdb);
    assertThat(packed).doesNotExist();
    assertThat(count()).isEqualTo(QUADS);
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(f -> f.getFileName().toString().matches("[A-Z]{4}\\.dat"))
          .mapToLong(f -> f.toFile().length())
          .sum();
    }
  }

  private void change(Consumer<DatasetGraph> change) {
    DatasetGraph quads = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
    quads.begin(ReadWrite.WRITE);
    change.accept(quads);
    quads.commit();
    quads.end();
    TDBInternal.expel(quads, true);
  }

  private long count() {
    return found(Quad.ANY).size();
  }

  private Set<Quad> found(Quad pattern) {
    DatasetGraph quads = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
    quads.begin(ReadWrite.READ);
    try {
      Set<Quad> found = new HashSet<>();
      quads.find(pattern).forEachRemaining(found::add);
      return found;
    } finally {
      quads.end();
      TDBInternal.expel(quads, true);
    }
  }

  private static Node node(String kind, int number) {
    return NodeFactory.createURI("http://example.org/" + kind + number);
  }
}
