package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.store.GraphStore;
import org.entente.store.StoreDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares two stores. */
@Command(
    name = "diff",
    description = {
      "Compare two stores: which events the second has gained and lost, which facts of an event"
          + " have changed, and whether new, changed or missing documents or another version of the"
          + " program are the reason.",
      "The exit code is 1 when they differ."
    },
    footerHeading = "%nExample:%n",
    footer = "  entente diff store-of-march store-of-april")
final class DiffCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;

  @Parameters(index = "0", paramLabel = "STORE_A", description = "The store before.")
  private Path before;

  @Parameters(index = "1", paramLabel = "STORE_B", description = "The store after.")
  private Path after;

  @Override
  public Integer call() {
    Console console = entente.console();
    StoreDifference difference = StoreDifference.of(snapshot(before), snapshot(after));
    print(console, "gained", difference.gained());
    print(console, "lost", difference.lost());
    print(console, "changed", difference.changed());
    console.stage(
        difference.isEmpty()
            ? "The stores tell the same events"
            : "%d events gained, %d lost, %d changed"
                .formatted(
                    difference.gained().size(),
                    difference.lost().size(),
                    difference.changed().size()));
    return difference.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static StoreDifference.Snapshot snapshot(Path directory) {
    try (GraphStore store = QueryCommand.reading(directory)) {
      return store.snapshot();
    }
  }

  private static void print(Console console, String what, List<StoreDifference.Change> changes) {
    for (StoreDifference.Change change : changes) {
      console.result("%-8s %s  %s".formatted(what, change.event(), change.label()));
      change.removed().forEach(fact -> console.result("  - " + fact));
      change.added().forEach(fact -> console.result("  + " + fact));
      change.reasons().forEach(reason -> console.result("  because " + reason));
    }
  }
}
