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
      names = "--patterns-only",
      description = {
        "Read with the patterns alone, without the models that complete and rate what they read."
            + " The confidence of an event is then only that of its pattern."
      })
  private boolean patternsOnly;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = {
        "Leave out events that are less likely to be right than this, 0 to 1; 0 keeps all.",
        "Without it, precision comes first: that two met must reach 0.4, and an"
            + " event that only the models read must reach 0.9."
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
    ExtractionSettings usual =
        patternsOnly ? ExtractionSettings.PATTERNS : ExtractionSettings.DEFAULTS;
    return least.isPresent() ? new ExtractionSettings(usual.models(), least.getAsDouble()) : usual;
  }
}
