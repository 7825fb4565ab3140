package org.entente.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.name.HashIndex;
import org.entente.analysis.name.NameExamples.Example;
import org.entente.analysis.name.NameModel;
import org.entente.analysis.name.NameTagger;
import org.entente.analysis.name.OutcomeOrder;

/**
 * A learner of OpenNLP's, which decides token by token, given the text and the features that the
 * program's own model is trained with, and read with the same search for the best sentence: what is
 * left between the two is the learner. The outcome before joins the features that count with it.
 */
final class OpenNlpLearner {
  private OpenNlpLearner() {}

  /**
   * Trains a model.
   *
   * @param algorithm OpenNLP's name of it, such as PERCEPTRON or MAXENT
   * @param iterations passes over the data
   * @param data the folder of corpora, as {@link NameCorpora} describes it
   * @throws IOException naming the file that cannot be read
   */
  static NameTagger train(String algorithm, int iterations, Path data) throws IOException {
    TrainNamesSettings settings = TrainNamesSettings.shipped(data, data);
    List<Event> events = new ArrayList<>();
    NameTraining.read(settings).examples(example -> events(example, events));
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    parameters.put("PrintMessages", false);
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, null);
    return NameTagger.of(
        chain((AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events))));
  }

  private static void events(Example example, List<Event> events) {
    String before = "";
    for (int i = 0; i < example.outcomes().length; i++) {
      List<String> context = new ArrayList<>();
      for (long feature : example.tokens()[i]) {
        context.add(Long.toHexString(feature).intern());
      }
      for (long feature : example.moves()[i]) {
        context.add((Long.toHexString(feature) + ' ' + before).intern());
      }
      before = example.outcomes()[i];
      events.add(new Event(before, context.toArray(String[]::new)));
    }
  }

  /** Copies the weights of a model into one that the tagger reads. */
  private static NameModel chain(AbstractModel model) {
    Object[] structures = model.getDataStructures();
    Map<?, ?> contexts = (Map<?, ?>) structures[1];
    String[] outcomes = (String[]) structures[2];
    OutcomeOrder order = new OutcomeOrder(List.copyOf(new TreeSet<>(Arrays.asList(outcomes))));
    Weights tokens = new Weights(order.size());
    Weights moves = new Weights(order.moves());
    contexts.forEach(
        (predicate, context) -> {
          String[] parts = ((String) predicate).split(" ");
          long feature = Long.parseUnsignedLong(parts[0], 16);
          Context weights = (Context) context;
          for (int i = 0; i < weights.getOutcomes().length; i++) {
            int outcome = order.outcomes().indexOf(outcomes[weights.getOutcomes()[i]]);
            float weight = (float) weights.getParameters()[i];
            if (parts.length == 1) {
              tokens.row(feature)[outcome] = weight;
              continue;
            }
            int before = order.outcomes().indexOf(parts[1]);
            for (int move = order.begin(outcome); move < order.begin(outcome + 1); move++) {
              if (order.from(move) == before) {
                moves.row(feature)[move] = weight;
              }
            }
          }
        });
    return NameModel.of(order, tokens.index, tokens.flat(), moves.index, moves.flat());
  }

  /** Rows of weights by feature. */
  private static final class Weights {
    private final HashIndex index = new HashIndex(1 << 16);
    private final List<float[]> rows = new ArrayList<>();
    private final int width;

    Weights(int width) {
      this.width = width;
    }

    float[] row(long feature) {
      int number = index.get(feature);
      if (number == HashIndex.NONE) {
        number = rows.size();
        index.put(feature, number);
        rows.add(new float[width]);
      }
      return rows.get(number);
    }

    float[] flat() {
      float[] flat = new float[rows.size() * width];
      for (int i = 0; i < rows.size(); i++) {
        System.arraycopy(rows.get(i), 0, flat, i * width, width);
      }
      return flat;
    }
  }
}
