package org.entente.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.store.GraphStore;

/**
 * Makes a store of the parts that {@link ClusterJob} has written, on one machine: loads them and
 * derives events, entities and the description of the dataset as the laptop program does.
 */
public final class StoreJob {
  private StoreJob() {}

  /**
   * Makes the store hold the documents of the parts and what follows from them.
   *
   * @param parts the folder {@code documents} of the job's output, on this machine
   * @param store a folder that is missing, empty, or a store whose graph is replaced
   * @param base base of the graph's IRIs, that of the job
   * @return how many events there are
   * @throws IOException when the parts cannot be listed
   * @throws org.entente.store.StoreException when the store cannot be written
   */
  static int run(Path parts, Path store, String base) throws IOException {
    Pipeline pipeline = Pipeline.knowledge(Gazetteer.load());
    List<Path> files;
    try (Stream<Path> found = Files.list(parts)) {
      files =
          found.filter(f -> f.getFileName().toString().matches("part-.*\\.gz")).sorted().toList();
    }
    try (GraphStore graph = GraphStore.open(store, pipeline.storeSettings(Optional.of(base)))) {
      graph.load(files.stream().map(StoreJob::open).iterator());
      return graph.rebuildDerived(pipeline.fixedGraphs(graph.iris())).size();
    }
  }

  private static InputStream open(Path file) {
    try {
      return new GZIPInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the job: {@code PARTS STORE BASE}. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: StoreJob PARTS STORE BASE");
      System.exit(2);
    }
    System.out.println(run(Path.of(args[0]), Path.of(args[1]), args[2]) + " events");
  }
}
