package org.entente.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.entente.consolidate.Constraints;
import org.entente.correction.Column;
import org.entente.correction.Correction;
import org.entente.correction.Corrections;
import org.entente.correction.CorrectionsException;
import org.entente.correction.Decision;
import org.entente.correction.Fault;
import org.entente.correction.ReportReference;
import org.entente.rdf.CorrectionMapper;
import org.entente.rdf.Dip;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * The decisions that a store keeps, and what follows from them for its documents and events. The
 * caller holds a transaction.
 */
final class CorrectionKeeper {
  private final Database database;
  private final Iris iris;
  private final CorrectionMapper mapper;
  private final DocumentCorrector corrector;

  CorrectionKeeper(Database database, Iris iris, EntityFacts facts) {
    this.database = database;
    this.iris = iris;
    this.mapper = new CorrectionMapper(iris);
    this.corrector = new DocumentCorrector(iris, facts);
  }

  /** Returns the decisions in the order of their file. */
  Corrections corrections() {
    List<Correction> rows = new ArrayList<>();
    Node graph = Terms.uri(iris.correctionsGraph());
    Iterator<Quad> quads = database.quads().find(graph, Node.ANY, Dip.ROW, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      int line =
          Integer.parseInt(
              database
                  .quads()
                  .find(graph, quad.getSubject(), Dip.LINE, Node.ANY)
                  .next()
                  .getObject()
                  .getLiteralLexicalForm());
      rows.add(Correction.of(line, quad.getObject().getLiteralLexicalForm()));
    }
    rows.sort(Comparator.comparing(Correction::line));
    return new Corrections(rows);
  }

  /** Returns the triples of the decisions' graph. */
  List<Triple> graph(Corrections corrections) {
    return mapper.map(corrections);
  }

  /** Returns a document's triples, with the decisions on it, from those that were read. */
  Collection<Triple> corrected(String id, Collection<Triple> reading, Corrections corrections) {
    return corrector.correct(id, reading, corrections.of(id)).triples();
  }

  /** Returns the triples of a document as it was read. */
  List<Triple> reading(Node graph) {
    List<Triple> triples = new ArrayList<>();
    database
        .quads()
        .find(graph, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> triples.add(quad.asTriple()));
    return DocumentCorrector.reading(triples);
  }

  /**
   * Returns the documents for which other decisions make a difference.
   *
   * @param before the decisions in force
   * @param after those that take their place
   */
  Set<String> concerned(Corrections before, Corrections after) {
    Set<String> concerned = new TreeSet<>(before.documents());
    concerned.addAll(after.documents());
    concerned.removeIf(
        id ->
            !database.quads().containsGraph(Terms.uri(iris.documentGraph(id)))
                || keys(before.own(id)).equals(keys(after.own(id))));
    Set<String> old = keys(before.everywhere());
    Set<String> now = keys(after.everywhere());
    Stream.concat(before.everywhere().stream(), after.everywhere().stream())
        .filter(row -> !old.contains(row.key()) || !now.contains(row.key()))
        .forEach(row -> concerned.addAll(naming(row)));
    return concerned;
  }

  private static Set<String> keys(Collection<Correction> rows) {
    return rows.stream().map(Correction::key).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the documents that name what a decision for all documents is about. */
  private Set<String> naming(Correction row) {
    Set<Node> graphs = new HashSet<>();
    String name = row.cell(Column.NAME);
    collect(graphs, database.quads().find(Node.ANY, Node.ANY, Terms.NAME, Terms.string(name)));
    if (name.contains("/")) {
      for (String iri : List.of(name, iris.base() + name)) {
        collect(graphs, database.quads().find(Node.ANY, Terms.uri(iri), Terms.TYPE, Node.ANY));
      }
    }
    // A correction may have renamed it, or taken out its name.
    collect(graphs, database.quads().find(Node.ANY, Node.ANY, Dip.WITHDRAWN, Node.ANY));
    collect(graphs, database.quads().find(Node.ANY, Node.ANY, Dip.SUPPLIED, Node.ANY));
    Set<String> documents = new TreeSet<>();
    for (Node graph : graphs) {
      if (IdentityCorrector.concerns(new Statements(reading(graph), iris), row)) {
        documents.add(
            database
                .quads()
                .find(graph, Node.ANY, Terms.IDENTIFIER, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm());
      }
    }
    return documents;
  }

  private void collect(Set<Node> graphs, Iterator<Quad> quads) {
    quads.forEachRemaining(
        quad -> {
          if (iris.isDocumentGraph(quad.getGraph().getURI())) {
            graphs.add(quad.getGraph());
          }
        });
  }

  /**
   * Returns what is decided on which reports are of one event.
   *
   * @param reports gives the IRIs of all reports; asked only where decisions name reports by them
   * @param documents gives the graph of a document by its name
   * @throws CorrectionsException when decisions contradict each other
   */
  Constraints constraints(
      Supplier<? extends Collection<String>> reports, Function<Node, Optional<Graph>> documents) {
    Corrections corrections = corrections();
    List<Constraints.Pair> same = new ArrayList<>();
    List<Constraints.Pair> different = new ArrayList<>();
    Map<String, Correction> rows = new HashMap<>();
    Anchors anchors = new Anchors(reports, documents);
    for (Correction row : corrections.pairs()) {
      try {
        Constraints.Pair pair = pair(row, anchors);
        rows.put(pair.decision(), row);
        (row.decision() == Decision.SAME ? same : different).add(pair);
      } catch (DocumentCorrector.Inapplicable e) {
        // told by the findings
      }
    }
    Constraints constraints = new Constraints(same, different);
    Optional<Constraints.Contradiction> contradiction = constraints.contradiction();
    if (contradiction.isPresent()) {
      throw contradictory(contradiction.get(), rows);
    }
    return constraints;
  }

  private static CorrectionsException contradictory(
      Constraints.Contradiction contradiction, Map<String, Correction> rows) {
    int line = rows.get(contradiction.different().decision()).line();
    String others =
        contradiction.same().stream()
            .map(pair -> rows.get(pair.decision()).line())
            .distinct()
            .sorted()
            .map(number -> "line " + number)
            .collect(Collectors.joining(" and "));
    return new CorrectionsException(
        "the corrections",
        List.of(
            new Fault(
                line,
                Column.DECISION.title(),
                others.isEmpty()
                    ? "says that a report differs from itself"
                    : "says that two reports are of different events, but by "
                        + others
                        + " they are of the same")));
  }

  private Constraints.Pair pair(Correction row, Anchors anchors)
      throws DocumentCorrector.Inapplicable {
    return new Constraints.Pair(
        anchors.report(row.cell(Column.DOCUMENT), row.cell(Column.REPORT)),
        anchors.report(row.cell(Column.OTHER_DOCUMENT), row.cell(Column.OTHER_REPORT)),
        iris.correction(row.key()),
        "by a correction" + (row.cell(Column.WHY).isEmpty() ? "" : ": " + row.cell(Column.WHY)));
  }

  /** Finds reports by references; events are known by the reports that they are named after. */
  private final class Anchors {
    private final Supplier<? extends Collection<String>> reports;
    private final Function<Node, Optional<Graph>> documents;
    private Map<String, String> byEvent;

    Anchors(
        Supplier<? extends Collection<String>> reports, Function<Node, Optional<Graph>> documents) {
      this.reports = reports;
      this.documents = documents;
    }

    String report(String document, String cell) throws DocumentCorrector.Inapplicable {
      Optional<String> iri = ReportReference.parse(cell).iri();
      if (iri.isPresent()) {
        return report(iri.get());
      }
      Optional<Graph> graph = documents.apply(Terms.uri(iris.documentGraph(document)));
      if (graph.isEmpty()) {
        throw new DocumentCorrector.Inapplicable("the store has no document " + document);
      }
      return FactCorrector.report(new Statements(graph.get(), iris), cell).getURI();
    }

    private String report(String reference) throws DocumentCorrector.Inapplicable {
      if (byEvent == null) {
        byEvent = new HashMap<>();
        for (String report : reports.get()) {
          byEvent.put(report, report);
          byEvent.put(iris.event(report), report);
        }
      }
      String found = byEvent.get(reference);
      if (found == null) {
        found = byEvent.get(iris.base() + reference);
      }
      if (found == null) {
        throw new DocumentCorrector.Inapplicable(
            "the store has no report and no event " + reference);
      }
      return found;
    }
  }

  /**
   * Tells what becomes of decisions, whether they are in force or not.
   *
   * @param corrections the decisions
   * @param reports gives the IRIs of all reports, as in {@link #constraints}
   */
  List<Finding> findings(
      Corrections corrections,
      Supplier<? extends Collection<String>> reports,
      Function<Node, Optional<Graph>> documentGraphs) {
    Map<Correction, Integer> applied = new HashMap<>();
    Map<Correction, String> troubles = new LinkedHashMap<>();
    Set<String> documents = new LinkedHashSet<>(corrections.documents());
    corrections.everywhere().forEach(row -> documents.addAll(naming(row)));
    for (String id : documents) {
      Node graph = Terms.uri(iris.documentGraph(id));
      if (database.quads().containsGraph(graph)) {
        DocumentCorrector.Corrected corrected =
            corrector.correct(id, reading(graph), corrections.of(id));
        corrected.applied().forEach(row -> applied.merge(row, 1, Integer::sum));
        corrected.troubles().forEach((row, why) -> troubles.merge(row, why, (a, b) -> a));
      }
    }
    Anchors anchors = new Anchors(reports, documentGraphs);
    Map<Integer, Finding> findings = new TreeMap<>();
    for (Correction row : corrections.rows()) {
      String document = row.cell(Column.DOCUMENT);
      if (row.decision().isOfTwoReports()) {
        try {
          pair(row, anchors);
          applied.put(row, 1);
        } catch (DocumentCorrector.Inapplicable e) {
          troubles.put(row, e.getMessage());
        }
      } else if (!document.isEmpty()
          && !database.quads().containsGraph(Terms.uri(iris.documentGraph(document)))) {
        troubles.put(row, "the store has no document " + document);
      } else if (document.isEmpty() && !applied.containsKey(row)) {
        troubles.putIfAbsent(row, "no document names " + row.cell(Column.NAME) + " in full");
      }
      findings.put(
          row.line(),
          new Finding(row, applied.getOrDefault(row, 0), Optional.ofNullable(troubles.get(row))));
    }
    return List.copyOf(findings.values());
  }
}
