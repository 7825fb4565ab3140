package org.entente.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.Annotator;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.ScoredMeeting;
import org.entente.evaluate.Scores;
import org.entente.extraction.MeetingExamples;
import org.entente.extraction.MeetingExtractor;
import org.entente.extraction.MeetingModels;
import org.entente.extraction.MeetingModels.Decision;

/**
 * Trains the models that judge what the patterns propose, with OpenNLP's maximum entropy trainer,
 * and measures them by cross-validation over documents.
 */
public final class TrainMeetings {
  /** Parts of the documents; each is read by models that were trained on the others. */
  private static final int PARTS = 4;

  /** How often triggers are assigned anew to the annotated events, by the models so far. */
  private static final int ROUNDS = Integer.getInteger("rounds", 1);

  private final TrainMeetingsSettings settings;
  private final MeetingExamples examples = new MeetingExamples();

  /** Creates a training run. */
  public TrainMeetings(TrainMeetingsSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains on all documents and writes the models.
   *
   * @param progress is told a line a stage
   * @return the file of the models
   * @throws IOException naming the file that cannot be read or written
   */
  public Path run(Consumer<String> progress) throws IOException {
    List<AnnotatedMeetings.Pair> pairs = read(settings.files(), progress);
    MeetingModels models = train(pairs, progress);
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(MeetingModels.FILE);
    try (OutputStream out = Files.newOutputStream(file)) {
      models.write(out);
    }
    progress.accept("models " + file + ", " + Files.size(file) / 1024 + " KB");
    return file;
  }

  /**
   * Measures by cross-validation: every document is read by models that did not see it.
   *
   * @param folds number of parts, at least 2
   * @param progress is told a line a stage
   */
  public Scores crossValidate(int folds, Consumer<String> progress) throws IOException {
    List<AnnotatedMeetings.Pair> pairs = read(settings.files(), progress);
    Map<String, List<ScoredMeeting>> system = new HashMap<>();
    List<GoldDocument> gold = pairs.stream().map(AnnotatedMeetings.Pair::gold).toList();
    for (int fold = 0; fold < folds; fold++) {
      List<AnnotatedMeetings.Pair> training = new ArrayList<>();
      List<AnnotatedMeetings.Pair> testing = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        (i % folds == fold ? testing : training).add(pairs.get(i));
      }
      MeetingExtractor extractor = MeetingExtractor.with(train(training, line -> {}));
      for (AnnotatedMeetings.Pair pair : testing) {
        system.put(
            pair.gold().id(),
            extractor.extract(pair.annotated()).stream().map(AnnotatedMeetings::scored).toList());
      }
      progress.accept("fold " + (fold + 1) + " of " + folds);
    }
    return MeetingScorer.score(gold, system);
  }

  /**
   * Trains on all documents and measures on others.
   *
   * @param files gold files that are not trained on
   * @param progress is told a line a stage
   */
  public Scores measure(List<Path> files, Consumer<String> progress) throws IOException {
    MeetingExtractor extractor =
        MeetingExtractor.with(train(read(settings.files(), progress), progress));
    List<AnnotatedMeetings.Pair> pairs = read(files, progress);
    Map<String, List<ScoredMeeting>> system = new HashMap<>();
    for (AnnotatedMeetings.Pair pair : pairs) {
      system.put(
          pair.gold().id(),
          extractor.extract(pair.annotated()).stream().map(AnnotatedMeetings::scored).toList());
    }
    return MeetingScorer.score(
        pairs.stream().map(AnnotatedMeetings.Pair::gold).toList(), system);
  }

  private static List<AnnotatedMeetings.Pair> read(List<Path> files, Consumer<String> progress)
      throws IOException {
    List<AnnotatedMeetings.Pair> pairs = AnnotatedMeetings.read(files, Annotator.load());
    progress.accept(
        pairs.size()
            + " documents, "
            + pairs.stream().mapToInt(p -> p.truths().size()).sum()
            + " meetings");
    return pairs;
  }

  /**
   * Trains in stages: the decisions on sentences; then, on what models of other documents read, the
   * decisions on events and on confidence.
   */
  private MeetingModels train(List<AnnotatedMeetings.Pair> pairs, Consumer<String> progress)
      throws IOException {
    List<Map<Decision, List<Event>>> sentences =
        pairs.parallelStream()
            .map(p -> examples.ofSentences(p.annotated(), p.truths(), Optional.empty()))
            .toList();
    List<Map<Decision, MaxentModel>> unseen = unseen(sentences);
    for (int round = 0; round < ROUNDS; round++) {
      List<MeetingModels> earlier = unseen.stream().map(MeetingModels::of).toList();
      sentences =
          IntStream.range(0, pairs.size())
              .parallel()
              .mapToObj(
                  i ->
                      examples.ofSentences(
                          pairs.get(i).annotated(),
                          pairs.get(i).truths(),
                          Optional.of(earlier.get(i % PARTS))))
              .toList();
      unseen = unseen(sentences);
    }
    Map<Decision, MaxentModel> models = models(sentences);
    List<Map<Decision, List<Event>>> events = new ArrayList<>();
    confusion(sentences, unseen, progress);
    for (int part = 0; part < PARTS; part++) {
      MeetingModels first = MeetingModels.of(unseen.get(part));
      events.addAll(
          part(pairs, part).parallelStream()
              .map(pair -> examples.ofEvents(pair.annotated(), pair.truths(), first))
              .toList());
    }
    models.putAll(models(events));
    List<Map<Decision, List<Event>>> accounts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      Map<Decision, MaxentModel> of = new EnumMap<>(models);
      of.putAll(unseen.get(part));
      MeetingModels all = MeetingModels.of(of);
      accounts.addAll(
          part(pairs, part).parallelStream()
              .map(pair -> examples.ofAccounts(pair.annotated(), pair.truths(), all))
              .toList());
    }
    models.putAll(models(accounts));
    progress.accept("trained " + models.keySet());
    return MeetingModels.of(models);
  }

  /** Models of each part that were trained on the other parts. */
  private List<Map<Decision, MaxentModel>> unseen(List<Map<Decision, List<Event>>> documents)
      throws IOException {
    List<Map<Decision, MaxentModel>> unseen = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Map<Decision, List<Event>>> others = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        if (i % PARTS != part) {
          others.add(documents.get(i));
        }
      }
      unseen.add(models(others));
    }
    return unseen;
  }

  /** Tells how the decisions on sentences fare on documents that were not trained on. */
  private static void confusion(
      List<Map<Decision, List<Event>>> documents,
      List<Map<Decision, MaxentModel>> unseen,
      Consumer<String> progress) {
    Map<Decision, Map<String, Integer>> counts = new TreeMap<>();
    for (int i = 0; i < documents.size(); i++) {
      Map<Decision, MaxentModel> models = unseen.get(i % PARTS);
      documents
          .get(i)
          .forEach(
              (decision, events) -> {
                MaxentModel model = models.get(decision);
                for (Event event : events) {
                  String read = model.getBestOutcome(model.eval(event.getContext()));
                  counts
                      .computeIfAbsent(decision, key -> new TreeMap<>())
                      .merge(event.getOutcome() + " read as " + read, 1, Integer::sum);
                }
              });
    }
    counts.forEach((decision, of) -> progress.accept(decision + ": " + of));
  }

  private static List<AnnotatedMeetings.Pair> part(
      List<AnnotatedMeetings.Pair> pairs, int part) {
    List<AnnotatedMeetings.Pair> of = new ArrayList<>();
    for (int i = part; i < pairs.size(); i += PARTS) {
      of.add(pairs.get(i));
    }
    return of;
  }

  private Map<Decision, MaxentModel> models(List<Map<Decision, List<Event>>> documents)
      throws IOException {
    Map<Decision, List<Event>> events = new EnumMap<>(Decision.class);
    for (Map<Decision, List<Event>> document : documents) {
      document.forEach(
          (decision, of) ->
              events.computeIfAbsent(decision, key -> new ArrayList<>()).addAll(of));
    }
    Map<Decision, MaxentModel> models = new EnumMap<>(Decision.class);
    for (Map.Entry<Decision, List<Event>> of : events.entrySet()) {
      models.put(of.getKey(), model(of.getValue()));
    }
    return models;
  }

  private MaxentModel model(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, settings.l2());
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("PrintMessages", false);
    return TrainerFactory.getEventTrainer(parameters, new HashMap<>())
        .train(ObjectStreamUtils.createObjectStream(events));
  }
}
