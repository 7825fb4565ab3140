package org.entente.rdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Describes the dataset in VoID and DCAT: title, licence, creator, day, vocabularies and counts.
 */
public final class DatasetMapper {
  private static final List<String> VOCABULARIES =
      List.of(
          Dip.NS,
          Terms.NIF,
          Terms.ITSRDF,
          Terms.PROV,
          Terms.DCTERMS,
          Terms.SKOS,
          Terms.RDFS,
          Terms.GEO,
          Terms.SCHEMA,
          Terms.VOID,
          Terms.DCAT);

  private static final List<String> KEYWORDS =
      List.of("diplomacy", "meetings", "news", "event data");

  private final Iris iris;

  /** Creates a mapper that mints by those rules. */
  public DatasetMapper(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns the description.
   *
   * @param triples number of triples in all graphs but this one and that of the runs
   * @param instances number of instances of each class, by the local name of the class
   * @param version version of the program, which is the creator
   * @param modified when the last run ended, if one is known
   */
  public List<Triple> map(
      long triples, Map<String, Long> instances, String version, Optional<Instant> modified) {
    List<Triple> description = new ArrayList<>();
    Node node = Terms.uri(iris.dataset());
    add(description, node, Terms.TYPE, Terms.uri(Terms.VOID + "Dataset"));
    add(description, node, Terms.TYPE, Terms.uri(Terms.DCAT + "Dataset"));
    Node software = Terms.uri(iris.software(version));
    add(description, node, Terms.CREATOR, software);
    add(description, software, Terms.TYPE, Terms.SOFTWARE_AGENT);
    add(description, software, Terms.LABEL, Terms.string("Entente " + version));
    modified.ifPresent(time -> add(description, node, Terms.MODIFIED, Terms.time(time)));
    for (String keyword : KEYWORDS) {
      add(description, node, Terms.uri(Terms.DCAT + "keyword"), Terms.string(keyword));
    }
    add(description, node, Terms.uri(Terms.DCTERMS + "language"), Terms.string("en"));
    add(
        description,
        node,
        Terms.uri(Terms.DCTERMS + "conformsTo"),
        Terms.uri("https://w3id.org/entente/diplomacy"));
    add(description, node, Terms.TITLE, Terms.string("Entente: who met whom, where and when"));
    add(
        description,
        node,
        Terms.DESCRIPTION,
        Terms.string(
            "Meetings, visits, calls and conferences of diplomacy as news texts report them, each"
                + " with the sentences that say so."));
    add(
        description,
        node,
        Terms.uri(Terms.DCTERMS + "license"),
        Terms.uri("https://creativecommons.org/publicdomain/zero/1.0/"));
    add(
        description,
        node,
        Terms.uri(Terms.DCTERMS + "rights"),
        Terms.string(
            "The licence covers the statements of the graph. The texts of the documents and the"
                + " sentences quoted from them belong to their publishers."));
    add(description, node, Terms.uri(Terms.VOID + "uriSpace"), Terms.string(iris.base()));
    add(description, node, Terms.uri(Terms.VOID + "triples"), Terms.integer(triples));
    Optional.ofNullable(instances.get("Document"))
        .ifPresent(
            count ->
                add(description, node, Terms.uri(Terms.VOID + "documents"), Terms.integer(count)));
    for (String vocabulary : VOCABULARIES) {
      add(description, node, Terms.uri(Terms.VOID + "vocabulary"), Terms.uri(vocabulary));
    }
    instances.forEach(
        (local, count) -> {
          Node part = Terms.uri(iris.dataset() + "/class/" + local);
          add(description, node, Terms.uri(Terms.VOID + "classPartition"), part);
          add(description, part, Terms.uri(Terms.VOID + "class"), Terms.uri(Dip.NS + local));
          add(description, part, Terms.uri(Terms.VOID + "entities"), Terms.integer(count));
        });
    return description;
  }

  private static void add(List<Triple> triples, Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }
}
