package org.entente.train;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.name.NameEvents;
import org.entente.analysis.name.NameTagger;

/**
 * Trains a name model with OpenNLP's averaged perceptron and writes it with its model card. The
 * same data, settings and program give the same model, byte for byte.
 */
public final class TrainNames {
  /** The project's own sentences count this often, since they alone follow the guideline fully. */
  private static final int OWN_WEIGHT = 2;

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
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    parameters.put("PrintMessages", false);
    MaxentModel model =
        TrainerFactory.getEventTrainer(parameters, new HashMap<>()).train(events(documents));
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(NameTagger.MODEL);
    Files.write(file, bytes(model));
    progress.accept("model " + file + ", " + Files.size(file) / 1024 + " KB");
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

  private static byte[] bytes(MaxentModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      new GenericModelWriter((AbstractModel) model, out).persist();
    }
    return bytes.toByteArray();
  }

  /** The events of all documents, made as they are read, since together they need gigabytes. */
  private static ObjectStream<Event> events(List<TaggedDocument> documents) {
    NameEvents features = new NameEvents();
    return new ObjectStream<>() {
      private int next;
      private Iterator<Event> events = Collections.emptyIterator();

      @Override
      public Event read() {
        while (!events.hasNext()) {
          if (next == documents.size()) {
            return null;
          }
          TaggedDocument document = documents.get(next++);
          events = features.of(document.forms(), document.names()).iterator();
        }
        return events.next();
      }

      @Override
      public void reset() {
        next = 0;
        events = Collections.emptyIterator();
      }
    };
  }
}
