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
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.Sequence;
import opennlp.tools.ml.model.SequenceStream;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.name.NameEvents;
import org.entente.analysis.name.NameTagger;

/**
 * Trains a name model with a {@linkplain ChainTrainer sequence trainer} for OpenNLP and writes it
 * with its model card. The same data, settings and program give the same model, byte for byte.
 */
public final class TrainNames {
  /** The names of this share of the own documents are trained on as bare lists too. */
  private static final double LISTED = 0.3;

  /** Share of features hidden in training, and length of its steps: the best on other text. */
  private static final double HIDDEN = 0.6;

  private static final double RATE = 0.05;

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
    corpora.put("own sentences, varied", varied(corpora.get("own sentences"), settings.seed()));
    List<TaggedDocument> documents = new ArrayList<>();
    corpora.forEach(
        (name, corpus) -> {
          progress.accept(line(name, corpus));
          documents.addAll(corpus);
        });
    Collections.shuffle(documents, new Random(settings.seed()));
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    parameters.put(ChainTrainer.RATE, RATE);
    parameters.put(ChainTrainer.HIDDEN, HIDDEN);
    parameters.put(ChainTrainer.SEED, (int) settings.seed());
    ChainTrainer trainer = new ChainTrainer();
    trainer.init(parameters, new HashMap<>());
    MaxentModel model = trainer.train(events(documents, settings.seed()));
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(NameTagger.MODEL);
    Files.write(file, bytes(model));
    progress.accept("model " + file + ", " + Files.size(file) / 1024 + " KB");
    List<NameFigures> figures = NameEvaluation.run(settings.data(), NameTagger.of(model));
    Path card = settings.output().resolve(NameTagger.MODEL.replace(".bin.gz", ".md"));
    Files.writeString(card, new ModelCard(settings, corpora, figures, file).text());
    return new Result(file, card, figures);
  }

  /** Each document with other names, and of some the names alone. */
  private static List<TaggedDocument> varied(List<TaggedDocument> own, long seed)
      throws IOException {
    Variants variants = new Variants(seed);
    Random random = new Random(seed);
    List<TaggedDocument> varied = new ArrayList<>();
    for (TaggedDocument document : own) {
      varied.add(variants.renamed(document));
      if (random.nextDouble() < LISTED) {
        TaggedDocument listed = variants.listed(document);
        if (!listed.sentences().isEmpty()) {
          varied.add(listed);
        }
      }
    }
    return varied;
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

  /** The sentences of all documents, made as they are read, since together they need gigabytes. */
  private static SequenceStream<Event> events(List<TaggedDocument> documents, long seed) {
    NameEvents features = new NameEvents();
    return new SequenceStream<>() {
      private int next;
      private Random chance = new Random(seed);
      private Iterator<List<Event>> sentences = Collections.emptyIterator();

      @Override
      public Sequence<Event> read() {
        while (!sentences.hasNext()) {
          if (next == documents.size()) {
            return null;
          }
          TaggedDocument document = documents.get(next++);
          sentences = features.of(document.forms(), document.names(), chance).iterator();
        }
        Event[] events = sentences.next().toArray(Event[]::new);
        return new Sequence<>(events, events[0]);
      }

      @Override
      public Event[] updateContext(Sequence<Event> sentence, AbstractModel model) {
        return sentence.getEvents();
      }

      @Override
      public void reset() {
        next = 0;
        chance = new Random(seed);
        sentences = Collections.emptyIterator();
      }
    };
  }
}
