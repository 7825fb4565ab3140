package org.entente.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * The network of those who took part in events together: an undirected edge for each pair.
 *
 * <p>Held events of all kinds but conferences make edges unless the filter says otherwise, since
 * attending a conference is not meeting everybody there.
 *
 * @param nodes in the order of their IRIs
 * @param edges the strongest first
 * @param allEdges how many edges there are without the limit
 * @param base base of the IRIs of the graph
 * @param filter what was taken
 * @param citation how the dataset is to be cited
 */
record Network(
    List<Node> nodes,
    List<Edge> edges,
    int allEdges,
    String base,
    EventFilter filter,
    Citation citation) {
  private static final Set<Kind> KINDS = EnumSet.complementOf(EnumSet.of(Kind.CONFERENCE));

  /**
   * A person, organization or polity.
   *
   * @param iri its IRI
   * @param label its label
   * @param type local name of its class
   * @param country label of its state, or empty
   * @param qid its Wikidata identifier, or empty
   */
  record Node(String iri, String label, String type, String country, String qid) {}

  /**
   * A pair.
   *
   * @param source IRI of the one that comes first in the order of IRIs
   * @param target IRI of the other
   * @param events their events, in the order of time; those without a date last
   */
  record Edge(String source, String target, List<Occasion> events) {
    /** Returns how many events they have in common. */
    int weight() {
      return events.size();
    }

    /** Returns the first day on which they can have been together. */
    Optional<LocalDate> first() {
      return events.stream()
          .map(Occasion::earliest)
          .flatMap(Optional::stream)
          .min(LocalDate::compareTo);
    }

    /** Returns the last day on which they can have been together. */
    Optional<LocalDate> last() {
      return events.stream()
          .map(Occasion::latest)
          .flatMap(Optional::stream)
          .max(LocalDate::compareTo);
    }

    /** Returns the local names of the kinds of their events, in order. */
    Set<String> kinds() {
      Set<String> kinds = new TreeSet<>();
      events.forEach(event -> kinds.add(event.kind().className()));
      return kinds;
    }
  }

  /**
   * An event of a pair.
   *
   * @param event its IRI
   * @param kind its kind
   * @param earliest the first day on which it can have been
   * @param latest the last day on which it can have been
   */
  record Occasion(
      String event, Kind kind, Optional<LocalDate> earliest, Optional<LocalDate> latest) {}

  /**
   * Reads the network of a graph.
   *
   * @throws IllegalArgumentException if the graph has no country of the filter's
   */
  static Network of(GraphView view, EventFilter wanted) {
    EventFilter filter = wanted.orElse(KINDS, Set.of(Status.HELD));
    record Pair(String source, String target) {}
    Map<Pair, List<Occasion>> pairs = new HashMap<>();
    view.events(
        filter,
        event -> {
          Occasion occasion =
              new Occasion(event.iri(), event.kind(), event.earliest(), event.latest());
          List<String> agents =
              event.parties().stream().map(ExportedEvent.Party::agent).distinct().toList();
          for (int i = 0; i < agents.size(); i++) {
            for (int j = i + 1; j < agents.size(); j++) {
              pairs
                  .computeIfAbsent(new Pair(agents.get(i), agents.get(j)), p -> new ArrayList<>())
                  .add(occasion);
            }
          }
        });
    Comparator<Occasion> time =
        Comparator.<Occasion, LocalDate>comparing(o -> o.earliest().orElse(LocalDate.MAX))
            .thenComparing(Occasion::event);
    List<Edge> edges =
        pairs.entrySet().stream()
            .map(
                pair ->
                    new Edge(
                        pair.getKey().source(),
                        pair.getKey().target(),
                        pair.getValue().stream().sorted(time).toList()))
            .sorted(
                Comparator.comparingInt(Edge::weight)
                    .reversed()
                    .thenComparing(Edge::source)
                    .thenComparing(Edge::target))
            .limit(filter.limit())
            .toList();
    Set<String> agents = new TreeSet<>();
    edges.forEach(edge -> agents.addAll(List.of(edge.source(), edge.target())));
    List<Node> nodes =
        agents.stream()
            .map(view::entity)
            .map(e -> new Node(e.iri(), e.label(), e.type(), e.country(), e.qid()))
            .toList();
    return new Network(nodes, edges, pairs.size(), view.iris().base(), filter, view.citation());
  }

  /** Returns what the network is, in a sentence for the head of a file. */
  String description() {
    String cut =
        edges.size() < allEdges
            ? " The " + edges.size() + " strongest of " + allEdges + " edges."
            : "";
    return "Who took part in events together: "
        + filter.describe()
        + "."
        + cut
        + " Cite as: "
        + citation.line();
  }
}
