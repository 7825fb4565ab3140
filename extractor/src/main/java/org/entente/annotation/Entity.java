package org.entente.annotation;

import java.util.List;
import java.util.Optional;

/**
 * A person, body, state or place as one document speaks of it, over all its mentions.
 *
 * @param id number in the document, from 0
 * @param type its type
 * @param name the fullest name that the document gives it, without title; for a person known by
 *     office alone the description, such as "Iranian foreign minister"
 * @param otherNames other forms that the document uses which name it alone (no bare pronouns)
 * @param office the office that the document gives it first, or empty
 * @param tenure how that office is said to be held
 * @param represents name of the polity or body that it stands for, or empty
 * @param link the gazetteer's entity, where one was chosen with a clear margin
 * @param named whether the text names it, against one known by a description alone
 * @param reporter whether it is a news agency or outlet, which reports and is never a party
 * @param within for a place, the numbers of those entities of the document in which it lies, the
 *     narrowest first
 */
public record Entity(
    int id,
    EntityType type,
    String name,
    List<String> otherNames,
    String office,
    Tenure tenure,
    String represents,
    Optional<Link> link,
    boolean named,
    boolean reporter,
    List<Integer> within) {
  /** Copies the lists. */
  public Entity {
    otherNames = List.copyOf(otherNames);
    within = List.copyOf(within);
  }

  /** Makes an entity that is in its office, if it has one, no reporter, and in no known place. */
  public Entity(
      int id,
      EntityType type,
      String name,
      List<String> otherNames,
      String office,
      String represents,
      Optional<Link> link,
      boolean named) {
    this(
        id,
        type,
        name,
        otherNames,
        office,
        Tenure.CURRENT,
        represents,
        link,
        named,
        false,
        List.of());
  }

  /** Returns the same entity with another link. */
  public Entity linked(Optional<Link> other) {
    return new Entity(
        id, type, name, otherNames, office, tenure, represents, other, named, reporter, within);
  }
}
