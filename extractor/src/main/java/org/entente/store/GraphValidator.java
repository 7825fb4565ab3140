package org.entente.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.ontology.GraphCheck;
import org.entente.ontology.Ontology;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Checks the union of all graphs against shapes, and puts the checks of the ontology to it. Focus
 * nodes are checked by several threads, each in a transaction of its own.
 */
final class GraphValidator {
  /** Focus nodes that a thread takes at a time. */
  private static final int PART = 500;

  /** How many nodes and properties are remembered of which several documents say the same. */
  private static final int REMEMBERED = 100_000;

  private final Database database;
  private final Iris iris;
  private final Shapes shapes;
  private final Shared shared = new Shared();

  GraphValidator(Database database, Iris iris, Shapes shapes) {
    this.database = database;
    this.iris = iris;
    this.shapes = shapes;
  }

  /** Returns what breaks a shape or check, in order. */
  List<Violation> validate() {
    List<Violation> violations = new ArrayList<>();
    for (ReportEntry entry : entries()) {
      violations.add(
          violation(
              entry.focusNode(),
              entry.source() != null && entry.source().isURI()
                  ? entry.source().getURI()
                  : text(entry.sourceConstraintComponent()),
              entry.message() + (entry.value() == null ? "" : " Found: " + text(entry.value()))));
    }
    for (GraphCheck check : Ontology.graphChecks()) {
      try (QueryExec execution = QueryExec.dataset(database.quads()).query(check.query()).build()) {
        execution
            .select()
            .forEachRemaining(
                row ->
                    violations.add(
                        violation(
                            row.get("focus"),
                            check.name(),
                            check.message() + " Found: " + text(row.get("value")))));
      }
    }
    violations.sort(
        Comparator.comparing(Violation::document)
            .thenComparing(Violation::focus)
            .thenComparing(Violation::shape)
            .thenComparing(Violation::message));
    return violations;
  }

  private Collection<ReportEntry> entries() {
    ConcurrentLinkedQueue<ReportEntry> entries = new ConcurrentLinkedQueue<>();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "validation");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (Shape shape : shapes.getTargetShapes()) {
        List<Node> focus = new ArrayList<>(focusNodes(shape));
        for (int from = 0; from < focus.size(); from += PART) {
          List<Node> part = focus.subList(from, Math.min(focus.size(), from + PART));
          parts.add(workers.submit(() -> entries.addAll(entries(shape, part))));
        }
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the check of the graph was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the graph cannot be checked", e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return entries;
  }

  private Set<Node> focusNodes(Shape shape) {
    Graph union = database.quads().getUnionGraph();
    Set<Node> focus = new LinkedHashSet<>();
    for (Target target : shape.getTargets()) {
      focus.addAll(target.getFocusNodes(union));
    }
    return focus;
  }

  private Collection<ReportEntry> entries(Shape shape, List<Node> part) {
    return database.read(
        () -> {
          Graph union = shared.of(database.quads().getUnionGraph());
          ValidationContext context = ValidationContext.create(shapes, union);
          part.forEach(node -> VLib.validateShape(context, union, shape, node));
          return List.copyOf(context.generateReport().getEntries());
        });
  }

  /**
   * Remembers what is said of nodes of which several documents say the same, such as the type of an
   * entity or the rule of an activity: a shape that asks for it at each report would read it from
   * all of these documents every time.
   */
  private final class Shared {
    private final Cache<Triple, List<Triple>> known =
        Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Graph of(Graph union) {
      return new GraphWrapper(union) {
        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
          if (predicate == null || !predicate.isURI() || !isShared(subject)) {
            return super.find(subject, predicate, object);
          }
          List<Triple> said =
              known.get(
                  Triple.create(subject, predicate, Node.ANY),
                  pattern -> super.find(pattern).toList());
          return WrappedIterator.create(
              object == null || object.equals(Node.ANY)
                  ? said.iterator()
                  : said.stream().filter(t -> t.getObject().equals(object)).iterator());
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
          return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
          ExtendedIterator<Triple> found = find(subject, predicate, object);
          try {
            return found.hasNext();
          } finally {
            found.close();
          }
        }

        @Override
        public boolean contains(Triple pattern) {
          return contains(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
        }
      };
    }

    private boolean isShared(Node subject) {
      return subject != null && subject.isURI() && iris.isShared(subject.getURI());
    }
  }

  private Violation violation(Node focus, String shape, String message) {
    return new Violation(text(focus), shape, message, event(focus), document(focus));
  }

  private static String text(Node node) {
    return node == null ? "" : node.isURI() ? node.getURI() : NodeFmtLib.strTTL(node);
  }

  /** Returns the event that the resource is, or that it is a report of. */
  private String event(Node focus) {
    if (focus == null) {
      return "";
    }
    Node events = Terms.uri(iris.eventsGraph());
    DatasetGraph quads = database.quads();
    if (quads.contains(events, focus, Terms.TYPE, Dip.EVENT)) {
      return text(focus);
    }
    Iterator<Quad> told = quads.find(events, focus, Dip.REPORTS_EVENT, Node.ANY);
    return told.hasNext() ? text(told.next().getObject()) : "";
  }

  /** Returns a document whose graph speaks of the resource, directly or by a report of it. */
  private String document(Node focus) {
    if (focus == null) {
      return "";
    }
    DatasetGraph quads = database.quads();
    Set<Node> resources = new LinkedHashSet<>(List.of(focus));
    quads
        .find(Node.ANY, focus, Dip.HAS_REPORT, Node.ANY)
        .forEachRemaining(quad -> resources.add(quad.getObject()));
    Set<Node> graphs = new HashSet<>();
    for (Node resource : resources) {
      quads
          .find(Node.ANY, resource, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    }
    Set<String> documents = new TreeSet<>();
    for (Node graph : graphs) {
      if (iris.isDocumentGraph(graph.getURI())) {
        quads
            .find(graph, Node.ANY, Terms.IDENTIFIER, Node.ANY)
            .forEachRemaining(quad -> documents.add(quad.getObject().getLiteralLexicalForm()));
      }
    }
    return documents.stream().findFirst().orElse("");
  }
}
