package org.entente.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.correction.ReportReference;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** The statements of one document's graph, to be asked and, where it is a copy, changed. */
final class Statements {
  private final Graph graph;
  private final Iris iris;

  /** Reads and writes that graph itself. */
  Statements(Graph graph, Iris iris) {
    this.graph = graph;
    this.iris = iris;
  }

  /** Copies triples. */
  Statements(Iterable<Triple> triples, Iris iris) {
    this(GraphFactory.createDefaultGraph(), iris);
    triples.forEach(graph::add);
  }

  Graph graph() {
    return graph;
  }

  Set<Triple> triples() {
    return new LinkedHashSet<>(graph.find().toList());
  }

  void replaceAll(Collection<Triple> triples) {
    graph.clear();
    triples.forEach(graph::add);
  }

  void add(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }

  /** Takes out all triples of that pattern. */
  void remove(Node subject, Node property, Node object) {
    graph.find(subject, property, object).toList().forEach(graph::delete);
  }

  boolean has(Node subject, Node property, Node object) {
    return graph.contains(subject, property, object);
  }

  /** Returns the objects in the order of their IRIs or words. */
  List<Node> all(Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    graph.find(subject, property, Node.ANY).forEachRemaining(t -> objects.add(t.getObject()));
    objects.sort(Comparator.comparing(Node::toString));
    return objects;
  }

  Optional<Node> one(Node subject, Node property) {
    return all(subject, property).stream().findFirst();
  }

  List<Node> subjects(Node property, Node object) {
    List<Node> subjects = new ArrayList<>();
    graph.find(Node.ANY, property, object).forEachRemaining(t -> subjects.add(t.getSubject()));
    subjects.sort(Comparator.comparing(Node::toString));
    return subjects;
  }

  /** Returns the words of literals. */
  List<String> texts(Node subject, Node property) {
    return all(subject, property).stream().map(Node::getLiteralLexicalForm).sorted().toList();
  }

  /** Returns the reports, by IRI. */
  List<Node> reports() {
    return subjects(Terms.TYPE, Dip.REPORT);
  }

  /** Returns the reports that a reference may mean. */
  List<Node> reports(ReportReference reference) {
    if (reference.iri().isPresent()) {
      String iri = reference.iri().get();
      return reports().stream()
          .filter(report -> isIri(iri, report.getURI()) || isIri(iri, iris.event(report.getURI())))
          .toList();
    }
    return reports().stream()
        .filter(report -> sentences(report).stream().anyMatch(s -> s.contains(reference.words())))
        .filter(
            report ->
                reference.parties().stream()
                    .allMatch(name -> !named(parties(report), name).isEmpty()))
        .toList();
  }

  /** Returns the sentences that are a report's evidence, each on one line. */
  List<String> sentences(Node report) {
    return all(report, Dip.EVIDENCE).stream()
        .flatMap(mention -> texts(mention, Terms.ANCHOR_OF).stream())
        .map(ReportReference::plain)
        .toList();
  }

  List<Node> parties(Node report) {
    return all(report, Dip.REPORTS_PARTICIPANT);
  }

  /**
   * Returns those of some entities that have a name: as their full name, or else as another one, or
   * else as their IRI.
   */
  List<Node> named(Collection<Node> entities, String name) {
    for (Node property : List.of(Terms.NAME, Terms.ALTERNATE_NAME)) {
      List<Node> found =
          entities.stream()
              .filter(e -> texts(e, property).stream().anyMatch(name::equalsIgnoreCase))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return entities.stream().filter(e -> isIri(name, e.getURI())).toList();
  }

  /** Tells whether a reference is an IRI, whole or from the base on. */
  boolean isIri(String reference, String iri) {
    return iri.equals(reference) || iri.equals(iris.base() + reference);
  }

  /**
   * Returns the shortest way to name a report in a file of corrections.
   *
   * @return the fewest first words of its evidence that no other report has, with its parties where
   *     no words do; its IRI where those do not either
   */
  String reference(Node report) {
    List<String> parties =
        parties(report).stream().flatMap(p -> texts(p, Terms.NAME).stream().limit(1)).toList();
    for (List<String> told : List.of(List.<String>of(), parties)) {
      for (String sentence : sentences(report)) {
        for (int end = words(sentence, SHORTEST); end > 0; end = next(sentence, end)) {
          String cell = ReportReference.cell(sentence.substring(0, end), told);
          if (reports(ReportReference.parse(cell)).equals(List.of(report))) {
            return cell;
          }
        }
      }
    }
    return report.getURI().substring(iris.base().length());
  }

  /** The number of words with which a reference begins to be looked for. */
  private static final int SHORTEST = 6;

  private static int words(String sentence, int count) {
    int end = 0;
    for (int i = 0; i < count && end >= 0 && end < sentence.length(); i++) {
      end = next(sentence, end);
    }
    return end < 0 ? sentence.length() : end;
  }

  /** Returns the end of the word after that index, or -1 after the last. */
  private static int next(String sentence, int from) {
    if (from >= sentence.length()) {
      return -1;
    }
    int space = sentence.indexOf(' ', from + 1);
    return space < 0 ? sentence.length() : space;
  }
}
