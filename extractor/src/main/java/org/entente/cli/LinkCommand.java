package org.entente.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.build.RelinkJob;
import org.entente.linking.LiveLinker;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Links the entities of a store anew. */
@Command(
    name = "link",
    description = {
      "Link the people, organizations and places of a store to Wikidata anew, without reading its"
          + " documents again: after a new gazetteer, with entries of your own, or with a service of"
          + " the web.",
      "What has a link keeps it, unless an entry that you add is the better one. The store has all"
          + " of the new links or, when the command is stopped, none."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente link --store entente-store --add people.tsv",
      "  entente link --store entente-store --link wikidata --contact me@example.org"
    })
final class LinkCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;
  @Mixin private GazetteerOptions known;
  @Mixin private LinkingOptions linking;

  @Override
  public Integer call() throws IOException {
    Console console = entente.console();
    Gazetteer gazetteer = known.load();
    Run run = RunRecord.of(spec, known.checksums());
    Optional<LiveLinker> live = linking.linker(gazetteer, console);
    Pipeline pipeline = Pipeline.knowledge(gazetteer);
    try (StagedStore staged =
        StagedStore.openExisting(store.directory(), pipeline.storeSettings(Optional.empty()))) {
      GraphStore graph = staged.store();
      long all = graph.documents().size();
      RelinkJob.Summary done;
      try (Progress progress = console.progress("Documents")) {
        done =
            new RelinkJob(graph, pipeline, gazetteer, known.addedIds(), live)
                .run(run, count -> progress.update(count, all));
      }
      console.stage(
          String.format(
              Locale.ROOT,
              "Documents: %,d looked at, %,d with new links; %,d new links; %,d events",
              done.documents(),
              done.changed(),
              done.links(),
              done.events()));
      live.ifPresent(service -> LinkingOptions.tell(service, console));
      Building.violations(console, done.violations());
      return Building.publish(console, staged, done.violations());
    }
  }
}
