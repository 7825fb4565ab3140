package org.entente.cli;

import java.util.OptionalDouble;
import org.entente.extraction.ExtractionSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how meetings are read. */
final class ReadingOptions {
  private OptionalDouble least = OptionalDouble.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--models",
      description = {
        "Let the models judge and complete what the patterns read. They find more, and give each event"
            + " a confidence that is the share of such events with the right parties and status."
      })
  private boolean models;

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
    least = OptionalDouble.of(given);
  }

  /** Returns how meetings are read. */
  ExtractionSettings settings() {
    ExtractionSettings usual = models ? ExtractionSettings.MODELS : ExtractionSettings.PATTERNS;
    return new ExtractionSettings(models, least.orElse(usual.least()));
  }
}
