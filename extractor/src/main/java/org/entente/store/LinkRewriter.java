package org.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.annotation.Link;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Writes other links into the triples of a document's graph. */
final class LinkRewriter {
  /**
   * Who an entity is.
   *
   * @param iri its IRI
   * @param link its link to Wikidata, sure or not, if it has one
   */
  record Identity(String iri, Optional<Link> link) {
    /** Returns what an entity becomes by a link: one of another IRI where the link is sure. */
    static Identity of(String entity, Link link, Iris iris) {
      return new Identity(
          link.confidence() < Iris.SURE
              ? entity
              : iris.linked(iris.type(entity).orElseThrow(), link.label(), link.qid()),
          Optional.of(link));
    }
  }

  /**
   * Returns the triples with the entities renamed after their new links.
   *
   * @param triples the triples of the graph
   * @param identities who each entity that changes is now, by the IRI that it has
   */
  Set<Triple> rewrite(Iterable<Triple> triples, Map<String, Identity> identities) {
    Map<Node, Node> renamed = new HashMap<>();
    Map<Node, Optional<Link>> linked = new HashMap<>();
    identities.forEach(
        (iri, identity) -> {
          renamed.put(Terms.uri(iri), Terms.uri(identity.iri()));
          linked.put(Terms.uri(iri), identity.link());
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
        (old, link) ->
            link.ifPresent(known -> describe(all, old, known, renamed.get(old), rewritten)));
    return rewritten;
  }

  /** The confidence of a mention of one entity is that of its link. */
  private static Node object(
      Triple triple,
      Map<Node, Set<Node>> mentions,
      Map<Node, Optional<Link>> linked,
      Map<Node, Node> renamed) {
    Node object = triple.getObject();
    if (triple.getPredicate().equals(Terms.TA_CONFIDENCE)) {
      Set<Node> entities = mentions.getOrDefault(triple.getSubject(), Set.of());
      double confidence = Double.parseDouble(object.getLiteralLexicalForm());
      boolean changed = false;
      for (Node entity : entities) {
        if (linked.containsKey(entity)) {
          double own = linked.get(entity).map(Link::confidence).orElse(1.0);
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
