package org.entente.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.analysis.name.NameModel;
import org.entente.analysis.name.NameTagger;

/**
 * Trains a name model with {@link ChainTrainer} and writes it with its model card. The same data,
 * settings and program give the same model, byte for byte.
 */
public final class TrainNames {
  /** Share of features hidden in training, and length of its steps: the best on other text. */
  private static final float HIDDEN = 0.6f;

  private static final float RATE = 0.05f;

  /**
   * What a training run wrote.
   *
   * @param model the model's file
   * @param card its model card, Markdown
   * @param figures the figures on the test texts that the data folder holds
   */
  public record Result(Path model, Path card, List<NameFigures> figures) {
    /** Copies the figures. */
    public Result {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Trains, measures and writes.
   *
   * @param settings what to train on and how
   * @param progress is told a line a stage
   * @throws IOException naming the file that cannot be read or written
   */
  public Result run(TrainNamesSettings settings, Consumer<String> progress) throws IOException {
    NameTraining training = NameTraining.read(settings);
    training.corpora().forEach((name, corpus) -> progress.accept(line(name, corpus)));
    ChainTrainer trainer =
        new ChainTrainer(
            new ChainTrainer.Settings(
                settings.iterations(), settings.cutoff(), HIDDEN, RATE, settings.seed()));
    NameModel model = trainer.train(training::examples);
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(NameTagger.MODEL);
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
    progress.accept(
        "model " + file + ", " + model.size() + " features, " + Files.size(file) / 1024 + " KB");
    List<NameFigures> figures = NameEvaluation.run(settings.data(), NameTagger.of(model));
    Path card = settings.output().resolve(NameTagger.MODEL.replace(".bin.gz", ".md"));
    Files.writeString(card, new ModelCard(settings, training.corpora(), figures, file).text());
    return new Result(file, card, figures);
  }

  private static String line(String name, List<TaggedDocument> corpus) {
    int sentences = corpus.stream().mapToInt(d -> d.sentences().size()).sum();
    int names = corpus.stream().mapToInt(d -> d.names().size()).sum();
    return name + ": " + sentences + " sentences, " + names + " names";
  }
}
