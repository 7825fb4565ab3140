package org.entente.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Reads a store as it is compared with another. The caller holds a transaction. */
final class SnapshotReader {
  /** What is told of an event, with the words for it. */
  private static final Map<Node, String> FACTS = new LinkedHashMap<>();

  static {
    FACTS.put(Terms.TYPE, "kind");
    FACTS.put(Dip.STATUS, "status");
    FACTS.put(Dip.PARTICIPANT, "participant");
    FACTS.put(Dip.HOST, "host");
    FACTS.put(Dip.GUEST, "guest");
    FACTS.put(Dip.MEDIATOR, "mediator");
    FACTS.put(Dip.ABSENTEE, "absentee");
    FACTS.put(Dip.AT_PLACE, "place");
    FACTS.put(Dip.EARLIEST, "earliest day");
    FACTS.put(Dip.LATEST, "latest day");
    FACTS.put(Dip.DURATION, "length");
    FACTS.put(Dip.TOPIC, "topic");
    FACTS.put(Dip.REPORT_COUNT, "reports");
    FACTS.put(Dip.SOURCE_COUNT, "independent sources");
  }

  private final DatasetGraph data;
  private final Iris iris;
  private final Map<Node, String> labels =
      new TreeMap<>((a, b) -> a.getURI().compareTo(b.getURI()));

  SnapshotReader(DatasetGraph data, Iris iris) {
    this.data = data;
    this.iris = iris;
  }

  StoreDifference.Snapshot read() {
    Node entities = Terms.uri(iris.entitiesGraph());
    data.find(entities, Node.ANY, Terms.LABEL, Node.ANY)
        .forEachRemaining(q -> labels.put(q.getSubject(), q.getObject().getLiteralLexicalForm()));
    Map<String, StoreDifference.Version> documents = new TreeMap<>();
    Iterator<Quad> identifiers = data.find(Node.ANY, Node.ANY, Terms.IDENTIFIER, Node.ANY);
    while (identifiers.hasNext()) {
      Quad quad = identifiers.next();
      if (iris.isDocumentGraph(quad.getGraph().getURI())) {
        documents.put(
            quad.getObject().getLiteralLexicalForm(),
            new StoreDifference.Version(
                text(quad.getGraph(), quad.getSubject(), Dip.DIGEST),
                text(quad.getGraph(), quad.getSubject(), Dip.EXTRACTED_WITH),
                corrections(quad.getGraph(), Node.ANY)));
      }
    }
    Node graph = Terms.uri(iris.eventsGraph());
    List<StoreDifference.Told> events = new ArrayList<>();
    Iterator<Quad> typed = data.find(graph, Node.ANY, Terms.TYPE, Dip.EVENT);
    while (typed.hasNext()) {
      events.add(event(graph, typed.next().getSubject()));
    }
    return new StoreDifference.Snapshot(events, documents);
  }

  private StoreDifference.Told event(Node graph, Node event) {
    Set<String> facts = new TreeSet<>();
    Set<String> documents = new TreeSet<>();
    Set<String> reports = new TreeSet<>();
    Iterator<Quad> quads = data.find(graph, event, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      String fact = FACTS.get(quad.getPredicate());
      if (fact != null && !quad.getObject().equals(Dip.EVENT)) {
        facts.add(fact + ' ' + told(quad.getObject()));
      } else if (quad.getPredicate().equals(Dip.HAS_REPORT)) {
        String report = quad.getObject().getURI().substring(iris.base().length());
        reports.add(report);
        data.find(Node.ANY, quad.getObject(), Dip.IN_DOCUMENT, Node.ANY)
            .forEachRemaining(q -> documents.add(text(Node.ANY, q.getObject(), Terms.IDENTIFIER)));
      }
    }
    return new StoreDifference.Told(
        event.getURI().substring(iris.base().length()),
        text(graph, event, Terms.LABEL),
        facts,
        documents,
        reports,
        corrections(graph, event));
  }

  /** Returns the corrections in a graph, of one thing or of all, in words. */
  private Set<String> corrections(Node graph, Node corrected) {
    Set<String> told = new TreeSet<>();
    data.find(graph, corrected, Terms.WAS_INFLUENCED_BY, Node.ANY)
        .forEachRemaining(
            quad ->
                told.add(text(Terms.uri(iris.correctionsGraph()), quad.getObject(), Terms.LABEL)));
    return told;
  }

  private String told(Node object) {
    if (object.isLiteral()) {
      return object.getLiteralLexicalForm();
    }
    String uri = object.getURI();
    return uri.startsWith(Dip.NS)
        ? uri.substring(Dip.NS.length()).toLowerCase(Locale.ROOT)
        : labels.getOrDefault(object, uri);
  }

  private String text(Node graph, Node subject, Node property) {
    Iterator<Quad> quads = data.find(graph, subject, property, Node.ANY);
    return quads.hasNext() ? quads.next().getObject().getLiteralLexicalForm() : "";
  }
}
