package org.entente.report;

/** The part that an agent has in an event. */
public enum Role {
  /** It takes part, with nothing more said. */
  PARTICIPANT("Participant"),
  /** It receives the others. */
  HOST("Host"),
  /** It is received. */
  GUEST("Guest"),
  /** It stands between the parties. */
  MEDIATOR("Mediator");

  private final String conceptName;

  Role(String conceptName) {
    this.conceptName = conceptName;
  }

  /** Returns the local name of the concept in the ontology. */
  public String conceptName() {
    return conceptName;
  }
}
