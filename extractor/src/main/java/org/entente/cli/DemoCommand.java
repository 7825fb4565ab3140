package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.DatasetFactory;
import org.entente.build.BuildSettings;
import org.entente.build.BuildSummary;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.build.SampleCorpus;
import org.entente.endpoint.EntenteServer;
import org.entente.query.QueryAnswer;
import org.entente.query.QueryCatalog;
import org.entente.query.QueryRunner;
import org.entente.query.ResultFormat;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows everything on the bundled sample corpus. */
@Command(
    name = "demo",
    description =
        "Build a store from the bundled sample corpus, check it, answer who met whom, where and"
            + " when, and serve it.",
    footerHeading = "%nExample:%n",
    footer = "  entente demo --no-serve")
final class DemoCommand implements Callable<Integer> {
  private static final String QUERY = "who-met-whom";

  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-s", "--store"},
      paramLabel = "DIR",
      defaultValue = "entente-demo-store",
      description = "Directory of the store (default: ${DEFAULT-VALUE}).")
  private Path store;

  @Option(names = "--no-serve", description = "End after the answer.")
  private boolean noServe;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "" + EntenteServer.DEFAULT_PORT,
      description = "Port to serve at, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws IOException {
    Console console = entente.console();
    Run run = RunRecord.of(spec, Knowledge.own());
    Pipeline pipeline = Pipeline.load();
    int exitCode;
    try (Scratch scratch = new Scratch("entente-sample");
        StagedStore staged = StagedStore.open(store, pipeline.storeSettings(Optional.empty()))) {
      List<Path> files = SampleCorpus.copyTo(scratch.folder());
      BuildSummary summary =
          new Building(console, pipeline, BuildSettings.defaults(), run, Optional.empty())
              .run(staged, files, Optional.empty());
      exitCode = Building.exitCode(summary);
      if (summary.stopped()) {
        return exitCode;
      }
    }
    try (GraphStore graph =
        GraphStore.openExisting(store, pipeline.storeSettings(Optional.empty()))) {
      var query = QueryCatalog.load().get(QUERY);
      console.stage("");
      console.stage(query.question());
      console.stage("");
      QueryAnswer answer =
          QueryRunner.over(DatasetFactory.wrap(graph.dataset())).run(query, Map.of());
      QueryCommand.print(console, answer, graph.iris().base(), ResultFormat.TABLE);
    }
    console.stage("");
    if (noServe) {
      console.stage("Next: entente serve --store " + store);
      return exitCode;
    }
    console.stage("Open the pages below, or in another terminal:");
    console.stage(
        "  entente query --endpoint http://localhost:" + port + "/entente/sparql " + QUERY);
    ServeCommand.serve(console, EntenteServer.Settings.of(store, port));
    return exitCode;
  }
}
