package org.entente.linking;

import java.util.List;

/**
 * An item of Wikidata that a service offers for a name.
 *
 * @param qid its identifier
 * @param label its name
 * @param names its other names
 * @param description a few words on it, or empty
 * @param types names of the classes that it is said to belong to
 * @param countries identifiers of the countries that it belongs to or lies in
 * @param offices offices that it holds or held
 * @param born year of birth or founding, or 0
 * @param died year of death or end, or 0
 * @param score how well it fits by the service's own measure
 * @param sure whether the service is sure of it
 */
public record Candidate(
    String qid,
    String label,
    List<String> names,
    String description,
    List<String> types,
    List<String> countries,
    List<Office> offices,
    int born,
    int died,
    double score,
    boolean sure) {
  /** Copies the lists. */
  public Candidate {
    names = List.copyOf(names);
    types = List.copyOf(types);
    countries = List.copyOf(countries);
    offices = List.copyOf(offices);
  }

  /**
   * An office.
   *
   * @param title its name, such as "Minister of Foreign Affairs of Estonia"
   * @param from first year, or 0
   * @param to last year, or 0
   */
  public record Office(String title, int from, int to) {
    /** Tells whether it was held in that year, as far as its bounds are known. */
    boolean heldIn(int year) {
      return (from == 0 || from <= year) && (to == 0 || year <= to);
    }
  }
}
