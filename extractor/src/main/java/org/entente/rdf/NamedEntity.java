package org.entente.rdf;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An entity as all documents together name it.
 *
 * @param iri its IRI
 * @param types IRIs of its classes
 * @param names the full names that documents give it, with the number of documents of each
 * @param otherNames other names that documents give it
 * @param close Wikidata identifiers of links that are not sure
 */
public record NamedEntity(
    String iri,
    Set<String> types,
    Map<String, Integer> names,
    Set<String> otherNames,
    Set<String> close)
    implements Serializable {
  /** Creates an entity without anything known of it; its parts can be added to. */
  public NamedEntity(String iri) {
    this(iri, new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Adds what other documents say of the same entity. */
  public void add(NamedEntity other) {
    types.addAll(other.types);
    other.names.forEach((name, documents) -> names.merge(name, documents, Integer::sum));
    otherNames.addAll(other.otherNames);
    close.addAll(other.close);
  }

  /** Returns all names. */
  public Set<String> allNames() {
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(otherNames);
    return all;
  }

  /** Returns the name that most documents give, of several the longest; the IRI's end if none. */
  public String commonName() {
    List<String> ranked =
        names.keySet().stream()
            .sorted(
                java.util.Comparator.<String>comparingInt(n -> -names.get(n))
                    .thenComparingInt(n -> -n.length())
                    .thenComparing(n -> n))
            .toList();
    return ranked.isEmpty() ? iri.substring(iri.lastIndexOf('/') + 1) : ranked.get(0);
  }
}
