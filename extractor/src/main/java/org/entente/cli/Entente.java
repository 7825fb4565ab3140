package org.entente.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds all others, and the options that all share. */
@Command(
    name = "entente",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Builds a knowledge graph of diplomacy from news text and serves it: who met whom, where"
            + " and when, with the sentence that says so.",
    subcommands = {
      DemoCommand.class,
      BuildCommand.class,
      ServeCommand.class,
      QueryCommand.class,
      ExplainCommand.class,
      ConflictsCommand.class,
      CorrectionsCommand.class,
      RemoveCommand.class,
      StatsCommand.class,
      DiffCommand.class,
      AnnotateCommand.class,
      LinkCommand.class,
      EnrichCommand.class,
      EvaluateCommand.class,
      GazetteerCommand.class,
      ValidateCommand.class,
      RestoreCommand.class,
      CompactCommand.class,
      ExportCommand.class,
      LoadCommand.class,
      TrainCommand.class
    },
    footerHeading = "%nThe first answer:%n",
    footer = {"  entente demo", "  entente COMMAND --help tells more, with an example."},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:Everything went well.",
      "  1:Done, and something was found: a shape violated, a figure below its floor, no match.",
      "  2:The command line is wrong.",
      "  3:Nothing could be read from the input.",
      "  4:The store is missing, broken, full, or in use by another process.",
      "  5:A port is taken, or an endpoint does not answer.",
      " 70:A defect of the program.",
      "130:Stopped by Ctrl-C; what was stored stays."
    })
final class Entente implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print details, and the messages of the libraries.")
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /** Returns the console that the options ask for. */
  Console console() {
    if (verbose) {
      Logger.getLogger("").setLevel(Level.INFO);
    }
    var line = spec.commandLine();
    return new Console(line.getOut(), line.getErr(), quiet, verbose);
  }

  /** Tells whether the user wants details. */
  boolean verbose() {
    return verbose;
  }
}
