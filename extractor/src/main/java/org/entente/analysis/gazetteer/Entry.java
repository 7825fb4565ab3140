package org.entente.analysis.gazetteer;

import java.util.List;

/**
 * An entity of the gazetteer.
 *
 * @param qid Wikidata identifier, or empty where none is sure
 * @param kind what it is
 * @param label its name
 * @param aliases other names
 * @param country code of the polity that it belongs to or lies in, or empty
 * @param region the region or city around a place, or empty
 * @param offices a person's offices, the highest first
 * @param importance 0 to 1
 * @param latitude degrees north, or NaN
 * @param longitude degrees east, or NaN
 * @param description a few words on what it is, or empty
 */
public record Entry(
    String qid,
    EntryKind kind,
    String label,
    List<String> aliases,
    String country,
    String region,
    List<OfficeTerm> offices,
    double importance,
    double latitude,
    double longitude,
    String description) {
  /** Copies the lists. */
  public Entry {
    aliases = List.copyOf(aliases);
    offices = List.copyOf(offices);
  }
}
