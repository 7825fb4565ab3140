package org.entente.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Makes a damaged graph anew from its copy. */
@Command(
    name = "restore",
    description = {
      "Make the graph of a store anew when files of its database are damaged: from the copy of all"
          + " its statements that every build writes beside it (compressed, a few hundredths of its"
          + " size). Every document that the graph had is in it.",
      "Damage is noticed when a store is opened and a file is missing or has another size, before"
          + " every change, and by 'entente validate', which looks at every byte. Does nothing where"
          + " nothing is damaged."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente restore --store entente-store")
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Override
  public Integer call() {
    boolean damaged =
        StagedStore.restore(
            store.directory(),
            Pipeline.knowledge(Gazetteer.lists()).storeSettings(Optional.empty()));
    entente
        .console()
        .stage(
            damaged
                ? "The graph was damaged and is whole again"
                : "Nothing is damaged; nothing was changed");
    return ExitCode.OK;
  }
}
