package org.entente.evaluate;

/**
 * Right, invented and missed items, with the measures made of them; a measure of nothing is 0.
 *
 * @param truePositives items that both sides have
 * @param falsePositives items of the system alone
 * @param falseNegatives items of the gold standard alone
 */
public record Counts(int truePositives, int falsePositives, int falseNegatives) {
  /** Counts nothing. */
  public static final Counts NONE = new Counts(0, 0, 0);

  /** Adds items: how many match, and how many each side has. */
  Counts plus(int matching, int gold, int system) {
    return new Counts(
        truePositives + matching,
        falsePositives + system - matching,
        falseNegatives + gold - matching);
  }

  /** Share of the system's items that are right, 0 to 1. */
  public double precision() {
    return share(truePositives, truePositives + falsePositives);
  }

  /** Share of the gold items that were found, 0 to 1. */
  public double recall() {
    return share(truePositives, truePositives + falseNegatives);
  }

  /** Harmonic mean of precision and recall, 0 to 1. */
  public double f1() {
    double p = precision();
    double r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
