package org.entente.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.rdf.Iris;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StoreException;
import org.entente.store.StoreFigures;
import org.entente.store.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a store of what was read on a cluster, on one machine. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Make a store of what was read on a cluster, by the bulk loader, and check it.",
      "A store that is there already has the new graph in the place of its own."
    })
final class LoadCommand implements Callable<Integer> {
  /** Stages whose parts make the store. */
  private static final List<String> STAGES = List.of("documents", "events", "entities");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OUTPUT",
      description = "The results, on this machine: folders documents, events and entities.")
  private Path output;

  @Parameters(
      index = "1",
      paramLabel = "STORE",
      description = "Folder that is missing, empty, or a store.")
  private Path store;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Iris.DEFAULT_BASE,
      description = "Base of the graph's IRIs, that of the job (default: ${DEFAULT-VALUE}).")
  private String base;

  @Override
  public Integer call() {
    try {
      List<Path> parts = parts();
      Pipeline pipeline = Pipeline.knowledge(Gazetteer.load());
      Run run = new Run(Instant.now(), pipeline.version(), "cluster load", Map.of(), Map.of());
      try (GraphStore graph = GraphStore.open(store, pipeline.storeSettings(Optional.of(base)))) {
        graph.load(
            run,
            parts.stream().map(LoadCommand::open).iterator(),
            pipeline.fixedGraphs(graph.iris()));
        List<Violation> violations = graph.validate(pipeline.shapes());
        StoreFigures figures = graph.figures();
        spec.commandLine()
            .getOut()
            .printf(
                "%,d documents, %,d reports, %,d triples, %,d violations%n",
                figures.documents(), figures.reports(), figures.triples(), violations.size());
        return violations.isEmpty() ? 0 : EntenteCluster.FAILED;
      }
    } catch (IOException | UncheckedIOException | StoreException e) {
      spec.commandLine().getErr().println("nothing was loaded: " + e.getMessage());
      return EntenteCluster.FAILED;
    }
  }

  private List<Path> parts() throws IOException {
    List<Path> parts = new ArrayList<>();
    for (String stage : STAGES) {
      Path folder = output.resolve(stage);
      if (!Files.exists(folder.resolve(Stages.DONE))) {
        throw new IOException(folder + " is not there as a whole: run \"read\" to its end first");
      }
      try (Stream<Path> found = Files.list(folder)) {
        found
            .filter(file -> file.getFileName().toString().matches("part-.*\\.gz"))
            .sorted()
            .forEach(parts::add);
      }
    }
    return parts;
  }

  private static InputStream open(Path file) {
    try {
      return new GZIPInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
