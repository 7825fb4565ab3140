package org.entente.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Removes documents from a store. */
@Command(
    name = "remove",
    description = {
      "Remove documents from a store, with all that they alone say. The graph is then that of a build"
          + " without them; nothing is read again.",
      "The exit code is 1 when the store does not hold one of them. To keep a document and count"
          + " nothing that it says, ignore it by a correction."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente remove alaska-wire --store entente-store")
final class RemoveCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Identifiers of documents.")
  private List<String> documents;

  @Override
  public Integer call() {
    Console console = entente.console();
    Run run = RunRecord.of(spec, Knowledge.gazetteer());
    Pipeline pipeline = Pipeline.knowledge(Gazetteer.load());
    try (StagedStore staged =
        StagedStore.openExisting(store.directory(), pipeline.storeSettings(Optional.empty()))) {
      GraphStore graph = staged.store();
      List<String> held = graph.documents();
      List<String> missing = documents.stream().filter(id -> !held.contains(id)).toList();
      int events =
          graph.inRun(
              run,
              () -> {
                graph.removeDocuments(documents);
                return graph.rebuildDerived(pipeline.fixedGraphs(graph.iris())).size();
              });
      int removed = held.size() - graph.documents().size();
      staged.publish();
      console.stage(
          String.format(
              Locale.ROOT, "Documents: %,d removed; %,d events in the store", removed, events));
      missing.forEach(
          id -> console.problem("the store has no document " + id, "It was passed over."));
      return missing.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
  }
}
