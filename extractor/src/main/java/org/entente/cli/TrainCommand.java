package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.evaluate.ScoresFormat;
import org.entente.train.NameFigures;
import org.entente.train.TrainMeetings;
import org.entente.train.TrainMeetingsSettings;
import org.entente.train.TrainNames;
import org.entente.train.TrainNamesSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains the models of the program. */
@Command(
    name = "train",
    description = "Train a model of the program on corpora of your own choice.",
    footerHeading = "%nExample:%n",
    footer = "  entente train names corpora/ --output models/")
final class TrainCommand implements Runnable {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a model: names or meetings.");
  }

  @Command(
      name = "names",
      description = {
        "Train the model that finds names of people, organizations and places, measure it on the"
            + " test texts of the corpora, and write it with its model card.",
        "The same data, settings and program give the same model."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente train names corpora/ --annotated own.txt --output models/")
  int names(
      @Parameters(paramLabel = "DATA", description = "Folder of the corpora.") Path data,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "DIR",
              required = true,
              description = "Folder for the model and its card.")
          Path output,
      @Option(
              names = "--annotated",
              paramLabel = "FILE",
              description = "A file of own annotated text; may be given more than once.")
          List<Path> annotated,
      @Option(
              names = "--iterations",
              paramLabel = "N",
              defaultValue = "10",
              description = "Passes over the data (default: ${DEFAULT-VALUE}).")
          int iterations,
      @Option(
              names = "--cutoff",
              paramLabel = "N",
              defaultValue = "2",
              description = "How often a feature must occur (default: ${DEFAULT-VALUE}).")
          int cutoff,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "17",
              description = "Seed of the order of documents (default: ${DEFAULT-VALUE}).")
          long seed)
      throws IOException {
    if (iterations < 1 || cutoff < 1) {
      throw new ParameterException(
          spec.commandLine(), "--iterations and --cutoff take a number of 1 or more.");
    }
    Console console = entente.console();
    TrainNames.Result result =
        new TrainNames()
            .run(
                new TrainNamesSettings(
                    data,
                    annotated == null ? List.of() : annotated,
                    output,
                    iterations,
                    cutoff,
                    seed),
                console::stage);
    console.result(NameFigures.table(result.figures()));
    console.stage("Wrote " + result.model() + " and " + result.card());
    return ExitCode.OK;
  }

  @Command(
      name = "meetings",
      description = {
        "Train the models that complete what the patterns read: events, parties, places and dates"
            + " that they miss, and how likely each event is right.",
        "The same data, settings and program give the same models."
      },
      footerHeading = "%nExample:%n",
      footer = "  entente train meetings annotated.txt --output models/")
  int meetings(
      @Parameters(
              paramLabel = "GOLD",
              arity = "1..*",
              description = "Files of documents whose meetings were annotated by hand.")
          List<Path> gold,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "DIR",
              required = true,
              description = "Folder for the models.")
          Path output,
      @Option(
              names = "--folds",
              paramLabel = "N",
              description = "Measure by cross-validation in N parts, and write nothing.")
          Integer folds,
      @Option(
              names = "--test",
              paramLabel = "GOLD",
              description =
                  "Measure on this file, which is not trained on, for the card; may be given more"
                      + " than once.")
          List<Path> test,
      @Option(
              names = "--min-confidence",
              paramLabel = "P",
              defaultValue = "0",
              description =
                  "Leave events that are less likely to be right out of the scores (default:"
                      + " ${DEFAULT-VALUE}).")
          double least,
      @Option(
              names = "--errors",
              description = "With --folds: print what was missed, invented or read differently.")
          boolean errors,
      @Option(
              names = "--iterations",
              paramLabel = "N",
              defaultValue = "100",
              description = "Most passes over the data (default: ${DEFAULT-VALUE}).")
          int iterations,
      @Option(
              names = "--cutoff",
              paramLabel = "N",
              defaultValue = "2",
              description = "How often a feature must occur (default: ${DEFAULT-VALUE}).")
          int cutoff,
      @Option(
              names = "--l2",
              paramLabel = "X",
              defaultValue = "0.4",
              description =
                  "Weight of the penalty on large parameters (default: ${DEFAULT-VALUE}).")
          double l2)
      throws IOException {
    if (iterations < 1 || cutoff < 1 || l2 < 0 || folds != null && folds < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "--iterations and --cutoff take a number of 1 or more, --l2 of 0 or more, --folds of 2"
              + " or more.");
    }
    Console console = entente.console();
    TrainMeetings training =
        new TrainMeetings(new TrainMeetingsSettings(gold, output, iterations, cutoff, l2));
    if (folds == null) {
      console.stage(
          "Wrote " + training.run(test == null ? List.of() : test, least, console::stage));
      return ExitCode.OK;
    }
    TrainMeetings.Measured measured = training.crossValidate(folds, least, console::stage);
    if (errors) {
      ScoresFormat.errorLines(measured.scores()).forEach(console::result);
    }
    ScoresFormat.lines(measured.scores()).forEach(console::result);
    measured.calibration().lines().forEach(console::result);
    return ExitCode.OK;
  }
}
