package org.entente.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Describes the dataset in VoID: title, licence, vocabularies and counts. */
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
          Terms.VOID);

  private final Iris iris;

  /** Creates a mapper that mints by those rules. */
  public DatasetMapper(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns the description.
   *
   * @param triples number of triples in all other graphs
   * @param instances number of instances of each class, by the local name of the class
   */
  public List<Triple> map(long triples, Map<String, Long> instances) {
    List<Triple> description = new ArrayList<>();
    Node node = Terms.uri(iris.dataset());
    add(description, node, Terms.TYPE, Terms.uri(Terms.VOID + "Dataset"));
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
