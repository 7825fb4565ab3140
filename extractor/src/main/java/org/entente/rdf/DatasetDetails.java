package org.entente.rdf;

import java.util.List;
import java.util.Optional;

/**
 * What a person says of the dataset, in the place of what the program says of it by itself.
 *
 * @param title its title
 * @param description what is in it, in a sentence or two
 * @param creators who made it
 * @param licence IRI of the licence of the graph's statements
 * @param doi its DOI, such as {@code 10.5281/zenodo.1234}
 */
public record DatasetDetails(
    Optional<String> title,
    Optional<String> description,
    List<Creator> creators,
    Optional<String> licence,
    Optional<String> doi) {
  /** Says nothing. */
  public static final DatasetDetails NONE =
      new DatasetDetails(
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** Copies the list. */
  public DatasetDetails {
    creators = List.copyOf(creators);
  }

  /**
   * Somebody who made the dataset.
   *
   * @param name the name
   * @param iri an IRI of theirs, such as an ORCID iD
   */
  public record Creator(String name, Optional<String> iri) {}
}
