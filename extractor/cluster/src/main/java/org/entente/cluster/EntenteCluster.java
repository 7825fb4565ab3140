package org.entente.cluster;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The programs of this module: one reads on a cluster, the other loads what was read. */
@Command(
    name = "entente-cluster",
    description = "Read diplomacy out of more news than one machine can.",
    subcommands = {ReadCommand.class, LoadCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(read | load)")
public final class EntenteCluster {
  /** Status of a job that failed and can be started again. */
  static final int FAILED = 1;

  private EntenteCluster() {}

  /**
   * Runs a program and exits: with 0 when it is done, 1 when it failed and can be started again, 2
   * when it was called wrongly.
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a program; returns its status. */
  static int run(String... args) {
    return new CommandLine(new EntenteCluster()).execute(args);
  }
}
