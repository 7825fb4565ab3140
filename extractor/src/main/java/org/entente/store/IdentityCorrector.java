package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.correction.Column;
import org.entente.correction.Correction;
import org.entente.correction.Decision;
import org.entente.correction.Values;
import org.entente.document.Document;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Corrects who the entities of one document are. */
final class IdentityCorrector {
  private final String document;
  private final Statements statements;
  private final Iris iris;
  private final EntityFacts facts;

  IdentityCorrector(String document, Statements statements, Iris iris, EntityFacts facts) {
    this.document = document;
    this.statements = statements;
    this.iris = iris;
    this.facts = facts;
  }

  /**
   * Carries out a decision.
   *
   * @return the entity as it is called then; empty where the document has none of that name and the
   *     decision is for all documents
   */
  Optional<Node> apply(Correction row) throws DocumentCorrector.Inapplicable {
    List<Node> entities = FactCorrector.entities(statements);
    String name = row.cell(Column.NAME);
    boolean everywhere = row.cell(Column.DOCUMENT).isEmpty();
    if (everywhere && !concerns(statements, row)) {
      return Optional.empty();
    }
    Node entity = FactCorrector.only(statements, entities, name, "entity of the document");
    String value = row.cell(Column.VALUE);
    if (row.decision() == Decision.LINK) {
      return Optional.of(link(entity, Values.item(value).orElseThrow(), Values.itemName(value)));
    }
    Optional<String> item = Values.item(value);
    Optional<String> found =
        Iris.qid(entity.getURI())
            .or(
                () ->
                    statements
                        .one(entity, Terms.CLOSE_MATCH)
                        .map(n -> n.getURI().substring(Terms.WD.length())));
    if (found.isEmpty() || item.isPresent() && !item.equals(found)) {
      if (everywhere) {
        return Optional.empty();
      }
      throw new DocumentCorrector.Inapplicable(
          name + " is linked to " + found.orElse("nothing") + " without the correction");
    }
    return Optional.of(unlink(entity, found.get()));
  }

  /** Tells whether a document names what a decision for all documents is about, in full. */
  static boolean concerns(Statements statements, Correction row) {
    String name = row.cell(Column.NAME);
    return statements.has(Node.ANY, Terms.NAME, Terms.string(name))
        || FactCorrector.entities(statements).stream()
            .anyMatch(entity -> statements.isIri(name, entity.getURI()));
  }

  private Node link(Node entity, String qid, Optional<String> given) {
    List<String> names = new ArrayList<>(statements.texts(entity, Terms.NAME));
    names.addAll(statements.texts(entity, Terms.ALTERNATE_NAME));
    given.ifPresent(names::add);
    Optional<EntityFacts.Facts> known = facts.of(qid, names);
    String label =
        known
            .map(EntityFacts.Facts::label)
            .or(() -> given)
            .orElseGet(() -> names.isEmpty() ? qid : names.get(0));
    EntityType old = iris.type(entity.getURI()).orElse(EntityType.ORGANIZATION);
    EntityType type = known.map(EntityFacts.Facts::type).orElse(old);
    Node linked =
        rename(entity, iris.linked(type, label, qid), Optional.of(new Link(qid, label, 1)));
    if (type != old) {
      retype(linked, old, type);
    }
    return linked;
  }

  /** Gives an entity the type that it has by the facts, and keeps its uses right. */
  private void retype(Node entity, EntityType old, EntityType type) {
    statements.remove(entity, Terms.TYPE, Dip.of(old));
    statements.add(entity, Terms.TYPE, Dip.of(type));
    if (!statements.subjects(Dip.REPORTS_PLACE, entity).isEmpty()) {
      statements.add(entity, Terms.TYPE, Dip.PLACE);
    }
    boolean party =
        !statements.subjects(Dip.REPORTS_PARTICIPANT, entity).isEmpty()
            || !statements.subjects(Dip.REPORTS_ABSENTEE, entity).isEmpty();
    if (party && type == EntityType.PLACE) {
      statements.add(entity, Terms.TYPE, Dip.of(EntityType.POLITY));
    }
  }

  private Node unlink(Node entity, String qid) {
    DatasetGraph data = DatasetGraphFactory.create();
    Node graph = Terms.uri(iris.documentGraph(document));
    statements.graph().find().forEachRemaining(data.getGraph(graph)::add);
    StoredDocument stored = new EntityReader(data, iris, facts).read(document).orElseThrow();
    Entity read = stored.entities().get(stored.iris().indexOf(entity.getURI()));
    Optional<LocalDate> published = stored.published();
    String iri =
        iris.entity(
            read.linked(Optional.empty()),
            new Document(document, "", List.of(), published, "", "", "", document));
    Node renamed = rename(entity, iri, Optional.empty());
    // The name that the link alone gave it.
    facts
        .of(qid, List.of(read.name()))
        .map(EntityFacts.Facts::label)
        .filter(label -> !mentions(renamed, label))
        .ifPresent(label -> statements.remove(renamed, Terms.ALTERNATE_NAME, Terms.string(label)));
    return renamed;
  }

  private boolean mentions(Node entity, String words) {
    return statements.subjects(Terms.TA_IDENT_REF, entity).stream()
        .anyMatch(mention -> statements.texts(mention, Terms.ANCHOR_OF).contains(words));
  }

  private Node rename(Node entity, String iri, Optional<Link> link) {
    statements.replaceAll(
        new LinkRewriter()
            .rewrite(
                statements.triples(),
                Map.of(entity.getURI(), new LinkRewriter.Identity(iri, link))));
    return Terms.uri(iri);
  }
}
