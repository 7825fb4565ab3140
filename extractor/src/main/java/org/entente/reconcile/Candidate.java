package org.entente.reconcile;

import java.util.Map;
import org.entente.export.ExportedEntity;

/**
 * An entity that a cell may stand for.
 *
 * @param entity the entity
 * @param likeness how alike its names are to the cell, 0 to 1; 1 where the cell identifies it
 * @param agreement whether it agrees with each property that was told and that it has
 * @param certain whether it alone can be meant
 */
record Candidate(
    ExportedEntity entity, double likeness, Map<String, Boolean> agreement, boolean certain) {
  /** What one property counts beside the name. */
  private static final double PROPERTY = 0.5;

  /** Returns how well it fits, 0 to 100. */
  double score() {
    double sum = likeness;
    double weight = 1;
    for (boolean agrees : agreement.values()) {
      sum += agrees ? PROPERTY : 0;
      weight += PROPERTY;
    }
    return Math.round(1000 * sum / weight) / 10.0;
  }

  /** Tells whether no property speaks against it. */
  boolean agrees() {
    return !agreement.containsValue(false);
  }

  /** Returns the same candidate as one that alone can be meant, or not. */
  Candidate certain(boolean alone) {
    return new Candidate(entity, likeness, agreement, alone);
  }
}
