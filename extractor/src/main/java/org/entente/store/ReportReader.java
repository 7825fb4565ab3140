package org.entente.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.annotation.DateBounds;
import org.entente.annotation.EntityType;
import org.entente.consolidate.Account;
import org.entente.document.Fingerprint;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.NamedEntity;
import org.entente.rdf.Terms;
import org.entente.report.Format;
import org.entente.report.Kind;
import org.entente.report.Outcome;
import org.entente.report.Role;
import org.entente.report.Status;

/**
 * Reads back from the graphs of the documents what consolidation and the graph of entities are
 * derived from. The caller holds a transaction.
 */
final class ReportReader {
  private final DatasetGraph data;
  private final Iris iris;
  private final EntityFacts facts;
  private final Map<Node, Kind> kinds = new HashMap<>();
  private final Map<Node, Status> statuses = new HashMap<>();
  private final Map<Node, Role> roles = new HashMap<>();
  private final Map<Node, Format> formats = new HashMap<>();
  private final Map<Node, Outcome> outcomes = new HashMap<>();

  ReportReader(DatasetGraph data, Iris iris, EntityFacts facts) {
    this.data = data;
    this.iris = iris;
    this.facts = facts;
    for (Kind kind : Kind.values()) {
      kinds.put(Dip.of(kind), kind);
    }
    for (Status status : Status.values()) {
      statuses.put(Dip.of(status), status);
    }
    for (Role role : Role.values()) {
      roles.put(Dip.of(role), role);
    }
    for (Format format : Format.values()) {
      formats.put(Dip.of(format), format);
    }
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(Dip.of(outcome), outcome);
    }
  }

  /** Returns the accounts of all documents. */
  List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    Iterator<Quad> reports = data.find(Node.ANY, Node.ANY, Terms.TYPE, Dip.REPORT);
    while (reports.hasNext()) {
      Quad quad = reports.next();
      if (iris.isDocumentGraph(quad.getGraph().getURI())) {
        accounts.add(account(quad.getGraph(), quad.getSubject()));
      }
    }
    return accounts;
  }

  /** Returns the account of one report in the graph of its document. */
  Account account(Node graph, Node report) {
    Node document = one(graph, report, Dip.IN_DOCUMENT).orElseThrow();
    return new Account(
        report.getURI(),
        one(graph, document, Terms.IDENTIFIER).map(Node::getLiteralLexicalForm).orElseThrow(),
        one(graph, report, Dip.REPORTS_KIND).map(kinds::get).orElseThrow(),
        one(graph, report, Dip.REPORTS_STATUS).map(statuses::get).orElseThrow(),
        parties(graph, report),
        all(graph, report, Dip.REPORTS_ABSENTEE).stream().map(Node::getURI).sorted().toList(),
        venues(graph, report),
        one(graph, report, Dip.REPORTS_EARLIEST)
            .map(
                earliest ->
                    new DateBounds(
                        LocalDate.parse(earliest.getLiteralLexicalForm()),
                        LocalDate.parse(
                            one(graph, report, Dip.REPORTS_LATEST)
                                .orElse(earliest)
                                .getLiteralLexicalForm()))),
        one(graph, document, Terms.ISSUED).map(n -> LocalDate.parse(n.getLiteralLexicalForm())),
        one(graph, report, Dip.REPORTS_DURATION)
            .map(n -> Duration.parse(n.getLiteralLexicalForm())),
        all(graph, report, Dip.REPORTS_TOPIC).stream()
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList(),
        concepts(graph, report, Dip.REPORTS_FORMAT, formats),
        concepts(graph, report, Dip.REPORTS_OUTCOME, outcomes),
        one(graph, report, Dip.REPORTS_PART_OF).map(Node::getURI),
        one(graph, report, Dip.CONFIDENCE)
            .map(n -> Double.parseDouble(n.getLiteralLexicalForm()))
            .orElse(0.0),
        one(graph, document, Terms.PUBLISHER).map(Node::getLiteralLexicalForm).orElse(""),
        one(graph, document, Dip.FINGERPRINT)
            .map(n -> Fingerprint.parse(n.getLiteralLexicalForm())));
  }

  private <T> Set<T> concepts(Node graph, Node report, Node property, Map<Node, T> known) {
    Set<T> found = new HashSet<>();
    all(graph, report, property).stream().map(known::get).forEach(found::add);
    found.remove(null); // a concept of another version
    return found;
  }

  private List<Account.Party> parties(Node graph, Node report) {
    // The number at the end of a participation's IRI keeps the order of the document.
    Map<Integer, Account.Party> parties = new TreeMap<>();
    for (Node part : all(graph, report, Dip.REPORTS_PARTICIPATION)) {
      String iri = part.getURI();
      String agent = one(graph, part, Dip.AGENT).orElseThrow().getURI();
      parties.put(
          Integer.parseInt(iri.substring(iri.lastIndexOf('/') + 1)),
          new Account.Party(
              agent,
              iris.type(agent).orElse(EntityType.ORGANIZATION),
              one(graph, part, Dip.ROLE).map(roles::get).orElse(Role.PARTICIPANT),
              one(graph, part, Dip.OFFICE).map(Node::getLiteralLexicalForm).orElse(""),
              one(graph, part, Dip.REPRESENTS).map(Node::getURI).orElse("")));
    }
    Set<String> seen = new LinkedHashSet<>();
    return parties.values().stream().filter(p -> seen.add(p.agent())).toList();
  }

  private List<Account.Venue> venues(Node graph, Node report) {
    List<Account.Venue> venues = new ArrayList<>();
    for (Node place : all(graph, report, Dip.REPORTS_PLACE)) {
      List<String> within = new ArrayList<>();
      for (Node outer : all(graph, place, Terms.CONTAINED_IN_PLACE)) {
        within.add(outer.getURI());
      }
      List<String> names = new ArrayList<>();
      all(graph, place, Terms.NAME).forEach(n -> names.add(n.getLiteralLexicalForm()));
      all(graph, place, Terms.ALTERNATE_NAME).forEach(n -> names.add(n.getLiteralLexicalForm()));
      Iris.qid(place.getURI())
          .flatMap(qid -> facts.of(qid, names))
          .map(EntityFacts.Facts::around)
          .orElse(List.of())
          .forEach(p -> within.add(iris.linked(p.type(), p.label(), p.qid())));
      venues.add(
          new Account.Venue(
              place.getURI(),
              within.stream().distinct().filter(w -> !w.equals(place.getURI())).sorted().toList()));
    }
    venues.sort(Comparator.comparing(Account.Venue::place));
    return venues;
  }

  /** Returns the entities that documents name, by IRI. */
  Collection<NamedEntity> entities() {
    Map<String, NamedEntity> entities = new TreeMap<>();
    for (EntityType type : EntityType.values()) {
      Iterator<Quad> quads = data.find(Node.ANY, Node.ANY, Terms.TYPE, Dip.of(type));
      while (quads.hasNext()) {
        Quad quad = quads.next();
        if (iris.isDocumentGraph(quad.getGraph().getURI())) {
          at(entities, quad).types().add(quad.getObject());
        }
      }
    }
    names(entities, Terms.NAME, (e, name) -> e.names().merge(name, 1, Integer::sum));
    names(entities, Terms.ALTERNATE_NAME, (e, name) -> e.otherNames().add(name));
    Iterator<Quad> matches = data.find(Node.ANY, Node.ANY, Terms.CLOSE_MATCH, Node.ANY);
    while (matches.hasNext()) {
      Quad quad = matches.next();
      if (iris.isDocumentGraph(quad.getGraph().getURI())) {
        at(entities, quad).close().add(quad.getObject().getURI().substring(Terms.WD.length()));
      }
    }
    return entities.values();
  }

  private void names(
      Map<String, NamedEntity> entities,
      Node property,
      java.util.function.BiConsumer<NamedEntity, String> add) {
    Iterator<Quad> quads = data.find(Node.ANY, Node.ANY, property, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (iris.isDocumentGraph(quad.getGraph().getURI())) {
        add.accept(at(entities, quad), quad.getObject().getLiteralLexicalForm());
      }
    }
  }

  private static NamedEntity at(Map<String, NamedEntity> entities, Quad quad) {
    return entities.computeIfAbsent(quad.getSubject().getURI(), NamedEntity::new);
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
