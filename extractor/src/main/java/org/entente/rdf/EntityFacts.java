package org.entente.rdf;

import java.util.Optional;
import org.entente.annotation.EntityType;

/** What is known of Wikidata's entities beyond the documents. */
public interface EntityFacts {
  /** Returns what is known of the entity with that Wikidata identifier. */
  Optional<Facts> of(String qid);

  /** Returns the Wikidata identifier of the polity of that name, where one is sure. */
  Optional<String> polity(String name);

  /** Returns facts that know nothing. */
  static EntityFacts none() {
    return new EntityFacts() {
      @Override
      public Optional<Facts> of(String qid) {
        return Optional.empty();
      }

      @Override
      public Optional<String> polity(String name) {
        return Optional.empty();
      }
    };
  }

  /**
   * Facts of one entity.
   *
   * @param type its type
   * @param label its name
   * @param description a few words, or empty
   * @param country Wikidata identifier of its country, or empty
   * @param position where it lies
   */
  record Facts(
      EntityType type,
      String label,
      String description,
      String country,
      Optional<Position> position) {}

  /**
   * A position on the globe (WGS 84).
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  record Position(double latitude, double longitude) {}
}
