package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.train.NameFigures;
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
    throw new ParameterException(spec.commandLine(), "Name a model: names.");
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
}
