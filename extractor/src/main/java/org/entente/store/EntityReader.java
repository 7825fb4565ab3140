package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Tenure;
import org.entente.document.Document;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Reads back the entities of a document from its graph: the names, the office and the side that it
 * gives them, and their links. The caller holds a transaction.
 */
final class EntityReader {
  /** Confidence of a link whose mention is not in the graph. */
  private static final double SURE = 0.9;

  private final DatasetGraph data;
  private final Iris iris;
  private final EntityFacts facts;
  private final Map<Node, Tenure> tenures = new HashMap<>();

  EntityReader(DatasetGraph data, Iris iris, EntityFacts facts) {
    this.data = data;
    this.iris = iris;
    this.facts = facts;
    for (Tenure tenure : Tenure.values()) {
      tenures.put(Dip.of(tenure), tenure);
    }
  }

  /** Returns a document; empty when the store does not hold it. */
  Optional<StoredDocument> read(String id) {
    Node graph = Terms.uri(iris.documentGraph(id));
    Node document = Terms.uri(iris.document(id));
    Optional<Node> text = one(graph, document, Terms.IS_STRING);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> published =
        one(graph, document, Terms.ISSUED).map(n -> LocalDate.parse(n.getLiteralLexicalForm()));
    Document about = new Document(id, "", List.of(), published, "", "", "", id);
    TreeSet<String> found = new TreeSet<>();
    for (EntityType type : EntityType.values()) {
      Iterator<Quad> typed = data.find(graph, Node.ANY, Terms.TYPE, Dip.of(type));
      while (typed.hasNext()) {
        found.add(typed.next().getSubject().getURI());
      }
    }
    List<Entity> entities = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String iri : found) {
      entity(graph, iri, entities.size(), about)
          .ifPresent(
              entity -> {
                entities.add(entity);
                named.add(iri);
              });
    }
    return Optional.of(
        new StoredDocument(id, text.get().getLiteralLexicalForm(), published, entities, named));
  }

  private Optional<Entity> entity(Node graph, String iri, int number, Document document) {
    Node node = Terms.uri(iri);
    List<String> names = texts(graph, node, Terms.NAME);
    Optional<EntityType> type = iris.type(iri);
    if (names.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n));
    List<String> others = new ArrayList<>(names.subList(1, names.size()));
    others.addAll(texts(graph, node, Terms.ALTERNATE_NAME));
    List<Node> parts = subjects(graph, Dip.AGENT, node);
    List<Node> mentions = subjects(graph, Terms.TA_IDENT_REF, node);
    mentions.removeIf(mention -> all(graph, mention, Terms.TA_IDENT_REF).size() > 1);
    List<Node> stretches = new ArrayList<>(parts);
    stretches.addAll(mentions);
    String office = "";
    Tenure tenure = Tenure.CURRENT;
    String represents = "";
    for (Node stretch : stretches) {
      Optional<Node> held = one(graph, stretch, Dip.OFFICE);
      if (office.isEmpty() && held.isPresent()) {
        office = held.get().getLiteralLexicalForm();
        tenure = one(graph, stretch, Dip.TENURE).map(tenures::get).orElse(Tenure.CURRENT);
      }
      Optional<Node> side = one(graph, stretch, Dip.REPRESENTS);
      if (represents.isEmpty() && side.isPresent()) {
        represents = name(graph, side.get());
      }
    }
    double confidence =
        mentions.stream()
            .flatMap(mention -> one(graph, mention, Terms.TA_CONFIDENCE).stream())
            .mapToDouble(n -> Double.parseDouble(n.getLiteralLexicalForm()))
            .findFirst()
            .orElse(SURE);
    Entity entity =
        new Entity(
            number,
            type.get(),
            names.get(0),
            others,
            office,
            tenure,
            represents,
            link(graph, node, confidence),
            true,
            false,
            List.of());
    boolean byDescription =
        entity.link().isEmpty() && iri.equals(iris.entity(described(entity), document));
    return Optional.of(byDescription ? described(entity) : entity);
  }

  /** The same entity as one that is known by a description alone. */
  private static Entity described(Entity entity) {
    return new Entity(
        entity.id(),
        entity.type(),
        entity.name(),
        entity.otherNames(),
        entity.office(),
        entity.tenure(),
        entity.represents(),
        entity.link(),
        false,
        entity.reporter(),
        entity.within());
  }

  private Optional<Link> link(Node graph, Node entity, double confidence) {
    Optional<String> sure = Iris.qid(entity.getURI());
    List<String> names = texts(graph, entity, Terms.NAME);
    names.addAll(texts(graph, entity, Terms.ALTERNATE_NAME));
    return sure.or(
            () ->
                one(graph, entity, Terms.CLOSE_MATCH)
                    .map(n -> n.getURI().substring(Terms.WD.length())))
        .map(
            qid ->
                new Link(
                    qid,
                    facts.of(qid, names).map(EntityFacts.Facts::label).orElse(names.get(0)),
                    sure.isPresent() ? Math.max(confidence, Iris.SURE) : confidence));
  }

  private String name(Node graph, Node side) {
    List<String> names = texts(graph, side, Terms.NAME);
    return Iris.qid(side.getURI())
        .flatMap(qid -> facts.of(qid, names))
        .map(EntityFacts.Facts::label)
        .orElse(names.isEmpty() ? "" : names.get(0));
  }

  private List<String> texts(Node graph, Node subject, Node property) {
    List<String> texts = new ArrayList<>();
    all(graph, subject, property).forEach(n -> texts.add(n.getLiteralLexicalForm()));
    texts.sort(null);
    return texts;
  }

  private List<Node> subjects(Node graph, Node property, Node object) {
    List<Node> subjects = new ArrayList<>();
    Iterator<Quad> quads = data.find(graph, Node.ANY, property, object);
    while (quads.hasNext()) {
      subjects.add(quads.next().getSubject());
    }
    subjects.sort(Comparator.comparing(Node::getURI));
    return subjects;
  }

  private List<Node> all(Node graph, Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    Iterator<Quad> quads = data.find(graph, subject, property, Node.ANY);
    while (quads.hasNext()) {
      objects.add(quads.next().getObject());
    }
    return objects;
  }

  private Optional<Node> one(Node graph, Node subject, Node property) {
    return all(graph, subject, property).stream().findFirst();
  }
}
