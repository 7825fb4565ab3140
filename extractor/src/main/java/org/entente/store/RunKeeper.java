package org.entente.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Run;
import org.entente.rdf.RunMapper;
import org.entente.rdf.Terms;

/**
 * The record of runs: written when one begins, so that one that is killed leaves it, and with each
 * change. A run that has no end and is not under way was cut off. The caller holds a transaction
 * that may write.
 */
final class RunKeeper {
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  private final Database database;
  private final Iris iris;
  private final Node graph;
  private final List<Quad> begun = new ArrayList<>();
  private Optional<Run> current = Optional.empty();
  private boolean changed;

  RunKeeper(Database database, Iris iris) {
    this.database = database;
    this.iris = iris;
    this.graph = Terms.uri(iris.runsGraph());
  }

  /** Records a run that begins now; those that have not ended were cut off. */
  void begin(Run run) {
    current = Optional.empty();
    end();
    begun.clear();
    new RunMapper(iris)
        .map(run).stream()
            .map(triple -> new Quad(graph, triple))
            .filter(quad -> !database.indexed().contains(quad))
            .forEach(begun::add);
    begun.forEach(database.indexed()::add);
    current = Optional.of(run);
    changed = false;
  }

  /** Records that the run under way, if there is one, read documents or changed what they say. */
  void used(Collection<String> documents) {
    tell(Terms.USED, documents);
  }

  /** Returns what records that the run under way, if there is one, read a document. */
  Optional<Quad> usage(String document) {
    changed = true;
    return current.map(
        run -> new Quad(graph, node(run), Terms.USED, Terms.uri(iris.document(document))));
  }

  /** Records that the run under way, if there is one, removed documents. */
  void removed(Collection<String> documents) {
    tell(Terms.INVALIDATED, documents);
  }

  private void tell(Node property, Collection<String> documents) {
    if (current.isPresent() && !documents.isEmpty()) {
      Node run = node(current.get());
      documents.forEach(
          id -> database.indexed().add(graph, run, property, Terms.uri(iris.document(id))));
      changed = true;
    }
  }

  /** Notes that the run under way, if there is one, changed something of the graph. */
  void changed() {
    changed = true;
  }

  /** Knows of no run under way any more, whose transaction came to nothing. */
  void forget() {
    current = Optional.empty();
  }

  /**
   * Records that the run under way has ended; one that read and changed nothing leaves no record.
   * What else has no end is marked as cut off.
   */
  void end() {
    current.ifPresent(
        run -> {
          if (changed) {
            Instant now = Instant.now();
            database
                .indexed()
                .add(
                    graph,
                    node(run),
                    Terms.ENDED_AT,
                    Terms.time(now.isBefore(run.started()) ? run.started() : now));
          } else {
            begun.forEach(database.indexed()::delete);
          }
        });
    current = Optional.empty();
    Set<Node> open = new HashSet<>();
    database
        .indexed()
        .find(graph, Node.ANY, Terms.TYPE, Dip.RUN)
        .forEachRemaining(quad -> open.add(quad.getSubject()));
    open.removeIf(run -> database.indexed().contains(graph, run, Terms.ENDED_AT, Node.ANY));
    open.forEach(run -> database.indexed().add(graph, run, Dip.CUT_OFF, TRUE));
  }

  private Node node(Run run) {
    return Terms.uri(iris.run(run.started()));
  }
}
