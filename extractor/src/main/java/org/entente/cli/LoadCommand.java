package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.RiotException;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import org.entente.store.StoreException;
import org.entente.store.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads a graph that was made elsewhere. */
@Command(
    name = "load",
    description = {
      "Load a whole graph, such as 'entente export' or a job on a cluster writes it, into a store, by"
          + " the bulk loader. The files are N-Quads, plain or compressed (.gz, .bz2), one or many.",
      "The graph is checked as every build checks it, and put in place only when it keeps its"
          + " contract. The exit code is 1 when it does not."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente load graph.nq.gz --store entente-store")
final class LoadCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of N-Quads.")
  private List<Path> files;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "Base of the IRIs of the graph, where it is not the usual one.")
  private String base;

  @Option(
      names = "--replace",
      description = "Put the graph in the place of all that the store has now.")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure(ExitCode.INPUT, "there is no file " + file, "");
      }
    }
    if (GraphStore.isStore(store.directory()) && !replace) {
      throw new CommandFailure(
          ExitCode.STORE,
          store.directory() + " has a graph already",
          "Name a new directory, or put this graph in the place of that one with --replace.");
    }
    Console console = entente.console();
    Pipeline pipeline = Pipeline.knowledge(Gazetteer.lists());
    try (StagedStore staged =
        StagedStore.open(store.directory(), pipeline.storeSettings(Optional.ofNullable(base)))) {
      GraphStore graph = staged.store();
      long start = System.nanoTime();
      long quads = load(graph);
      if (graph.documents().isEmpty()) {
        staged.discard();
        throw new CommandFailure(
            ExitCode.INPUT,
            "none of the " + quads + " statements is of a document under " + graph.iris().base(),
            "If its IRIs begin otherwise, name their beginning with --base and a new directory.");
      }
      console.stage(
          String.format(
              Locale.ROOT,
              "Loaded: %,d statements in %.1f seconds",
              quads,
              (System.nanoTime() - start) / 1e9));
      List<Violation> violations = graph.validate(pipeline.shapes());
      Building.violations(console, violations);
      return Building.publish(console, staged, violations);
    }
  }

  private long load(GraphStore graph) {
    try {
      return graph.load(files.stream().map(LoadCommand::open).iterator());
    } catch (StoreException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof RiotException) {
          throw new CommandFailure(
              ExitCode.INPUT,
              "a file is not N-Quads: " + t.getMessage(),
              "Nothing was changed.",
              e);
        }
      }
      throw e;
    }
  }

  private static InputStream open(Path file) {
    return IO.openFileBuffered(file.toString());
  }
}
