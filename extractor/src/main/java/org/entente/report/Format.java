package org.entente.report;

/** In which form parties deal with each other at an event; an event may have several. */
public enum Format {
  /** Two principals alone with each other. */
  ONE_ON_ONE("OneOnOne"),
  /** Principals with a set number of aides on each side, or with their delegations. */
  DELEGATIONS("Delegations"),
  /** Two sides. */
  BILATERAL("Bilateral"),
  /** Three sides. */
  TRILATERAL("Trilateral"),
  /** Four sides or more. */
  MULTILATERAL("Multilateral"),
  /** Without press or public. */
  CLOSED_DOOR("ClosedDoor"),
  /** Kept from the public. */
  SECRET("Secret"),
  /** Without agenda or protocol. */
  INFORMAL("Informal"),
  /** In one place, as the text stresses. */
  IN_PERSON("InPerson"),
  /** Over a video link. */
  BY_VIDEO("ByVideo"),
  /** By telephone. */
  BY_TELEPHONE("ByTelephone"),
  /** Through somebody between the sides. */
  INDIRECT("Indirect");

  private final String conceptName;

  Format(String conceptName) {
    this.conceptName = conceptName;
  }

  /** Returns the local name of the concept in the ontology. */
  public String conceptName() {
    return conceptName;
  }
}
