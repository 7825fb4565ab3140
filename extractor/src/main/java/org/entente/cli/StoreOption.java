package org.entente.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The store that a command works on. */
final class StoreOption {
  @Option(
      names = {"-s", "--store"},
      paramLabel = "DIR",
      defaultValue = "entente-store",
      description = "Directory of the store (default: ${DEFAULT-VALUE}).")
  private Path store;

  /** Returns the directory. */
  Path directory() {
    return store;
  }
}
