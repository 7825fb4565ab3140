package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Makes a store small again. */
@Command(
    name = "compact",
    description = {
      "Write the database of a store anew, without what many changes have left in it, such as the"
          + " names and texts of documents that were removed. The graph stays what it is, and a server"
          + " that has it open takes up the new files by itself.",
      "Every build packs the indexes by itself; this is worth the time only after much was removed"
          + " or replaced."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente compact --store entente-store")
final class CompactCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Override
  public Integer call() throws IOException {
    try (StagedStore staged =
        StagedStore.openExisting(
            store.directory(),
            Pipeline.knowledge(Gazetteer.lists()).storeSettings(Optional.empty()))) {
      long before = bytes();
      long quads = staged.store().compact();
      staged.publish();
      entente
          .console()
          .stage(
              String.format(
                  Locale.ROOT,
                  "Compacted: %,d statements; %,d MB before, %,d MB now",
                  quads,
                  before >> 20,
                  bytes() >> 20));
      return ExitCode.OK;
    }
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(GraphStore.generation(store.directory()))) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
