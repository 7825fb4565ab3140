package org.entente.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.build.ProgramVersion;
import org.entente.rdf.Run;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What is recorded of a command that changes a store. */
final class RunRecord {
  /** Options that say where, how fast and who, and not what. */
  private static final Set<String> UNRECORDED =
      Set.of(
          "--store",
          "--base",
          "--dataset",
          "--report",
          "--threads",
          "--batch",
          "--quiet",
          "--verbose",
          "--cache",
          "--link-cache",
          "--contact");

  private RunRecord() {}

  /**
   * Returns the run that begins now.
   *
   * @param spec the command that was given, or the one above it
   * @param knowledge the models and other files that it makes use of: names to their SHA-256
   */
  static Run of(CommandSpec spec, Map<String, String> knowledge) {
    ParseResult given = spec.commandLine().getParseResult();
    while (given.hasSubcommand()) {
      given = given.subcommand();
    }
    Map<String, String> options = new TreeMap<>();
    for (OptionSpec option : given.matchedOptions()) {
      if (!UNRECORDED.contains(option.longestName())) {
        options.put(option.longestName().substring(2), String.join(" ", option.stringValues()));
      }
    }
    String command = given.commandSpec().qualifiedName();
    return new Run(
        Instant.now(),
        ProgramVersion.current(),
        command.substring(command.indexOf(' ') + 1),
        options,
        knowledge);
  }
}
