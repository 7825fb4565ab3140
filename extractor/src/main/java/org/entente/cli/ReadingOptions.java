package org.entente.cli;

import org.entente.extraction.ExtractionSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how meetings are read. */
final class ReadingOptions {
  private double least = ExtractionSettings.DEFAULTS.least();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--patterns-only",
      description = "Read by the patterns alone; no model judges or completes what they read.")
  private boolean patternsOnly;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = {
        "Leave out events that are less likely to be right than this, 0 to 1.",
        "Lower it to miss fewer, raise it to invent fewer."
      })
  void setLeast(double given) {
    if (!(given >= 0 && given <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--min-confidence takes a number from 0 to 1.");
    }
    least = given;
  }

  /** Returns the least confidence, 0 to 1. */
  double least() {
    return least;
  }

  /** Returns how meetings are read. */
  ExtractionSettings settings() {
    return patternsOnly ? ExtractionSettings.PATTERNS : new ExtractionSettings(true, least);
  }
}
