package org.entente.report;

/** The kinds of event of the graph contract; each is a class of the ontology. */
public enum Kind {
  /** Face to face, of any size. */
  MEETING("Meeting"),
  /** A negotiation round at delegation level. */
  TALKS("Talks"),
  /** A named gathering of leaders. */
  SUMMIT("Summit"),
  /** An official visit. */
  VISIT("Visit"),
  /** By phone or video. */
  CALL("Call"),
  /** Another multilateral gathering; attending one is not meeting everybody there. */
  CONFERENCE("Conference");

  private final String className;

  Kind(String className) {
    this.className = className;
  }

  /** Returns the local name of the class in the ontology. */
  public String className() {
    return className;
  }

  /** Whether it is a gathering of many, which one body alone may be told to hold. */
  public boolean isGathering() {
    return this == SUMMIT || this == CONFERENCE;
  }
}
