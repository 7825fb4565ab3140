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
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Collects what the store holds in support of an event. The caller holds a transaction. */
final class Explainer {
  private final DatasetGraph data;
  private final Iris iris;
  private final EntityFacts facts;

  Explainer(DatasetGraph data, Iris iris, EntityFacts facts) {
    this.data = data;
    this.iris = iris;
    this.facts = facts;
  }

  Optional<Explanation> explain(String event) {
    Node node = Terms.uri(event);
    Node events = Terms.uri(iris.eventsGraph());
    if (!data.contains(events, node, Terms.TYPE, Dip.EVENT)) {
      return Optional.empty();
    }
    ReportReader reader = new ReportReader(data, iris, facts);
    List<Account> accounts = new ArrayList<>();
    Map<String, Node> graphs = new HashMap<>();
    for (Quad link : all(events, node, Dip.HAS_REPORT)) {
      Iterator<Quad> typed = data.find(Node.ANY, link.getObject(), Terms.TYPE, Dip.REPORT);
      if (typed.hasNext()) {
        Node graph = typed.next().getGraph();
        graphs.put(link.getObject().getURI(), graph);
        accounts.add(reader.account(graph, link.getObject()));
      }
    }
    // Consolidation is a pure function: put to the event's own accounts, it gives its reasons
    // again.
    Map<String, String> reasons = new HashMap<>();
    for (ConsolidatedEvent again : new Consolidator().consolidate(accounts)) {
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
        new Explanation(event, text(events, node, Terms.LABEL), support, triples(events, node)));
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
        reasons.getOrDefault(account.id(), ""));
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
