package org.entente.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.entente.analysis.name.NameExamples;
import org.entente.analysis.name.NameModel;
import org.entente.analysis.name.NameTagger;

/**
 * Trains a name model with {@link ChainTrainer} and writes it with its model card. The same data,
 * settings and program give the same model, byte for byte.
 */
public final class TrainNames {
  /** The project's own sentences count this often, since they alone follow the guideline fully. */
  private static final int OWN_WEIGHT = 2;

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
    Map<String, List<TaggedDocument>> corpora =
        new LinkedHashMap<>(new NameCorpora(settings.data()).training());
    corpora.put("own sentences", AnnotatedText.ownTraining());
    corpora.put("own sentences on organizations and politics", AnnotatedText.ownTopics());
    for (Path file : settings.annotated()) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        corpora.put(file.toString(), AnnotatedText.read(reader, file.toString()));
      }
    }
    List<TaggedDocument> documents = new ArrayList<>();
    corpora.forEach(
        (name, corpus) -> {
          progress.accept(line(name, corpus));
          for (int i = 0; i < (name.equals("own sentences") ? OWN_WEIGHT : 1); i++) {
            documents.addAll(corpus);
          }
        });
    Collections.shuffle(documents, new Random(settings.seed()));
    ChainTrainer trainer =
        new ChainTrainer(
            new ChainTrainer.Settings(
                settings.iterations(), settings.cutoff(), HIDDEN, RATE, settings.seed()));
    NameExamples examples = new NameExamples();
    NameModel model =
        trainer.train(
            sink -> {
              Random chance = new Random(settings.seed());
              for (TaggedDocument document : documents) {
                examples.of(document.forms(), document.names(), chance).forEach(sink);
              }
            });
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(NameTagger.MODEL);
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
    progress.accept(
        "model " + file + ", " + model.size() + " features, " + Files.size(file) / 1024 + " KB");
    List<NameFigures> figures = NameEvaluation.run(settings.data(), NameTagger.of(model));
    Path card = settings.output().resolve(NameTagger.MODEL.replace(".bin.gz", ".md"));
    Files.writeString(card, new ModelCard(settings, corpora, figures, file).text());
    return new Result(file, card, figures);
  }

  private static String line(String name, List<TaggedDocument> corpus) {
    int sentences = corpus.stream().mapToInt(d -> d.sentences().size()).sum();
    int names = corpus.stream().mapToInt(d -> d.names().size()).sum();
    return name + ": " + sentences + " sentences, " + names + " names";
  }
}
