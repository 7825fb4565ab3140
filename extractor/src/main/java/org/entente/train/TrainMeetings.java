package org.entente.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.Annotator;
import org.entente.evaluate.Calibration;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.ScoredMeeting;
import org.entente.evaluate.Scores;
import org.entente.extraction.ExtractionSettings;
import org.entente.extraction.MeetingExamples;
import org.entente.extraction.MeetingExtractor;
import org.entente.extraction.MeetingModels;
import org.entente.extraction.MeetingModels.Decision;
import org.entente.extraction.Thresholds;

/**
 * Trains the models that judge what the patterns propose, with OpenNLP's maximum entropy trainer,
 * and measures them by cross-validation over documents.
 */
public final class TrainMeetings {
  /** Parts of the documents; each is read by models that were trained on the others. */
  private static final int PARTS = 4;

  /** The decisions on whole events. */
  private static final Set<Decision> OF_EVENTS =
      EnumSet.of(Decision.PLACE, Decision.TIME, Decision.RIGHT);

  /** How many times the penalty on parameters is larger for these, of which there are few cases. */
  private static final int EVENTS = 8;

  private final TrainMeetingsSettings settings;
  private final MeetingExamples examples;

  /** Creates a training run. */
  public TrainMeetings(TrainMeetingsSettings settings) {
    this(settings, Thresholds.DEFAULTS);
  }

  TrainMeetings(TrainMeetingsSettings settings, Thresholds thresholds) {
    this.settings = settings;
    this.examples = new MeetingExamples(thresholds);
  }

  /**
   * Trains on all documents and writes the models and their card.
   *
   * @param tests gold files that are not trained on, each measured for the card
   * @param least meetings below this confidence are left out of the scores
   * @param progress is told a line a stage
   * @return the file of the models
   * @throws IOException naming the file that cannot be read or written
   */
  public Path run(List<Path> tests, double least, Consumer<String> progress) throws IOException {
    List<AnnotatedMeetings.Pair> pairs = read(settings.files(), progress);
    MeetingModels models = train(pairs, progress);
    Files.createDirectories(settings.output());
    Path file = settings.output().resolve(MeetingModels.FILE);
    try (OutputStream out = Files.newOutputStream(file)) {
      models.write(out);
    }
    List<MeetingModelCard.Figure> figures = new ArrayList<>();
    for (Path test : tests) {
      List<AnnotatedMeetings.Pair> unseen = read(List.of(test), progress);
      figures.add(
          new MeetingModelCard.Figure(
              test.getFileName().toString(), measured(unseen, extract(models, unseen), least)));
    }
    int meetings = pairs.stream().mapToInt(p -> p.truths().size()).sum();
    Files.writeString(
        settings.output().resolve(MeetingModels.FILE.replace(".bin.gz", ".md")),
        new MeetingModelCard(settings, pairs.size(), meetings, file, figures).text());
    progress.accept("models " + file + ", " + Files.size(file) / 1024 + " KB");
    return file;
  }

  /**
   * Figures of models on documents that they were not trained on.
   *
   * @param scores with the meetings from the least confidence on
   * @param calibration with all meetings
   */
  public record Measured(Scores scores, Calibration calibration) {}

  /**
   * Measures by cross-validation: every document is read by models that did not see it.
   *
   * @param folds number of parts, at least 2
   * @param least meetings below this confidence are left out of the scores
   * @param progress is told a line a stage
   */
  public Measured crossValidate(int folds, double least, Consumer<String> progress)
      throws IOException {
    List<AnnotatedMeetings.Pair> pairs = read(settings.files(), progress);
    List<MeetingModels> unseen = crossTrain(pairs, folds, progress);
    Map<String, List<ScoredMeeting>> system = new HashMap<>();
    for (int fold = 0; fold < folds; fold++) {
      system.putAll(extract(unseen.get(fold), part(pairs, fold, folds)));
    }
    return measured(pairs, system, least);
  }

  private static Map<String, List<ScoredMeeting>> extract(
      MeetingModels models, List<AnnotatedMeetings.Pair> pairs) {
    MeetingExtractor extractor =
        MeetingExtractor.with(
            models,
            Thresholds.DEFAULTS,
            new ExtractionSettings(true, 0, 0, ExtractionSettings.DEFAULTS.unread()));
    return pairs.parallelStream()
        .collect(
            Collectors.toMap(
                pair -> pair.gold().id(),
                pair ->
                    extractor.extract(pair.annotated()).stream().map(ScoredMeeting::of).toList()));
  }

  private static Measured measured(
      List<AnnotatedMeetings.Pair> pairs, Map<String, List<ScoredMeeting>> system, double least) {
    List<GoldDocument> gold = pairs.stream().map(AnnotatedMeetings.Pair::gold).toList();
    Map<String, List<ScoredMeeting>> sure = new HashMap<>();
    system.forEach(
        (id, meetings) ->
            sure.put(id, meetings.stream().filter(m -> m.confidence() >= least).toList()));
    return new Measured(MeetingScorer.score(gold, sure), Calibration.of(gold, system));
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
  MeetingModels train(List<AnnotatedMeetings.Pair> pairs, Consumer<String> progress)
      throws IOException {
    List<Map<Decision, List<Event>>> sentences = ofSentences(pairs);
    List<Map<Decision, List<Event>>> events = ofEvents(pairs, unseen(sentences, PARTS));
    Map<Decision, MaxentModel> models = models(sentences);
    models.putAll(models(events));
    progress.accept("trained " + models.keySet());
    return MeetingModels.of(models);
  }

  /**
   * Trains models for each part of the documents on the other parts alone. Document i belongs to
   * part i modulo the number of parts.
   */
  List<MeetingModels> crossTrain(
      List<AnnotatedMeetings.Pair> pairs, int parts, Consumer<String> progress) throws IOException {
    List<Map<Decision, List<Event>>> sentences = ofSentences(pairs);
    List<Map<Decision, MaxentModel>> unseen = unseen(sentences, parts);
    List<Map<Decision, List<Event>>> events = ofEvents(pairs, unseen);
    List<MeetingModels> models = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      Map<Decision, MaxentModel> of = new EnumMap<>(unseen.get(part));
      of.putAll(models(others(events, part, parts)));
      models.add(MeetingModels.of(of));
      progress.accept("part " + (part + 1) + " of " + parts);
    }
    return models;
  }

  private List<Map<Decision, List<Event>>> ofSentences(List<AnnotatedMeetings.Pair> pairs) {
    return pairs.parallelStream()
        .map(p -> examples.ofSentences(p.annotated(), p.truths()))
        .toList();
  }

  /** What is to be learnt of events, as models of the sentences of other parts read them. */
  private List<Map<Decision, List<Event>>> ofEvents(
      List<AnnotatedMeetings.Pair> pairs, List<Map<Decision, MaxentModel>> unseen) {
    List<MeetingModels> models = unseen.stream().map(MeetingModels::of).toList();
    return IntStream.range(0, pairs.size())
        .parallel()
        .mapToObj(
            i ->
                examples.ofEvents(
                    pairs.get(i).annotated(), pairs.get(i).truths(), models.get(i % models.size())))
        .toList();
  }

  /** Models of sentences for each part, trained on the other parts. */
  private List<Map<Decision, MaxentModel>> unseen(
      List<Map<Decision, List<Event>>> documents, int parts) throws IOException {
    List<Map<Decision, MaxentModel>> unseen = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      unseen.add(models(others(documents, part, parts)));
    }
    return unseen;
  }

  private static <T> List<T> others(List<T> all, int part, int parts) {
    return IntStream.range(0, all.size())
        .filter(i -> i % parts != part)
        .mapToObj(all::get)
        .toList();
  }

  static <T> List<T> part(List<T> all, int part, int parts) {
    return IntStream.range(0, all.size())
        .filter(i -> i % parts == part)
        .mapToObj(all::get)
        .toList();
  }

  private Map<Decision, MaxentModel> models(List<Map<Decision, List<Event>>> documents)
      throws IOException {
    Map<Decision, List<Event>> events = new EnumMap<>(Decision.class);
    for (Map<Decision, List<Event>> document : documents) {
      document.forEach(
          (decision, of) -> events.computeIfAbsent(decision, key -> new ArrayList<>()).addAll(of));
    }
    Map<Decision, MaxentModel> models = new EnumMap<>(Decision.class);
    for (Map.Entry<Decision, List<Event>> of : events.entrySet()) {
      if (of.getValue().stream().map(Event::getOutcome).distinct().count() < 2) {
        throw new IOException(
            "The documents are too few to learn from: all cases of the decision "
                + of.getKey()
                + " have the same outcome.");
      }
      models.put(of.getKey(), model(of.getKey(), of.getValue()));
    }
    return models;
  }

  private MaxentModel model(Decision decision, List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(
        QNTrainer.L2COST_PARAM,
        OF_EVENTS.contains(decision) ? EVENTS * settings.l2() : settings.l2());
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("PrintMessages", false);
    return TrainerFactory.getEventTrainer(parameters, new HashMap<>())
        .train(ObjectStreamUtils.createObjectStream(events));
  }
}
