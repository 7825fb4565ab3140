package org.entente.analysis.name;

/**
 * All sequences of outcomes of one sentence: the best one, and the probability of each outcome and
 * move, by the algorithms of Viterbi and of forward and backward sums. Scores are by token and
 * outcome in one row, and by token and {@linkplain OutcomeOrder move}; nothing is read of the moves
 * to the first token.
 */
public final class Lattice {
  private final OutcomeOrder order;
  private final int n;
  private final int length;
  private double[] forward = {};
  private double[] backward = {};
  private double[] scale = {};

  /**
   * Creates the lattice of a sentence.
   *
   * @param order the outcomes
   * @param length number of its tokens, at least 1
   */
  public Lattice(OutcomeOrder order, int length) {
    this.order = order;
    this.n = order.size();
    this.length = length;
  }

  /**
   * Returns the outcomes of the sequence with the highest score.
   *
   * @param tokens the scores of outcomes
   * @param moves the scores of moves
   */
  public byte[] best(float[] tokens, float[][] moves) {
    float[] scores = new float[n];
    float[] next = new float[n];
    for (int k = 0; k < n; k++) {
      scores[k] = order.first(k) ? tokens[k] : Float.NEGATIVE_INFINITY;
    }
    byte[] from = new byte[length * n];
    for (int i = 1; i < length; i++) {
      float[] steps = moves[i];
      for (int k = 0; k < n; k++) {
        float best = Float.NEGATIVE_INFINITY;
        int before = 0;
        int end = order.begin(k + 1);
        for (int move = order.begin(k); move < end; move++) {
          float score = scores[order.from(move)] + steps[move];
          if (score > best) {
            best = score;
            before = order.from(move);
          }
        }
        from[i * n + k] = (byte) before;
        next[k] = best + tokens[i * n + k];
      }
      float[] old = scores;
      scores = next;
      next = old;
    }
    int last = -1;
    for (int k = 0; k < n; k++) {
      if (order.last(k) && (last < 0 || scores[k] > scores[last])) {
        last = k;
      }
    }
    byte[] path = new byte[length];
    for (int i = length - 1; i >= 0; i--) {
      path[i] = (byte) last;
      last = from[i * n + last];
    }
    return path;
  }

  /**
   * Computes the probabilities; call it before asking for them.
   *
   * @param tokens e to the power of the scores of outcomes
   * @param moves e to the power of the scores of moves
   */
  public void sum(float[] tokens, float[][] moves) {
    forward = new double[length * n];
    backward = new double[length * n];
    scale = new double[length];
    for (int i = 0; i < length; i++) {
      int at = i * n;
      double total = 0;
      for (int k = 0; k < n; k++) {
        double sum = i == 0 && order.first(k) ? 1 : 0;
        int end = i == 0 ? order.begin(k) : order.begin(k + 1);
        for (int move = order.begin(k); move < end; move++) {
          sum += forward[at - n + order.from(move)] * moves[i][move];
        }
        forward[at + k] = i < length - 1 || order.last(k) ? sum * tokens[at + k] : 0;
        total += forward[at + k];
      }
      for (int k = 0; k < n; k++) {
        forward[at + k] /= total;
      }
      scale[i] = total;
    }
    for (int k = 0; k < n; k++) {
      backward[(length - 1) * n + k] = order.last(k) ? 1 : 0;
    }
    for (int i = length - 1; i > 0; i--) {
      int at = i * n;
      for (int k = 0; k < n; k++) {
        double share = tokens[at + k] * backward[at + k] / scale[i];
        for (int move = order.begin(k); move < order.begin(k + 1); move++) {
          backward[at - n + order.from(move)] += moves[i][move] * share;
        }
      }
    }
  }

  /** Returns the probability of an outcome at a token, after {@link #sum}. */
  public double token(int token, int outcome) {
    return forward[token * n + outcome] * backward[token * n + outcome];
  }

  /**
   * Returns the probability of a move to an outcome at a token after the first, after {@link #sum}
   * with the same scores.
   */
  public double move(int token, int move, int outcome, float[] tokens, float[][] moves) {
    int at = token * n;
    return forward[at - n + order.from(move)]
        * moves[token][move]
        * tokens[at + outcome]
        * backward[at + outcome]
        / scale[token];
  }
}
