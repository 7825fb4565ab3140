package org.entente.store;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.annotation.EntityType;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Counts what a store holds. The caller holds a transaction. */
final class FigureReader {
  private final DatasetGraph data;
  private final Iris iris;

  FigureReader(DatasetGraph data, Iris iris) {
    this.data = data;
    this.iris = iris;
  }

  StoreFigures read() {
    Node events = Terms.uri(iris.eventsGraph());
    Node entities = Terms.uri(iris.entitiesGraph());
    TreeSet<String> published = new TreeSet<>(values(Node.ANY, Terms.ISSUED));
    TreeSet<String> days = new TreeSet<>(values(events, Dip.EARLIEST));
    days.addAll(values(events, Dip.LATEST));
    Map<String, Map<String, Long>> byKind = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      Set<Node> ofKind = subjects(events, Terms.TYPE, Dip.of(kind));
      Map<String, Long> byStatus = new LinkedHashMap<>();
      for (Status status : Status.values()) {
        byStatus.put(
            name(Dip.of(status)), common(ofKind, subjects(events, Dip.STATUS, Dip.of(status))));
      }
      byKind.put(name(Dip.of(kind)), byStatus);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Long> linked = new LinkedHashMap<>();
    Set<Node> matched = subjects(entities, Terms.EXACT_MATCH, Node.ANY);
    for (EntityType type : EntityType.values()) {
      Set<Node> ofType = subjects(entities, Terms.TYPE, Dip.of(type));
      counts.put(name(Dip.of(type)), (long) ofType.size());
      linked.put(name(Dip.of(type)), common(ofType, matched));
    }
    Set<Node> corrections = subjects(Node.ANY, Terms.TYPE, Dip.CORRECTION);
    return new StoreFigures(
        subjects(Node.ANY, Terms.TYPE, Dip.DOCUMENT).size(),
        new HashSet<>(values(Node.ANY, Terms.PUBLISHER)).size(),
        published.isEmpty() ? "" : published.first(),
        published.isEmpty() ? "" : published.last(),
        subjects(Node.ANY, Terms.TYPE, Dip.REPORT).size(),
        corrections.size(),
        corrections.stream()
            .filter(c -> data.contains(Node.ANY, Node.ANY, Terms.WAS_INFLUENCED_BY, c))
            .count(),
        byKind,
        ofManySources(events),
        days.isEmpty() ? "" : days.first(),
        days.isEmpty() ? "" : days.last(),
        counts,
        linked,
        triples(),
        description());
  }

  private Map<String, List<String>> description() {
    Map<String, List<String>> description = new LinkedHashMap<>();
    description.put("title", told(Terms.TITLE));
    description.put("creators", told(Terms.CREATOR));
    description.put("licence", told(Terms.LICENSE));
    description.put("doi", told(Terms.IDENTIFIER));
    return description;
  }

  /** Returns what is said of the dataset by a property: literals, labels, or else IRIs. */
  private List<String> told(Node property) {
    Set<String> told = new TreeSet<>();
    for (String graph : List.of(iris.datasetGraph(), iris.detailsGraph())) {
      data.find(Terms.uri(graph), Terms.uri(iris.dataset()), property, Node.ANY)
          .forEachRemaining(quad -> told.add(text(quad.getObject())));
    }
    return List.copyOf(told);
  }

  private String text(Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    Iterator<Quad> labels = data.find(Node.ANY, value, Terms.LABEL, Node.ANY);
    return labels.hasNext() ? labels.next().getObject().getLiteralLexicalForm() : value.getURI();
  }

  private long triples() {
    long count = 0;
    for (Iterator<Quad> quads = data.find(); quads.hasNext(); quads.next()) {
      count++;
    }
    return count;
  }

  private long ofManySources(Node events) {
    long count = 0;
    Iterator<Quad> quads = data.find(events, Node.ANY, Dip.SOURCE_COUNT, Node.ANY);
    while (quads.hasNext()) {
      count += quads.next().getObject().getLiteralLexicalForm().equals("1") ? 0 : 1;
    }
    return count;
  }

  private Set<String> values(Node graph, Node property) {
    Set<String> values = new HashSet<>();
    Iterator<Quad> quads = data.find(graph, Node.ANY, property, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (quad.getObject().isLiteral()
          && (graph.isURI() || iris.isDocumentGraph(quad.getGraph().getURI()))) {
        values.add(quad.getObject().getLiteralLexicalForm());
      }
    }
    return values;
  }

  private Set<Node> subjects(Node graph, Node property, Node object) {
    Set<Node> subjects = new HashSet<>();
    Iterator<Quad> quads = data.find(graph, Node.ANY, property, object);
    while (quads.hasNext()) {
      subjects.add(quads.next().getSubject());
    }
    return subjects;
  }

  private static long common(Set<Node> some, Set<Node> others) {
    return some.stream().filter(others::contains).count();
  }

  private static String name(Node term) {
    return term.getURI().substring(Dip.NS.length());
  }
}
