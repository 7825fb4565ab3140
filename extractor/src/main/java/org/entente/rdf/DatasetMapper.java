package org.entente.rdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** What is said of a dataset of which no person said more. */
  private static final Map<Node, Node> USUAL =
      Map.of(
          Terms.TITLE,
          Terms.string("Entente: who met whom, where and when"),
          Terms.DESCRIPTION,
          Terms.string(
              "Meetings, visits, calls and conferences of diplomacy as news texts report them, each"
                  + " with the sentences that say so."),
          Terms.LICENSE,
          Terms.uri("https://creativecommons.org/publicdomain/zero/1.0/"));

  private final Iris iris;

  /** Creates a mapper that mints by those rules. */
  public DatasetMapper(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns what the program says of the dataset, but for what a person told.
   *
   * @param triples number of triples in all graphs but this one and that of the runs
   * @param instances number of instances of each class, by the local name of the class
   * @param version version of the program, which is the creator where no person is
   * @param modified when the last run ended, if one is known
   * @param told properties of the dataset that a person told, see {@link #details}
   */
  public List<Triple> map(
      long triples,
      Map<String, Long> instances,
      String version,
      Optional<Instant> modified,
      Set<Node> told) {
    List<Triple> description = new ArrayList<>();
    Node node = Terms.uri(iris.dataset());
    add(description, node, Terms.TYPE, Terms.uri(Terms.VOID + "Dataset"));
    add(description, node, Terms.TYPE, Terms.uri(Terms.DCAT + "Dataset"));
    Node software = Terms.uri(iris.software(version));
    add(description, node, Terms.WAS_ATTRIBUTED_TO, software);
    if (!told.contains(Terms.CREATOR)) {
      add(description, node, Terms.CREATOR, software);
    }
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
    USUAL.forEach(
        (property, value) -> {
          if (!told.contains(property)) {
            add(description, node, property, value);
          }
        });
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

  /** Returns what a person says of the dataset. */
  public List<Triple> details(DatasetDetails details) {
    List<Triple> triples = new ArrayList<>();
    Node node = Terms.uri(iris.dataset());
    details.title().ifPresent(title -> add(triples, node, Terms.TITLE, Terms.string(title)));
    details
        .description()
        .ifPresent(text -> add(triples, node, Terms.DESCRIPTION, Terms.string(text)));
    details.licence().ifPresent(iri -> add(triples, node, Terms.LICENSE, Terms.uri(iri)));
    details
        .doi()
        .ifPresent(
            doi -> add(triples, node, Terms.IDENTIFIER, Terms.string("https://doi.org/" + doi)));
    for (DatasetDetails.Creator creator : details.creators()) {
      Node agent = Terms.uri(creator.iri().orElseGet(() -> iris.creator(creator.name())));
      add(triples, node, Terms.CREATOR, agent);
      add(triples, agent, Terms.TYPE, Terms.AGENT);
      add(triples, agent, Terms.LABEL, Terms.string(creator.name()));
    }
    return triples;
  }

  private static void add(List<Triple> triples, Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }
}
