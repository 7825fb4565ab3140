package org.entente.report;

/** With what result an event ended; an event may have several. */
public enum Outcome {
  /** The parties agreed on something. */
  AGREEMENT("Agreement"),
  /** They did not agree on what they had met for. */
  NO_AGREEMENT("NoAgreement"),
  /** They signed a document. */
  SIGNING("Signing"),
  /** They issued a statement together. */
  JOINT_STATEMENT("JointStatement"),
  /** They agreed to meet or talk again. */
  FURTHER_MEETING("FurtherMeeting");

  private final String conceptName;

  Outcome(String conceptName) {
    this.conceptName = conceptName;
  }

  /** Returns the local name of the concept in the ontology. */
  public String conceptName() {
    return conceptName;
  }

  /** Whether the two cannot both be true of one event. */
  public boolean contradicts(Outcome other) {
    return this == NO_AGREEMENT && (other == AGREEMENT || other == SIGNING)
        || other == NO_AGREEMENT && (this == AGREEMENT || this == SIGNING);
  }
}
