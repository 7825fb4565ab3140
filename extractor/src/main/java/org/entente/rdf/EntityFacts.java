package org.entente.rdf;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.annotation.EntityType;

/** What is known of Wikidata's entities beyond the documents. */
public interface EntityFacts {
  /**
   * Returns what is known of an entity.
   *
   * @param qid its Wikidata identifier
   * @param names names under which it may be filed; the identifier decides
   */
  Optional<Facts> of(String qid, Collection<String> names);

  /** Returns the polity of that name, where one is sure. */
  Optional<Known> polity(String name);

  /** Returns facts that know nothing. */
  static EntityFacts none() {
    return new EntityFacts() {
      @Override
      public Optional<Facts> of(String qid, Collection<String> names) {
        return Optional.empty();
      }

      @Override
      public Optional<Known> polity(String name) {
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
   * @param country the polity that it belongs to or lies in
   * @param region the region or city around a place
   * @param position where it lies
   * @param offices the offices that a person held
   */
  record Facts(
      EntityType type,
      String label,
      String description,
      Optional<Known> country,
      Optional<Known> region,
      Optional<Position> position,
      List<Office> offices) {
    /** Copies the list. */
    public Facts {
      offices = List.copyOf(offices);
    }

    /** Returns region and country, where known. */
    public List<Known> around() {
      return java.util.stream.Stream.of(region, country).flatMap(Optional::stream).toList();
    }
  }

  /**
   * An entity of Wikidata.
   *
   * @param type its type
   * @param label its name
   * @param qid its identifier
   */
  record Known(EntityType type, String label, String qid) {}

  /**
   * An office that a person held.
   *
   * @param title its name, such as "foreign minister"
   * @param polity the state that it belongs to, where known
   * @param from first year, or 0 where unknown
   * @param to last year, or 0 where unknown or still held
   */
  record Office(String title, Optional<Known> polity, int from, int to) {}

  /**
   * A position on the globe (WGS 84).
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  record Position(double latitude, double longitude) {}
}
