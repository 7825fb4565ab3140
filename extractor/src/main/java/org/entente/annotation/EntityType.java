package org.entente.annotation;

/** The types of entity of the graph contract. */
public enum EntityType {
  /** A human being, named or known by an office only. */
  PERSON,
  /** A body, party, company, armed group or gathering that acts as one. */
  ORGANIZATION,
  /** A state or territory; it can act as a party and be a venue. */
  POLITY,
  /** A city, region, building or other place that does not act as a party. */
  PLACE
}
