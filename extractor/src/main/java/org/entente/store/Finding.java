package org.entente.store;

import java.util.Optional;
import org.entente.correction.Correction;

/**
 * What became of a decision.
 *
 * @param row the decision
 * @param documents in how many documents it was carried out; 1 for one on two reports
 * @param trouble why it was not carried out, or not everywhere
 */
public record Finding(Correction row, int documents, Optional<String> trouble) {
  /** Tells whether it has an effect. */
  public boolean applies() {
    return documents > 0;
  }
}
