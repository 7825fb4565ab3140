package org.entente.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entente.analysis.name.HashIndex;
import org.entente.analysis.name.Lattice;
import org.entente.analysis.name.NameExamples.Example;
import org.entente.analysis.name.NameModel;
import org.entente.analysis.name.OutcomeOrder;

/**
 * Finds the weights of a conditional random field by stochastic gradients with steps of their own
 * length for each weight (Duchi, Hazan and Singer, 2011). In each pass over the data, a share of
 * the features of every token is hidden at random, so that no weight relies on one feature that
 * unseen text may lack; the result is the mean of the weights after each pass of the later half.
 * The same data and settings give the same weights on every machine.
 */
final class ChainTrainer {
  /** A feature that counts together with the outcome before must occur this often. */
  private static final int MOVE_CUTOFF = 20;

  /** Gradients below this are no news. */
  private static final float LEAST = 1e-4f;

  private static final float DAMPING = 1e-2f;

  private final Settings settings;
  private HashIndex tokenIds = new HashIndex(0);
  private HashIndex moveIds = new HashIndex(0);
  private OutcomeOrder order = new OutcomeOrder(List.of());
  private int n;
  private Weights tokenWeights = new Weights(0);
  private Weights moveWeights = new Weights(0);

  /**
   * How to train.
   *
   * @param passes over the data, at least 1
   * @param cutoff how often a feature must occur
   * @param hidden the share of features hidden in each pass, 0 to 1
   * @param rate the length of the steps
   * @param seed of the order of sentences and of what is hidden
   */
  record Settings(int passes, int cutoff, float hidden, float rate, long seed) {}

  /** The data, read twice since all features together need gigabytes. */
  @FunctionalInterface
  interface Examples {
    /** Hands over all sentences, the same each time. */
    void read(Consumer<Example> sink);
  }

  /** A sentence: features by token, those that count with the outcome before, and outcomes. */
  private record Line(int[][] tokens, int[][] moves, int[] outcomes) {}

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

    float[] mean(int passes) {
      float[] mean = new float[sum.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = sum[i] / passes;
      }
      return mean;
    }
  }

  ChainTrainer(Settings settings) {
    this.settings = settings;
  }

  /** Trains a model. */
  NameModel train(Examples examples) {
    index(examples);
    List<Line> lines = new ArrayList<>();
    examples.read(example -> lines.add(line(example)));
    tokenWeights = new Weights(tokenIds.size() * n);
    moveWeights = new Weights(moveIds.size() * order.moves());
    Random random = new Random(settings.seed());
    int kept = 0;
    for (int pass = 0; pass < settings.passes(); pass++) {
      Collections.shuffle(lines, random);
      for (Line line : lines) {
        learn(line, hide(line.tokens(), random));
      }
      if (pass >= settings.passes() / 2) {
        tokenWeights.keep();
        moveWeights.keep();
        kept++;
      }
    }
    return NameModel.of(order, tokenIds, tokenWeights.mean(kept), moveIds, moveWeights.mean(kept));
  }

  /** Numbers the outcomes and the features that occur often enough. */
  private void index(Examples examples) {
    HashIndex tokens = new HashIndex(1 << 20);
    HashIndex moves = new HashIndex(1 << 16);
    SortedSet<String> found = new TreeSet<>();
    examples.read(
        example -> {
          found.addAll(Arrays.asList(example.outcomes()));
          count(example.tokens(), tokens);
          count(example.moves(), moves);
        });
    order = new OutcomeOrder(List.copyOf(found));
    n = order.size();
    tokenIds = frequent(tokens, settings.cutoff());
    moveIds = frequent(moves, Math.min(MOVE_CUTOFF, 10 * settings.cutoff()));
  }

  private static void count(long[][] features, HashIndex counts) {
    for (long[] token : features) {
      for (long feature : token) {
        counts.put(feature, Math.max(0, counts.get(feature)) + 1);
      }
    }
  }

  private static HashIndex frequent(HashIndex counts, int least) {
    HashIndex ids = new HashIndex(counts.size() / 2);
    for (long feature : counts.sortedKeys()) {
      if (counts.get(feature) >= least) {
        ids.put(feature, ids.size());
      }
    }
    return ids;
  }

  private Line line(Example example) {
    int length = example.outcomes().length;
    int[][] tokens = new int[length][];
    int[][] moves = new int[length][];
    int[] right = new int[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = known(example.tokens()[i], tokenIds);
      moves[i] = known(example.moves()[i], moveIds);
      right[i] = order.outcomes().indexOf(example.outcomes()[i]);
    }
    return new Line(tokens, moves, right);
  }

  private static int[] known(long[] features, HashIndex ids) {
    return Arrays.stream(features).mapToInt(ids::get).filter(id -> id >= 0).toArray();
  }

  private int[][] hide(int[][] tokens, Random random) {
    if (settings.hidden() <= 0) {
      return tokens;
    }
    int[][] shown = new int[tokens.length][];
    for (int i = 0; i < tokens.length; i++) {
      int[] left = new int[tokens[i].length];
      int count = 0;
      for (int feature : tokens[i]) {
        if (random.nextFloat() >= settings.hidden()) {
          left[count++] = feature;
        }
      }
      shown[i] = Arrays.copyOf(left, count);
    }
    return shown;
  }

  private void learn(Line line, int[][] tokens) {
    int length = tokens.length;
    float[] scores = new float[length * n];
    float[][] moves = new float[length][order.moves()];
    for (int i = 0; i < length; i++) {
      for (int feature : tokens[i]) {
        for (int k = 0; k < n; k++) {
          scores[i * n + k] += tokenWeights.now[feature * n + k];
        }
      }
      for (int feature : line.moves()[i]) {
        for (int move = 0; move < moves[i].length; move++) {
          moves[i][move] += moveWeights.now[feature * moves[i].length + move];
        }
      }
      raise(scores, i * n, n);
      raise(moves[i], 0, moves[i].length);
    }
    Lattice lattice = new Lattice(order, length);
    lattice.sum(scores, moves);
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < n; k++) {
        float gradient = (float) (lattice.token(i, k) - (line.outcomes()[i] == k ? 1 : 0));
        for (int feature : tokens[i]) {
          tokenWeights.step(feature * n + k, gradient, settings.rate());
        }
      }
      if (i > 0 && line.moves()[i].length > 0) {
        learnMoves(line, i, lattice, scores, moves);
      }
    }
  }

  private void learnMoves(Line line, int i, Lattice lattice, float[] scores, float[][] moves) {
    for (int k = 0; k < n; k++) {
      for (int move = order.begin(k); move < order.begin(k + 1); move++) {
        boolean right = line.outcomes()[i] == k && line.outcomes()[i - 1] == order.from(move);
        float gradient = (float) (lattice.move(i, move, k, scores, moves) - (right ? 1 : 0));
        for (int feature : line.moves()[i]) {
          moveWeights.step(feature * order.moves() + move, gradient, settings.rate());
        }
      }
    }
  }

  /** Replaces scores by e to the power of them, all less by the most of them. */
  private static void raise(float[] scores, int begin, int count) {
    float most = Float.NEGATIVE_INFINITY;
    for (int k = begin; k < begin + count; k++) {
      most = Math.max(most, scores[k]);
    }
    for (int k = begin; k < begin + count; k++) {
      scores[k] = (float) StrictMath.exp(scores[k] - most);
    }
  }
}
