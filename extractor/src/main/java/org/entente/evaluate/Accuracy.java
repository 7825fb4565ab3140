package org.entente.evaluate;

/**
 * How many of a number of decisions are right.
 *
 * @param right the right ones
 * @param total all of them
 */
public record Accuracy(int right, int total) {
  /** Counts nothing. */
  public static final Accuracy NONE = new Accuracy(0, 0);

  /** Adds one decision. */
  Accuracy plus(boolean isRight) {
    return new Accuracy(right + (isRight ? 1 : 0), total + 1);
  }

  /** Share of the right ones, 0 to 1; 0 when there are none at all. */
  public double share() {
    return total == 0 ? 0 : (double) right / total;
  }
}
