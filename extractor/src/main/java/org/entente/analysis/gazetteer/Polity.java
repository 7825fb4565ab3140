package org.entente.analysis.gazetteer;

import java.util.List;

/**
 * A state or territory, past or present.
 *
 * @param qid Wikidata identifier, or empty where none is sure
 * @param label its usual English name
 * @param code ISO 3166-1 alpha-2 code, or an own one
 * @param adjectives its adjectives ("Iraqi")
 * @param people names of its people ("Iraqis")
 * @param aliases its other names
 * @param seats its capitals and seats of government
 * @param from first year of its existence, or 0
 * @param to last year of its existence, or 0
 * @param latitude degrees north, or NaN
 * @param longitude degrees east, or NaN
 */
public record Polity(
    String qid,
    String label,
    String code,
    List<String> adjectives,
    List<String> people,
    List<String> aliases,
    List<String> seats,
    int from,
    int to,
    double latitude,
    double longitude) {
  /** Copies the lists. */
  public Polity {
    adjectives = List.copyOf(adjectives);
    people = List.copyOf(people);
    aliases = List.copyOf(aliases);
    seats = List.copyOf(seats);
  }

  /** Returns its first adjective, or its label where it has none. */
  public String adjective() {
    return adjectives.isEmpty() ? label : adjectives.get(0);
  }
}
