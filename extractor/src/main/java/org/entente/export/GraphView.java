package org.entente.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.annotation.EntityType;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * What exports read of a graph. The caller holds a transaction for as long as it is used. Not
 * thread-safe.
 */
public final class GraphView {
  private static final Pattern POINT =
      Pattern.compile("POINT\\s*\\(\\s*(\\S+)\\s+([^\\s)]+)\\s*\\)");

  private final DatasetGraph data;
  private final Iris iris;
  private final Map<String, ExportedEntity> entities = new HashMap<>();
  private final Map<Node, Kind> kinds = new HashMap<>();
  private final Map<Node, Status> statuses = new HashMap<>();

  /**
   * Creates a view.
   *
   * @param data the graph, in a transaction
   * @param iris what minted its IRIs
   */
  public GraphView(DatasetGraph data, Iris iris) {
    this.data = data;
    this.iris = iris;
    for (Kind kind : Kind.values()) {
      kinds.put(Dip.of(kind), kind);
    }
    for (Status status : Status.values()) {
      statuses.put(Dip.of(status), status);
    }
  }

  /** Returns what mints the IRIs. */
  public Iris iris() {
    return iris;
  }

  /**
   * Gives the events that pass, in the order of their IRIs.
   *
   * @throws IllegalArgumentException if the graph has no such country
   */
  void events(EventFilter filter, Consumer<ExportedEvent> use) {
    Set<String> states = filter.country().map(this::polities).orElse(Set.of());
    for (Node event : subjects(iris.eventsGraph(), Terms.TYPE, Dip.EVENT)) {
      ExportedEvent found = event(event);
      if (filter.accepts(found) && (filter.country().isEmpty() || concerns(found, states))) {
        use.accept(found);
      }
    }
  }

  /**
   * Looks whether the graph has what a filter names.
   *
   * @throws IllegalArgumentException if it has no such country
   */
  public void check(EventFilter filter) {
    filter.country().ifPresent(this::polities);
  }

  private boolean concerns(ExportedEvent event, Set<String> states) {
    return event.parties().stream()
        .anyMatch(
            party ->
                states.contains(party.agent())
                    || states.contains(party.represents())
                    || states.contains(entity(party.agent()).countryIri()));
  }

  private Set<String> polities(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    Set<String> found = new HashSet<>();
    for (Node polity : subjects(iris.entitiesGraph(), Terms.TYPE, Dip.of(EntityType.POLITY))) {
      ExportedEntity entity = entity(polity.getURI());
      if (wanted.equals(entity.label().toLowerCase(Locale.ROOT))
          || wanted.equals(entity.qid().toLowerCase(Locale.ROOT))
          || name.equals(entity.iri())
          || entity.names().stream().anyMatch(n -> wanted.equals(n.toLowerCase(Locale.ROOT)))) {
        found.add(entity.iri());
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("country: the graph has no state \"" + name + "\"");
    }
    return found;
  }

  private ExportedEvent event(Node event) {
    Map<Node, List<Node>> facts = new HashMap<>();
    Iterator<Quad> quads = data.find(Terms.uri(iris.eventsGraph()), event, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      facts.computeIfAbsent(quad.getPredicate(), p -> new ArrayList<>()).add(quad.getObject());
    }
    List<ExportedEvent.Party> parties = new ArrayList<>();
    for (Node part : facts.getOrDefault(Dip.HAS_PARTICIPATION, List.of())) {
      String graph = iris.eventsGraph();
      parties.add(
          new ExportedEvent.Party(
              text(one(graph, part, Dip.AGENT)),
              local(text(one(graph, part, Dip.ROLE))).replaceFirst("Role$", ""),
              text(one(graph, part, Dip.OFFICE)),
              text(one(graph, part, Dip.REPRESENTS))));
    }
    parties.sort(Comparator.comparing(ExportedEvent.Party::agent));
    return new ExportedEvent(
        event.getURI(),
        first(facts, Terms.LABEL).orElse(""),
        facts.getOrDefault(Terms.TYPE, List.of()).stream()
            .map(kinds::get)
            .filter(kind -> kind != null)
            .findFirst()
            .orElseThrow(),
        facts.getOrDefault(Dip.STATUS, List.of()).stream()
            .map(statuses::get)
            .findFirst()
            .orElseThrow(),
        first(facts, Dip.EARLIEST).map(LocalDate::parse),
        first(facts, Dip.LATEST).map(LocalDate::parse),
        first(facts, Dip.AT_PLACE),
        parties,
        sorted(facts, Dip.ABSENTEE),
        first(facts, Dip.DURATION).orElse(""),
        sorted(facts, Dip.TOPIC),
        sorted(facts, Dip.FORMAT).stream().map(GraphView::local).toList(),
        sorted(facts, Dip.OUTCOME).stream().map(GraphView::local).toList(),
        first(facts, Dip.PART_OF),
        sorted(facts, Dip.HAS_REPORT),
        first(facts, Dip.SOURCE_COUNT).map(Integer::parseInt).orElse(1),
        first(facts, Dip.CONFIDENCE).orElse(""));
  }

  /** Returns the IRIs of all persons, organizations, polities and places, in order. */
  List<String> entities() {
    Set<String> found = new TreeSet<>();
    for (EntityType type : EntityType.values()) {
      subjects(iris.entitiesGraph(), Terms.TYPE, Dip.of(type))
          .forEach(node -> found.add(node.getURI()));
    }
    return new ArrayList<>(found);
  }

  /** Returns an entity; of one that the graph only names, what its IRI tells. */
  public ExportedEntity entity(String iri) {
    ExportedEntity known = entities.get(iri);
    if (known == null) {
      known = read(iri);
      entities.put(iri, known);
    }
    return known;
  }

  private ExportedEntity read(String iri) {
    String graph = iris.entitiesGraph();
    Node node = Terms.uri(iri);
    Collection<Node> types = all(graph, node, Terms.TYPE);
    String type = "";
    for (EntityType candidate : EntityType.values()) {
      // A state is a place as well where something took place in it: as a party it is a polity.
      if (type.isEmpty() && types.contains(Dip.of(candidate))) {
        type = local(Dip.of(candidate).getURI());
      }
    }
    String country = text(one(graph, node, Dip.COUNTRY));
    Matcher point =
        POINT.matcher(
            one(graph, node, Terms.HAS_GEOMETRY)
                .flatMap(geometry -> one(graph, geometry, Terms.AS_WKT))
                .map(Node::getLiteralLexicalForm)
                .orElse(""));
    boolean located = point.matches();
    return new ExportedEntity(
        iri,
        one(graph, node, Terms.LABEL).map(Node::getLiteralLexicalForm).orElse(local(iri)),
        type,
        country.isEmpty() ? "" : text(one(graph, Terms.uri(country), Terms.LABEL)),
        country,
        one(graph, node, Terms.EXACT_MATCH).map(GraphView::qid).orElse(""),
        all(graph, node, Terms.CLOSE_MATCH).stream().map(GraphView::qid).sorted().toList(),
        text(one(graph, node, Terms.DESCRIPTION)),
        all(graph, node, Terms.ALT_LABEL).stream()
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList(),
        located ? point.group(1) : "",
        located ? point.group(2) : "");
  }

  /** Returns the reports of an event that a document's graph holds, with the document. */
  ExportedReport report(String iri) {
    Node report = Terms.uri(iri);
    Node graph =
        Terms.uri(
            iris.base() + "graph/" + iri.substring(iris.base().length()).split("/report/")[0]);
    String name = graph.getURI();
    Node document = one(name, report, Dip.IN_DOCUMENT).orElseThrow();
    List<ExportedReport.Evidence> evidence = new ArrayList<>();
    for (Node mention : all(name, report, Dip.EVIDENCE)) {
      evidence.add(
          new ExportedReport.Evidence(
              Integer.parseInt(text(one(name, mention, Terms.BEGIN_INDEX))),
              Integer.parseInt(text(one(name, mention, Terms.END_INDEX))),
              text(one(name, mention, Terms.ANCHOR_OF))));
    }
    evidence.sort(Comparator.comparingInt(ExportedReport.Evidence::begin));
    return new ExportedReport(
        iri,
        text(one(name, document, Terms.IDENTIFIER)),
        text(one(name, document, Terms.TITLE)),
        text(one(name, document, Terms.PUBLISHER)),
        text(one(name, document, Terms.SOURCE)),
        one(name, document, Terms.ISSUED).map(n -> LocalDate.parse(n.getLiteralLexicalForm())),
        local(text(one(name, report, Dip.REPORTS_KIND))),
        local(text(one(name, report, Dip.REPORTS_STATUS))),
        one(name, report, Dip.REPORTS_EARLIEST)
            .map(n -> LocalDate.parse(n.getLiteralLexicalForm())),
        one(name, report, Dip.REPORTS_LATEST).map(n -> LocalDate.parse(n.getLiteralLexicalForm())),
        all(name, report, Dip.REPORTS_PARTICIPANT).stream().map(Node::getURI).sorted().toList(),
        all(name, report, Dip.REPORTS_PLACE).stream().map(Node::getURI).sorted().toList(),
        text(one(name, report, Dip.CONFIDENCE)),
        one(name, report, Terms.WAS_GENERATED_BY)
            .map(activity -> text(one(name, activity, Dip.RULE)))
            .orElse(""),
        evidence);
  }

  /** Returns how the dataset is to be cited. */
  public Citation citation() {
    return Citation.read(this);
  }

  /** Returns an object of the graph's triples of that subject and property, the least one. */
  public Optional<Node> one(String graph, Node subject, Node property) {
    return all(graph, subject, property).stream().min(Comparator.comparing(GraphView::text));
  }

  /** Returns the objects of the graph's triples of that subject and property. */
  public List<Node> all(String graph, Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    data.find(Terms.uri(graph), subject, property, Node.ANY)
        .forEachRemaining(quad -> objects.add(quad.getObject()));
    return objects;
  }

  /** Returns the subjects of the graph's triples of that property and object, in order. */
  public List<Node> subjects(String graph, Node property, Node object) {
    List<Node> found = new ArrayList<>();
    data.find(Terms.uri(graph), Node.ANY, property, object)
        .forEachRemaining(quad -> found.add(quad.getSubject()));
    found.sort(Comparator.comparing(Node::getURI));
    return found;
  }

  private static Optional<String> first(Map<Node, List<Node>> facts, Node property) {
    return sorted(facts, property).stream().findFirst();
  }

  private static List<String> sorted(Map<Node, List<Node>> facts, Node property) {
    return facts.getOrDefault(property, List.of()).stream().map(GraphView::text).sorted().toList();
  }

  private static String qid(Node item) {
    return item.getURI().substring(item.getURI().lastIndexOf('/') + 1);
  }

  private static String text(Optional<Node> node) {
    return node.map(GraphView::text).orElse("");
  }

  /** Returns an IRI, or the text of a literal. */
  public static String text(Node node) {
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }

  /** Returns what follows the last slash or hash. */
  static String local(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
}
