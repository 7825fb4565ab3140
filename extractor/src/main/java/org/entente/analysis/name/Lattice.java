package org.entente.analysis.name;

/**
 * All sequences of outcomes of one sentence with their scores: the best one, and the probability of
 * each outcome and step, by the algorithms of Viterbi and of forward and backward sums. Uses {@link
 * StrictMath}, so that results are the same on every machine.
 */
public final class Lattice {
  private static final double IMPOSSIBLE = -1e9;

  private final OutcomeOrder order;
  private final double[][] tokens;
  private final double[][][] steps;
  private final int outcomes;
  private double[][] tokenProbabilities;
  private double[][][] stepProbabilities;

  /**
   * Creates the lattice of a sentence of at least one token.
   *
   * @param order which outcomes may follow each other
   * @param tokens score by token and outcome
   * @param steps score by token, outcome before it and outcome; nothing for the first token
   */
  public Lattice(OutcomeOrder order, double[][] tokens, double[][][] steps) {
    this.order = order;
    this.tokens = tokens;
    this.steps = steps;
    this.outcomes = tokens[0].length;
  }

  /** Returns the outcomes of the sequence with the highest score. */
  public int[] best() {
    int n = tokens.length;
    double[] scores = new double[outcomes];
    for (int k = 0; k < outcomes; k++) {
      scores[k] = order.first(k) ? tokens[0][k] : IMPOSSIBLE;
    }
    int[][] from = new int[n][outcomes];
    for (int i = 1; i < n; i++) {
      double[] next = new double[outcomes];
      for (int k = 0; k < outcomes; k++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int before = 0; before < outcomes; before++) {
          if (order.follows(before, k) && scores[before] + steps[i][before][k] > best) {
            best = scores[before] + steps[i][before][k];
            from[i][k] = before;
          }
        }
        next[k] = best + tokens[i][k];
      }
      scores = next;
    }
    int last = -1;
    for (int k = 0; k < outcomes; k++) {
      if (order.last(k) && (last < 0 || scores[k] > scores[last])) {
        last = k;
      }
    }
    int[] path = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      path[i] = last;
      last = from[i][last];
    }
    return path;
  }

  /** Computes the probabilities of outcomes and steps; call it before asking for them. */
  public void sum() {
    int n = tokens.length;
    double[][] weights = new double[n][outcomes];
    for (int i = 0; i < n; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double score : tokens[i]) {
        most = Math.max(most, score);
      }
      for (int k = 0; k < outcomes; k++) {
        weights[i][k] = StrictMath.exp(tokens[i][k] - most);
      }
    }
    double[][][] moves = new double[n][][];
    for (int i = 1; i < n; i++) {
      moves[i] = new double[outcomes][outcomes];
      for (int before = 0; before < outcomes; before++) {
        for (int k = 0; k < outcomes; k++) {
          if (order.follows(before, k)) {
            moves[i][before][k] = StrictMath.exp(steps[i][before][k]);
          }
        }
      }
    }
    double[][] forward = new double[n][outcomes];
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < outcomes; k++) {
        double sum = i == 0 && order.first(k) ? 1 : 0;
        for (int before = 0; i > 0 && before < outcomes; before++) {
          sum += forward[i - 1][before] * moves[i][before][k];
        }
        forward[i][k] = i < n - 1 || order.last(k) ? sum * weights[i][k] : 0;
        scale[i] += forward[i][k];
      }
      for (int k = 0; k < outcomes; k++) {
        forward[i][k] /= scale[i];
      }
    }
    double[][] backward = new double[n][outcomes];
    for (int k = 0; k < outcomes; k++) {
      backward[n - 1][k] = order.last(k) ? 1 : 0;
    }
    tokenProbabilities = new double[n][outcomes];
    stepProbabilities = new double[n][][];
    for (int i = n - 1; i >= 0; i--) {
      for (int k = 0; k < outcomes; k++) {
        tokenProbabilities[i][k] = forward[i][k] * backward[i][k];
      }
      if (i == 0) {
        break;
      }
      stepProbabilities[i] = new double[outcomes][outcomes];
      for (int before = 0; before < outcomes; before++) {
        double sum = 0;
        for (int k = 0; k < outcomes; k++) {
          double share = moves[i][before][k] * weights[i][k] * backward[i][k] / scale[i];
          sum += share;
          stepProbabilities[i][before][k] = forward[i - 1][before] * share;
        }
        backward[i - 1][before] = sum;
      }
    }
  }

  /** Returns the probability of an outcome at a token, after {@link #sum()}. */
  public double token(int token, int outcome) {
    return tokenProbabilities[token][outcome];
  }

  /** Returns the probability that one outcome follows another at a token after the first. */
  public double step(int token, int before, int outcome) {
    return stepProbabilities[token][before][outcome];
  }
}
