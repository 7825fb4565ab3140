package org.entente.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.annotation.EntityType;
import org.entente.rdf.DatasetMapper;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;
import org.entente.report.Kind;

/** Counts what the description of the dataset tells. The caller holds a transaction. */
final class DatasetDescriber {
  private final DatasetGraph data;
  private final Iris iris;

  DatasetDescriber(DatasetGraph data, Iris iris) {
    this.data = data;
    this.iris = iris;
  }

  /** Returns the description, without what a person said of the dataset in a graph of its own. */
  List<Triple> describe(String version) {
    return new DatasetMapper(iris).map(triples(), instances(), version, ended(), told());
  }

  private long triples() {
    Set<Node> own =
        Set.of(
            Terms.uri(iris.datasetGraph()),
            Terms.uri(iris.detailsGraph()),
            Terms.uri(iris.runsGraph()));
    // Counted in the index, without reading the nodes.
    long triples = TDBInternal.getDatasetGraphTDB(data).getQuadTable().getNodeTupleTable().size();
    for (Node graph : own) {
      triples -= Iter.count(data.find(graph, Node.ANY, Node.ANY, Node.ANY));
    }
    return triples;
  }

  private Map<String, Long> instances() {
    Map<String, Long> instances = new TreeMap<>();
    for (Node type : List.of(Dip.DOCUMENT, Dip.REPORT)) {
      count(instances, Node.ANY, type);
    }
    count(instances, Terms.uri(iris.eventsGraph()), Dip.EVENT);
    for (Kind kind : Kind.values()) {
      count(instances, Terms.uri(iris.eventsGraph()), Dip.of(kind));
    }
    for (EntityType type : EntityType.values()) {
      count(instances, Terms.uri(iris.entitiesGraph()), Dip.of(type));
    }
    return instances;
  }

  private void count(Map<String, Long> instances, Node graph, Node type) {
    long count = Iter.count(data.find(graph, Node.ANY, Terms.TYPE, type));
    if (count > 0) {
      instances.put(type.getURI().substring(Dip.NS.length()), count);
    }
  }

  private Optional<Instant> ended() {
    String ended = "";
    Iterator<Quad> ends =
        data.find(Terms.uri(iris.runsGraph()), Node.ANY, Terms.ENDED_AT, Node.ANY);
    while (ends.hasNext()) {
      String end = ends.next().getObject().getLiteralLexicalForm();
      ended = end.compareTo(ended) > 0 ? end : ended;
    }
    return ended.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(ended));
  }

  /** Returns the properties of the dataset that a person told. */
  private Set<Node> told() {
    Set<Node> told = new HashSet<>();
    data.find(Terms.uri(iris.detailsGraph()), Terms.uri(iris.dataset()), Node.ANY, Node.ANY)
        .forEachRemaining(quad -> told.add(quad.getPredicate()));
    return told;
  }
}
