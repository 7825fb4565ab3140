package org.entente.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.annotation.EntityType;

/**
 * Turns the entities that documents name into the triples of the graph of entities: one label each,
 * alternative labels, types, Wikidata identifiers, country, position and dated offices. Immutable
 * and thread-safe.
 */
public final class EntityMapper {
  private final Iris iris;
  private final EntityFacts facts;

  /** Creates a mapper that mints by those rules and adds what those facts know. */
  public EntityMapper(Iris iris, EntityFacts facts) {
    this.iris = iris;
    this.facts = facts;
  }

  /** Returns the label of an entity: Wikidata's where it is linked, else the common name. */
  public String label(NamedEntity entity) {
    return Iris.qid(entity.iri())
        .flatMap(qid -> facts.of(qid, entity.allNames()))
        .map(EntityFacts.Facts::label)
        .orElseGet(entity::commonName);
  }

  /** Returns where an entity lies: where it is linked, and a place or a polity. */
  public Optional<EntityFacts.Position> position(NamedEntity entity) {
    return Iris.qid(entity.iri())
        .flatMap(qid -> facts.of(qid, entity.allNames()))
        .flatMap(EntityMapper::position);
  }

  private static Optional<EntityFacts.Position> position(EntityFacts.Facts found) {
    return found
        .position()
        .filter(p -> found.type() == EntityType.PLACE || found.type() == EntityType.POLITY);
  }

  /** Returns the triples of the entities and of the countries that they belong to. */
  public List<Triple> map(Collection<NamedEntity> entities) {
    Set<String> known = new HashSet<>();
    entities.forEach(e -> known.add(e.iri()));
    return map(entities, known);
  }

  /**
   * Returns the triples of some of the entities and of the countries that they belong to.
   *
   * @param known IRIs of all polities that documents name; those that are told in passing are added
   */
  public List<Triple> map(Collection<NamedEntity> entities, Set<String> known) {
    Set<Triple> triples = new LinkedHashSet<>();
    for (NamedEntity entity : entities) {
      Node node = Terms.uri(entity.iri());
      String label = label(entity);
      entity.types().forEach(type -> add(triples, node, Terms.TYPE, Terms.uri(type)));
      add(triples, node, Terms.LABEL, Terms.string(label));
      Set<String> others = entity.allNames();
      others.remove(label);
      others.forEach(name -> add(triples, node, Terms.ALT_LABEL, Terms.string(name)));
      Optional<String> qid = Iris.qid(entity.iri());
      if (qid.isPresent()) {
        add(triples, node, Terms.EXACT_MATCH, Terms.uri(Terms.WD + qid.get()));
        facts
            .of(qid.get(), entity.allNames())
            .ifPresent(f -> facts(node, qid.get(), f, known, triples));
      } else {
        entity.close().forEach(q -> add(triples, node, Terms.CLOSE_MATCH, Terms.uri(Terms.WD + q)));
      }
    }
    keys(triples);
    return new ArrayList<>(triples);
  }

  /** Adds what queries find the entities by. */
  private static void keys(Set<Triple> triples) {
    for (Triple triple : List.copyOf(triples)) {
      Node property = triple.getPredicate();
      Node object = triple.getObject();
      if (property.equals(Terms.LABEL) || property.equals(Terms.ALT_LABEL)) {
        key(triples, triple.getSubject(), object.getLiteralLexicalForm());
        key(triples, triple.getSubject(), triple.getSubject().getURI());
      } else if (property.equals(Terms.EXACT_MATCH)) {
        key(triples, triple.getSubject(), object.getURI());
      }
    }
  }

  private static void key(Set<Triple> triples, Node entity, String name) {
    add(triples, entity, Dip.NAME_KEY, Terms.string(name.toLowerCase(Locale.ROOT)));
  }

  private void facts(
      Node node, String qid, EntityFacts.Facts found, Set<String> known, Set<Triple> triples) {
    if (!found.description().isBlank()) {
      add(triples, node, Terms.DESCRIPTION, Terms.string(found.description()));
    }
    Optional<EntityFacts.Known> country = found.country().filter(c -> !c.qid().equals(qid));
    if (country.isPresent()) {
      add(triples, node, Dip.COUNTRY, polity(country.get(), known, triples));
    }
    if (found.type() == EntityType.PERSON) {
      offices(node, found.offices(), known, triples);
    }
    position(found)
        .ifPresent(
            position -> {
              Node geometry = Terms.uri(iris.geometry(node.getURI()));
              add(triples, node, Terms.HAS_GEOMETRY, geometry);
              add(triples, geometry, Terms.TYPE, Terms.GEOMETRY);
              add(
                  triples,
                  geometry,
                  Terms.AS_WKT,
                  Terms.point(position.latitude(), position.longitude()));
            });
  }

  private void offices(
      Node person, List<EntityFacts.Office> offices, Set<String> known, Set<Triple> triples) {
    int number = 0;
    for (EntityFacts.Office office : offices) {
      Node term = Terms.uri(iris.officeTerm(person.getURI(), ++number));
      add(triples, person, Dip.OFFICE_TERM, term);
      add(triples, term, Terms.TYPE, Dip.OFFICE_TERM_CLASS);
      add(triples, term, Dip.OFFICE, Terms.string(office.title()));
      if (office.polity().isPresent()) {
        add(triples, term, Dip.COUNTRY, polity(office.polity().get(), known, triples));
      }
      if (office.from() != 0) {
        add(triples, term, Dip.FIRST_YEAR, Terms.integer(office.from()));
      }
      if (office.to() != 0) {
        add(triples, term, Dip.LAST_YEAR, Terms.integer(office.to()));
      }
    }
  }

  /** Returns the node of a polity, which is described where no document names it. */
  private Node polity(EntityFacts.Known polity, Set<String> known, Set<Triple> triples) {
    String iri = iris.linked(EntityType.POLITY, polity.label(), polity.qid());
    Node node = Terms.uri(iri);
    if (known.add(iri)) {
      add(triples, node, Terms.TYPE, Dip.of(EntityType.POLITY));
      add(triples, node, Terms.LABEL, Terms.string(polity.label()));
      add(triples, node, Terms.EXACT_MATCH, Terms.uri(Terms.WD + polity.qid()));
    }
    return node;
  }

  private static void add(Set<Triple> triples, Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }
}
