package org.entente.train;

/**
 * Counts of names, from which precision, recall and F1 follow.
 *
 * @param correct names found with the right bounds and the right type
 * @param found names that the tagger found
 * @param annotated names that the annotators marked
 */
public record Score(int correct, int found, int annotated) {
  /** Returns the sum of two counts. */
  public Score plus(Score other) {
    return new Score(correct + other.correct, found + other.found, annotated + other.annotated);
  }

  /** Returns the share of the found names that are right, 0 to 1; 0 where none was found. */
  public double precision() {
    return found == 0 ? 0 : (double) correct / found;
  }

  /** Returns the share of the annotated names that were found, 0 to 1; 0 where there is none. */
  public double recall() {
    return annotated == 0 ? 0 : (double) correct / annotated;
  }

  /** Returns the harmonic mean of precision and recall, 0 to 1. */
  public double f1() {
    return found + annotated == 0 ? 0 : 2.0 * correct / (found + annotated);
  }
}
