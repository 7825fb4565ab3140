package org.entente.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.export.EventFilter;
import org.entente.export.ExportFile;
import org.entente.export.GraphView;
import org.entente.store.GraphFormat;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the graph of a store, or networks, tables and statements made of it. */
@Command(
    name = "export",
    description = {
      "Write the whole graph of a store as N-Quads, Turtle or JSON-LD, the network of who took part"
          + " in events together for Gephi, tables, or statements for Wikidata's editors.",
      "Each carries the citation of the dataset. Equal stores give equal files."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente export --store entente-store --format nq --output entente.nq",
      "  entente export --store entente-store --format gexf --from 2018 --to 2019 -o network.gexf",
      "  entente export --store entente-store --format csv --country France -o tables/"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  /** What can be written. */
  enum Format {
    NQ,
    TTL,
    JSONLD,
    GRAPHML,
    GEXF,
    CSV,
    QUICKSTATEMENTS,
    CITATION
  }

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = {
        "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "NQ and JSONLD keep the named graphs, TTL is their union. GRAPHML and GEXF are networks.",
        "CSV is a folder of tables, or a .zip file with their description.",
        "QUICKSTATEMENTS are commands that make items of Wikidata; CITATION is CITATION.cff."
      })
  private Format format = Format.NQ;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to (default: standard output; CSV needs a folder or a .zip file).")
  private Path output;

  @Mixin private FilterOptions filters;

  @Override
  public Integer call() throws IOException {
    EventFilter filter = filters.filter();
    boolean whole = graphFormat() != null;
    if (whole && filters.given()) {
      throw new ParameterException(
          spec.commandLine(), format + " is the whole graph: filters are for the other formats");
    }
    if (format == Format.CSV && output == null) {
      throw new ParameterException(
          spec.commandLine(), "CSV is several tables: name a folder or a .zip file with --output");
    }
    Console console = entente.console();
    try (GraphStore graph = QueryCommand.reading(store.directory())) {
      if (whole) {
        write(console, out -> graph.export(graphFormat(), out));
      } else {
        DatasetGraph dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
          write(console, new GraphView(dataset, graph.iris()), filter);
        } finally {
          dataset.end();
        }
      }
    }
    if (output != null) {
      console.stage("Wrote " + output);
    }
    return ExitCode.OK;
  }

  private GraphFormat graphFormat() {
    return switch (format) {
      case NQ -> GraphFormat.NQ;
      case TTL -> GraphFormat.TTL;
      case JSONLD -> GraphFormat.JSONLD;
      default -> null;
    };
  }

  private void write(Console console, GraphView view, EventFilter filter) throws IOException {
    if (filter.country().isPresent()) {
      try {
        view.check(filter);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage(), e);
      }
    }
    switch (format) {
      case GRAPHML -> write(console, out -> ExportFile.GRAPHML.write(view, filter, out));
      case GEXF -> write(console, out -> ExportFile.GEXF.write(view, filter, out));
      case QUICKSTATEMENTS ->
          write(console, out -> ExportFile.QUICKSTATEMENTS.write(view, filter, out));
      case CITATION -> write(console, out -> ExportFile.CITATION.write(view, filter, out));
      default -> tables(console, view, filter);
    }
  }

  private void tables(Console console, GraphView view, EventFilter filter) throws IOException {
    if (output.toString().endsWith(".zip")) {
      write(console, out -> ExportFile.TABLES.write(view, filter, out));
      return;
    }
    Files.createDirectories(output);
    for (ExportFile file :
        List.of(
            ExportFile.CITATION,
            ExportFile.DESCRIPTION,
            ExportFile.EVENTS,
            ExportFile.PARTICIPATIONS,
            ExportFile.ENTITIES,
            ExportFile.REPORTS)) {
      try (OutputStream out = open(output.resolve(file.fileName()))) {
        file.write(view, filter, out);
      }
    }
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private void write(Console console, Content content) throws IOException {
    if (output == null) {
      content.to(console.stream());
    } else {
      try (OutputStream out = open(output)) {
        content.to(out);
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
