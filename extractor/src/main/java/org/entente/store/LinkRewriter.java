package org.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Writes other links into the triples of a document's graph. */
final class LinkRewriter {
  private final Iris iris;

  LinkRewriter(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns the triples with the entities renamed after their new links.
   *
   * @param triples the triples of the graph
   * @param links the new link of each entity that gets one, by its IRI
   */
  Set<Triple> rewrite(Iterable<Triple> triples, Map<String, Link> links) {
    Map<Node, Node> renamed = new HashMap<>();
    Map<Node, Link> linked = new HashMap<>();
    links.forEach(
        (iri, link) -> {
          EntityType type = iris.type(iri).orElseThrow();
          Node old = Terms.uri(iri);
          linked.put(old, link);
          if (link.confidence() >= Iris.SURE) {
            renamed.put(old, Terms.uri(iris.linked(type, link.label(), link.qid())));
          }
        });
    Map<Node, Set<Node>> mentions = new HashMap<>();
    List<Triple> all = new ArrayList<>();
    for (Triple triple : triples) {
      all.add(triple);
      if (triple.getPredicate().equals(Terms.TA_IDENT_REF)) {
        mentions.computeIfAbsent(triple.getSubject(), k -> new HashSet<>()).add(triple.getObject());
      }
    }
    Set<Triple> rewritten = new LinkedHashSet<>();
    for (Triple triple : all) {
      boolean stale =
          triple.getPredicate().equals(Terms.CLOSE_MATCH)
              && linked.containsKey(triple.getSubject());
      if (!stale) {
        rewritten.add(
            Triple.create(
                renamed.getOrDefault(triple.getSubject(), triple.getSubject()),
                triple.getPredicate(),
                object(triple, mentions, linked, renamed)));
      }
    }
    linked.forEach(
        (old, link) -> describe(all, old, link, renamed.getOrDefault(old, old), rewritten));
    return rewritten;
  }

  /** The confidence of a mention of one entity is that of its link. */
  private static Node object(
      Triple triple,
      Map<Node, Set<Node>> mentions,
      Map<Node, Link> linked,
      Map<Node, Node> renamed) {
    Node object = triple.getObject();
    if (triple.getPredicate().equals(Terms.TA_CONFIDENCE)) {
      Set<Node> entities = mentions.getOrDefault(triple.getSubject(), Set.of());
      double confidence = Double.parseDouble(object.getLiteralLexicalForm());
      boolean changed = false;
      for (Node entity : entities) {
        if (linked.containsKey(entity)) {
          double own = linked.get(entity).confidence();
          confidence = entities.size() == 1 ? own : Math.min(confidence, own);
          changed = true;
        }
      }
      return changed ? Terms.confidence(confidence) : object;
    }
    return renamed.getOrDefault(object, object);
  }

  private static void describe(
      List<Triple> triples, Node old, Link link, Node entity, Set<Triple> rewritten) {
    if (link.confidence() < Iris.SURE) {
      rewritten.add(Triple.create(entity, Terms.CLOSE_MATCH, Terms.uri(Terms.WD + link.qid())));
      return;
    }
    Node label = Terms.string(link.label());
    if (!triples.contains(Triple.create(old, Terms.NAME, label))) {
      rewritten.add(Triple.create(entity, Terms.ALTERNATE_NAME, label));
    }
  }
}
