package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.consolidate.Account;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.consolidate.Consolidator;
import org.entente.consolidate.Constraints;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Collects what the store holds in support of an event. The caller holds a transaction. */
final class Explainer {
  private final DatasetGraph data;
  private final Iris iris;
  private final EntityFacts facts;

  private final CorrectionKeeper keeper;

  Explainer(DatasetGraph data, Iris iris, EntityFacts facts, CorrectionKeeper keeper) {
    this.data = data;
    this.iris = iris;
    this.facts = facts;
    this.keeper = keeper;
  }

  Optional<Explanation> explain(String event) {
    Node node = Terms.uri(event);
    Node events = Terms.uri(iris.eventsGraph());
    if (!data.contains(events, node, Terms.TYPE, Dip.EVENT)) {
      return Optional.empty();
    }
    ReportReader reader = new ReportReader(iris, facts);
    List<Account> accounts = new ArrayList<>();
    Map<String, Node> graphs = new HashMap<>();
    for (Quad link : all(events, node, Dip.HAS_REPORT)) {
      Iterator<Quad> typed = data.find(Node.ANY, link.getObject(), Terms.TYPE, Dip.REPORT);
      if (typed.hasNext()) {
        Node graph = typed.next().getGraph();
        graphs.put(link.getObject().getURI(), graph);
        accounts.add(reader.account(data.getGraph(graph), link.getObject()));
      }
    }
    // Consolidation is a pure function: put to the event's own accounts, it gives its reasons
    // again.
    Map<String, String> reasons = new HashMap<>();
    Constraints constraints =
        keeper.constraints(graphs::keySet, name -> Optional.of(data.getGraph(name)));
    for (ConsolidatedEvent again : new Consolidator().consolidate(accounts, constraints)) {
      again.joins().forEach(j -> reasons.put(j.account(), j.reason()));
    }
    List<Explanation.Support> support = new ArrayList<>();
    for (Account account : accounts) {
      support.add(support(account, graphs.get(account.id()), reasons));
    }
    support.sort(
        Comparator.comparing(
                (Explanation.Support s) -> s.published().isEmpty() ? "~" : s.published())
            .thenComparing(Explanation.Support::report));
    return Optional.of(
        new Explanation(
            event,
            text(events, node, Terms.LABEL),
            support,
            decisions(events, List.of(node)),
            triples(events, node)));
  }

  private Explanation.Support support(Account account, Node graph, Map<String, String> reasons) {
    Node report = Terms.uri(account.id());
    Node document = Terms.uri(iris.document(account.document()));
    List<Explanation.Evidence> sentences = new ArrayList<>();
    for (Quad evidence : all(graph, report, Dip.EVIDENCE)) {
      Node mention = evidence.getObject();
      sentences.add(
          new Explanation.Evidence(
              Integer.parseInt(text(graph, mention, Terms.BEGIN_INDEX)),
              Integer.parseInt(text(graph, mention, Terms.END_INDEX)),
              text(graph, mention, Terms.ANCHOR_OF)));
    }
    sentences.sort(Comparator.comparingInt(Explanation.Evidence::begin));
    String rule =
        all(graph, report, Terms.WAS_GENERATED_BY).stream()
            .map(q -> text(graph, q.getObject(), Dip.RULE))
            .findFirst()
            .orElse("");
    return new Explanation.Support(
        account.id(),
        text(graph, report, Terms.LABEL),
        account.document(),
        text(graph, document, Terms.TITLE),
        account.published().map(Object::toString).orElse(""),
        rule,
        account.confidence(),
        text(graph, report, Dip.JUDGEMENT),
        text(graph, report, Dip.DERIVATION).lines().toList(),
        sentences,
        reasons.getOrDefault(account.id(), ""),
        new Statements(data.getGraph(graph), iris).reference(report),
        decisions(graph, report, document));
  }

  /** Returns the corrections of a report, its document and those whom it names. */
  private List<String> decisions(Node graph, Node report, Node document) {
    List<Node> corrected = new ArrayList<>(List.of(report, document));
    for (Node property :
        List.of(Dip.REPORTS_PARTICIPANT, Dip.REPORTS_ABSENTEE, Dip.REPORTS_PLACE)) {
      all(graph, report, property).forEach(quad -> corrected.add(quad.getObject()));
    }
    return decisions(graph, corrected);
  }

  /** Returns the corrections that had an influence on something, in words. */
  private List<String> decisions(Node graph, List<Node> corrected) {
    Node corrections = Terms.uri(iris.correctionsGraph());
    Set<Node> influences = new LinkedHashSet<>();
    corrected.forEach(
        node ->
            all(graph, node, Terms.WAS_INFLUENCED_BY)
                .forEach(quad -> influences.add(quad.getObject())));
    List<String> told = new ArrayList<>();
    for (Node correction : influences) {
      List<String> origin = new ArrayList<>();
      for (Node property : List.of(Terms.CREATOR, Terms.CREATED)) {
        origin.add(text(corrections, correction, property));
      }
      origin.removeIf(String::isEmpty);
      String note = text(corrections, correction, Terms.NOTE);
      told.add(
          text(corrections, correction, Terms.LABEL)
              + (origin.isEmpty() ? "" : " (" + String.join(", ", origin) + ")")
              + (note.isEmpty() ? "" : ": " + note));
    }
    told.sort(null);
    return told;
  }

  private List<String> triples(Node events, Node node) {
    Set<String> lines = new TreeSet<>();
    Set<Node> agents = new LinkedHashSet<>();
    for (Quad quad : all(events, node, Node.ANY)) {
      lines.add(Lines.turtle(quad.asTriple(), iris.base()));
      if (quad.getPredicate().equals(Dip.HAS_PARTICIPATION)) {
        all(events, quad.getObject(), Node.ANY)
            .forEach(q -> lines.add(Lines.turtle(q.asTriple(), iris.base())));
      }
      if (quad.getPredicate().equals(Dip.PARTICIPANT)) {
        agents.add(quad.getObject());
      }
    }
    for (Node agent : agents) {
      for (Node property : List.of(Dip.MET, Dip.SPOKE_WITH)) {
        for (Quad quad : all(events, agent, property)) {
          if (agents.contains(quad.getObject())) {
            lines.add(Lines.turtle(quad.asTriple(), iris.base()));
          }
        }
      }
    }
    return List.copyOf(lines);
  }

  private List<Quad> all(Node graph, Node subject, Node property) {
    List<Quad> quads = new ArrayList<>();
    data.find(graph, subject, property, Node.ANY).forEachRemaining(quads::add);
    return quads;
  }

  private String text(Node graph, Node subject, Node property) {
    return all(graph, subject, property).stream()
        .map(Quad::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }
}
