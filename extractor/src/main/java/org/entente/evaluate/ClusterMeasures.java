package org.entente.evaluate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The measures by which two partitions of the same items are compared in coreference: the key of
 * the gold standard and the response of the system. Empty partitions measure 0.
 */
final class ClusterMeasures {
  private final List<Set<Integer>> key;
  private final List<Set<Integer>> response;

  /** Takes two partitions of the same items, no part empty. */
  ClusterMeasures(List<Set<Integer>> key, List<Set<Integer>> response) {
    this.key = key;
    this.response = response;
  }

  /** B-cubed of Bagga and Baldwin (1998): for each item the share of its cluster that is right. */
  EventFigures.Share bCubed() {
    return new EventFigures.Share(bCubed(response, key), bCubed(key, response));
  }

  private static double bCubed(List<Set<Integer>> own, List<Set<Integer>> others) {
    double sum = 0;
    int items = 0;
    for (Set<Integer> cluster : own) {
      items += cluster.size();
      for (Set<Integer> other : others) {
        int common = common(cluster, other);
        sum += (double) common * common / cluster.size();
      }
    }
    return items == 0 ? 0 : sum / items;
  }

  /** MUC of Vilain and others (1995): links that need not be added; 1 where neither has a link. */
  EventFigures.Share muc() {
    if (key.stream().allMatch(c -> c.size() == 1)
        && response.stream().allMatch(c -> c.size() == 1)) {
      return new EventFigures.Share(1, 1);
    }
    return new EventFigures.Share(muc(response, key), muc(key, response));
  }

  private static double muc(List<Set<Integer>> own, List<Set<Integer>> others) {
    int kept = 0;
    int links = 0;
    for (Set<Integer> cluster : own) {
      int parts = (int) others.stream().filter(o -> common(cluster, o) > 0).count();
      kept += cluster.size() - parts;
      links += cluster.size() - 1;
    }
    return links == 0 ? 0 : (double) kept / links;
  }

  /** CEAF over entities of Luo (2005): the best one-to-one assignment of clusters by phi 4. */
  EventFigures.Share ceaf() {
    if (key.isEmpty()) {
      return new EventFigures.Share(0, 0);
    }
    Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Set<String> golds = add(graph, "gold", key.size());
    Set<String> systems = add(graph, "system", response.size());
    for (int i = 0; i < key.size(); i++) {
      for (int j = 0; j < response.size(); j++) {
        int common = common(key.get(i), response.get(j));
        if (common > 0) {
          graph.setEdgeWeight(
              graph.addEdge("gold" + i, "system" + j),
              2.0 * common / (key.get(i).size() + response.get(j).size()));
        }
      }
    }
    double best =
        graph.edgeSet().isEmpty()
            ? 0
            : new MaximumWeightBipartiteMatching<>(graph, golds, systems).getMatching().getWeight();
    return new EventFigures.Share(best / response.size(), best / key.size());
  }

  private static Set<String> add(
      Graph<String, DefaultWeightedEdge> graph, String prefix, int count) {
    Set<String> vertices = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      vertices.add(prefix + i);
    }
    vertices.forEach(graph::addVertex);
    return vertices;
  }

  private static int common(Set<Integer> a, Set<Integer> b) {
    Set<Integer> both = new HashSet<>(a);
    both.retainAll(b);
    return both.size();
  }
}
