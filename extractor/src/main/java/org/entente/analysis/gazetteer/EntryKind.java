package org.entente.analysis.gazetteer;

/** What an entry of the gazetteer is. */
public enum EntryKind {
  /** A human being. */
  PERSON,
  /** A body, organ, ministry, party or armed movement. */
  ORGANIZATION,
  /** A news agency, outlet or platform, which reports and is never a party. */
  REPORTER,
  /** A state or territory, past or present. */
  POLITY,
  /** A city, region, building or other place. */
  PLACE
}
