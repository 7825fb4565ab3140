package org.entente.endpoint;

import java.util.concurrent.atomic.AtomicReference;

/** The graph that is served at this moment; pages take it anew for each request. */
final class CurrentGraph {
  private final AtomicReference<ServedGraph> graph;

  /** Begins with that graph. */
  CurrentGraph(ServedGraph first) {
    graph = new AtomicReference<>(first);
  }

  /** Returns the graph of this moment. */
  ServedGraph get() {
    return graph.get();
  }

  /** Serves another graph from now on. */
  void set(ServedGraph next) {
    graph.set(next);
  }
}
