package org.entente.report;

/** Whether an event took place, as a document tells it. */
public enum Status {
  /** It took place or is under way. */
  HELD("Held"),
  /** It is scheduled, expected or agreed. */
  PLANNED("Planned"),
  /** It was offered, sought or called for. */
  PROPOSED("Proposed"),
  /** It was called off or put off. */
  CANCELLED("Cancelled"),
  /** It was refused, ruled out, or is said not to have taken place. */
  DENIED("Denied");

  private final String conceptName;

  Status(String conceptName) {
    this.conceptName = conceptName;
  }

  /** Returns the local name of the concept in the ontology. */
  public String conceptName() {
    return conceptName;
  }
}
