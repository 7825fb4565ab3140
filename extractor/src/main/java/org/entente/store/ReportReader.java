package org.entente.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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
 * Reads back from the graphs of documents, one after another, what consolidation and the graph of
 * entities are derived from.
 */
public final class ReportReader {
  private final Iris iris;
  private final EntityFacts facts;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, NamedEntity> entities = new TreeMap<>();
  private final Map<Node, Kind> kinds = new HashMap<>();
  private final Map<Node, Status> statuses = new HashMap<>();
  private final Map<Node, Role> roles = new HashMap<>();
  private final Map<Node, Format> formats = new HashMap<>();
  private final Map<Node, Outcome> outcomes = new HashMap<>();

  /** Makes a reader that has read nothing. */
  public ReportReader(Iris iris, EntityFacts facts) {
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

  /** Reads a document. */
  public void read(Graph document) {
    document
        .find(Node.ANY, Terms.TYPE, Dip.REPORT)
        .forEachRemaining(triple -> accounts.add(account(document, triple.getSubject())));
    for (EntityType type : EntityType.values()) {
      document
          .find(Node.ANY, Terms.TYPE, Dip.of(type))
          .forEachRemaining(triple -> at(triple).types().add(triple.getObject().getURI()));
    }
    document
        .find(Node.ANY, Terms.NAME, Node.ANY)
        .forEachRemaining(triple -> at(triple).names().merge(word(triple), 1, Integer::sum));
    document
        .find(Node.ANY, Terms.ALTERNATE_NAME, Node.ANY)
        .forEachRemaining(triple -> at(triple).otherNames().add(word(triple)));
    document
        .find(Node.ANY, Terms.CLOSE_MATCH, Node.ANY)
        .forEachRemaining(
            triple ->
                at(triple).close().add(triple.getObject().getURI().substring(Terms.WD.length())));
  }

  private NamedEntity at(Triple triple) {
    return entities.computeIfAbsent(triple.getSubject().getURI(), NamedEntity::new);
  }

  private static String word(Triple triple) {
    return triple.getObject().getLiteralLexicalForm();
  }

  /** Returns the accounts of the documents that were read. */
  public List<Account> accounts() {
    return accounts;
  }

  /** Returns the entities that the documents name that were read, by IRI. */
  public Collection<NamedEntity> entities() {
    return entities.values();
  }

  /** Returns the account of one report in the graph of its document. */
  Account account(Graph graph, Node report) {
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
            .map(n -> Fingerprint.parse(n.getLiteralLexicalForm())),
        evidence(graph, report));
  }

  private static Optional<Account.Evidence> evidence(Graph graph, Node report) {
    return all(graph, report, Dip.EVIDENCE).stream()
        .map(
            mention ->
                new Account.Evidence(
                    mention.getURI(),
                    one(graph, mention, Terms.BEGIN_INDEX)
                        .map(n -> Integer.parseInt(n.getLiteralLexicalForm()))
                        .orElseThrow()))
        .min(
            Comparator.comparingInt(Account.Evidence::begin)
                .thenComparing(Account.Evidence::mention));
  }

  private <T> Set<T> concepts(Graph graph, Node report, Node property, Map<Node, T> known) {
    Set<T> found = new HashSet<>();
    all(graph, report, property).stream().map(known::get).forEach(found::add);
    found.remove(null); // a concept of another version
    return found;
  }

  private List<Account.Party> parties(Graph graph, Node report) {
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

  private List<Account.Venue> venues(Graph graph, Node report) {
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

  private static List<Node> all(Graph graph, Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    graph
        .find(subject, property, Node.ANY)
        .forEachRemaining(triple -> objects.add(triple.getObject()));
    return objects;
  }

  private static Optional<Node> one(Graph graph, Node subject, Node property) {
    return all(graph, subject, property).stream().findFirst();
  }
}
