package org.entente.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.AbstractEventModelSequenceTrainer;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.Sequence;
import opennlp.tools.ml.model.SequenceStream;
import org.entente.analysis.name.Lattice;
import org.entente.analysis.name.NameChain;
import org.entente.analysis.name.OutcomeOrder;

/**
 * A sequence trainer for OpenNLP: finds the weights of a conditional random field by stochastic
 * gradients with steps of their own length for each weight (Duchi, Hazan and Singer, 2011), and
 * keeps them in an OpenNLP maximum-entropy model. In each pass over the data, a share of the
 * features of every token is hidden at random, so that no weight relies on one feature that unseen
 * text may lack; the result is the mean of the weights after each pass of the later half.
 *
 * <p>Besides the parameters of every OpenNLP trainer it takes {@link #RATE}, {@link #HIDDEN} and
 * {@link #SEED}. The same data and parameters give the same weights on every machine.
 */
final class ChainTrainer extends AbstractEventModelSequenceTrainer {
  /** Parameter: the length of the steps. */
  static final String RATE = "Rate";

  /** Parameter: the share of features hidden in each pass, 0 to 1. */
  static final String HIDDEN = "Hidden";

  /** Parameter: the seed of the order of sentences and of what is hidden. */
  static final String SEED = "Seed";

  /** A feature that counts together with the outcome before must occur this often. */
  private static final int STEP_CUTOFF = 20;

  /** Gradients below this are no news. */
  private static final float LEAST = 1e-4f;

  private static final float DAMPING = 1e-2f;

  /** Weights are kept in multiples of 1/this, which makes the model small. */
  private static final double GRAIN = 64;

  private final Map<String, Integer> tokenIds = new HashMap<>();
  private final Map<String, Integer> stepIds = new HashMap<>();
  private List<String> outcomes = List.of();
  private int n;
  private Weights tokenWeights = new Weights(0);
  private Weights stepWeights = new Weights(0);

  /** A sentence: features by token, those that count with the outcome before, and outcomes. */
  private record Line(int[][] tokens, int[][] steps, int[] outcomes) {}

  /** Weights with the squares of their gradients so far and the sum over passes. */
  private static final class Weights {
    private final float[] now;
    private final float[] squares;
    private final float[] sum;

    Weights(int size) {
      now = new float[size];
      squares = new float[size];
      sum = new float[size];
    }

    void step(int at, float gradient, float rate) {
      if (gradient < LEAST && gradient > -LEAST) {
        return;
      }
      squares[at] += gradient * gradient;
      now[at] -= rate * gradient / (float) Math.sqrt(squares[at] + DAMPING);
    }

    void keep() {
      for (int i = 0; i < now.length; i++) {
        sum[i] += now[i];
      }
    }
  }

  @Override
  public MaxentModel doTrain(SequenceStream<Event> events) throws IOException {
    index(events);
    List<Line> lines = new ArrayList<>();
    events.reset();
    for (Sequence<Event> line = events.read(); line != null; line = events.read()) {
      lines.add(line(line.getEvents()));
    }
    tokenWeights = new Weights(tokenIds.size() * n);
    stepWeights = new Weights(stepIds.size() * n * n);
    OutcomeOrder order = new OutcomeOrder(outcomes);
    Random random = new Random(trainingParameters.getIntParameter(SEED, 1));
    float rate = (float) trainingParameters.getDoubleParameter(RATE, 0.05);
    float hidden = (float) trainingParameters.getDoubleParameter(HIDDEN, 0);
    int kept = 0;
    for (int pass = 0; pass < getIterations(); pass++) {
      Collections.shuffle(lines, random);
      for (Line line : lines) {
        learn(line, hide(line.tokens(), hidden, random), order, rate);
      }
      if (pass >= getIterations() / 2) {
        tokenWeights.keep();
        stepWeights.keep();
        kept++;
      }
    }
    return model(kept);
  }

  /** Numbers the outcomes and the features that occur often enough. */
  private void index(SequenceStream<Event> events) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    SortedSet<String> found = new TreeSet<>();
    for (Sequence<Event> line = events.read(); line != null; line = events.read()) {
      for (Event event : line.getEvents()) {
        found.add(event.getOutcome());
        for (String feature : event.getContext()) {
          counts.merge(feature, 1, Integer::sum);
        }
      }
    }
    outcomes = List.copyOf(found);
    n = outcomes.size();
    for (Map.Entry<String, Integer> feature : new TreeMap<>(counts).entrySet()) {
      boolean step = feature.getKey().startsWith(NameChain.STEP);
      if (feature.getValue() >= (step ? Math.min(STEP_CUTOFF, 10 * getCutoff()) : getCutoff())) {
        Map<String, Integer> ids = step ? stepIds : tokenIds;
        ids.put(feature.getKey(), ids.size());
      }
    }
  }

  private Line line(Event[] events) {
    int[][] tokens = new int[events.length][];
    int[][] steps = new int[events.length][];
    int[] right = new int[events.length];
    for (int i = 0; i < events.length; i++) {
      tokens[i] = known(events[i], tokenIds);
      steps[i] = i == 0 ? new int[0] : known(events[i], stepIds);
      right[i] = outcomes.indexOf(events[i].getOutcome());
    }
    return new Line(tokens, steps, right);
  }

  private static int[] known(Event event, Map<String, Integer> ids) {
    int[] found = new int[event.getContext().length];
    int count = 0;
    for (String feature : event.getContext()) {
      Integer id = ids.get(feature);
      if (id != null) {
        found[count++] = id;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[][] hide(int[][] tokens, float share, Random random) {
    if (share <= 0) {
      return tokens;
    }
    int[][] shown = new int[tokens.length][];
    for (int i = 0; i < tokens.length; i++) {
      int[] left = new int[tokens[i].length];
      int count = 0;
      for (int feature : tokens[i]) {
        if (random.nextFloat() >= share) {
          left[count++] = feature;
        }
      }
      shown[i] = Arrays.copyOf(left, count);
    }
    return shown;
  }

  private void learn(Line line, int[][] tokens, OutcomeOrder order, float rate) {
    int length = tokens.length;
    double[][] tokenScores = new double[length][n];
    double[][][] stepScores = new double[length][n][n];
    for (int i = 0; i < length; i++) {
      for (int feature : tokens[i]) {
        for (int k = 0; k < n; k++) {
          tokenScores[i][k] += tokenWeights.now[feature * n + k];
        }
      }
      for (int feature : line.steps()[i]) {
        for (int before = 0; before < n; before++) {
          int row = (feature * n + before) * n;
          for (int k = 0; k < n; k++) {
            stepScores[i][before][k] += stepWeights.now[row + k];
          }
        }
      }
    }
    Lattice lattice = new Lattice(order, tokenScores, stepScores);
    lattice.sum();
    float[] gradients = new float[n];
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < n; k++) {
        gradients[k] = (float) (lattice.token(i, k) - (line.outcomes()[i] == k ? 1 : 0));
      }
      for (int feature : tokens[i]) {
        for (int k = 0; k < n; k++) {
          tokenWeights.step(feature * n + k, gradients[k], rate);
        }
      }
      for (int before = 0; i > 0 && before < n; before++) {
        boolean stood = line.outcomes()[i - 1] == before;
        for (int k = 0; k < n; k++) {
          double right = stood && line.outcomes()[i] == k ? 1 : 0;
          gradients[k] = (float) (lattice.step(i, before, k) - right);
        }
        for (int feature : line.steps()[i]) {
          int row = (feature * n + before) * n;
          for (int k = 0; k < n; k++) {
            stepWeights.step(row + k, gradients[k], rate);
          }
        }
      }
    }
  }

  private AbstractModel model(int kept) {
    SortedMap<String, Context> predicates = new TreeMap<>();
    tokenIds.forEach((feature, id) -> put(predicates, feature, tokenWeights.sum, id * n, kept));
    stepIds.forEach(
        (feature, id) -> {
          for (int before = 0; before < n; before++) {
            put(
                predicates,
                outcomes.get(before) + feature,
                stepWeights.sum,
                (id * n + before) * n,
                kept);
          }
        });
    return new GISModel(
        predicates.values().toArray(Context[]::new),
        predicates.keySet().toArray(String[]::new),
        outcomes.toArray(String[]::new));
  }

  private void put(
      SortedMap<String, Context> predicates, String name, float[] sums, int from, int kept) {
    int[] numbers = new int[n];
    double[] weights = new double[n];
    int count = 0;
    for (int k = 0; k < n; k++) {
      double weight = Math.rint(sums[from + k] / (double) kept * GRAIN) / GRAIN;
      if (weight != 0) {
        numbers[count] = k;
        weights[count++] = weight;
      }
    }
    if (count > 0) {
      predicates.put(
          name, new Context(Arrays.copyOf(numbers, count), Arrays.copyOf(weights, count)));
    }
  }
}
