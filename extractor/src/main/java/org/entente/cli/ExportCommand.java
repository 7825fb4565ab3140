package org.entente.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the whole graph of a store. */
@Command(
    name = "export",
    description = "Write the whole graph of a store as N-Quads, Turtle or JSON-LD.",
    footerHeading = "%nExample:%n",
    footer = "  entente export --store entente-store --format nq --output entente.nq")
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = {
        "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "NQ and JSONLD keep the named graphs, TTL is their union. Equal stores give equal NQ."
      })
  private GraphStore.Format format = GraphStore.Format.NQ;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to (default: standard output).")
  private Path output;

  @Override
  public Integer call() throws IOException {
    Console console = entente.console();
    try (GraphStore graph = QueryCommand.reading(store.directory())) {
      if (output == null) {
        graph.export(format, console.stream());
      } else {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
          graph.export(format, out);
        }
        console.stage("Wrote " + output);
      }
    }
    return ExitCode.OK;
  }
}
