package org.entente.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Writes N-Quads, graph by graph, every graph's lines in order: equal graphs give equal bytes. */
public final class NQuads {
  private NQuads() {}

  /**
   * Writes the named graphs of a dataset; holds the lines of one graph at a time.
   *
   * @param dataset the dataset, in a transaction
   * @param out where to; it is flushed and not closed
   * @throws UncheckedIOException if the stream fails
   */
  public static void write(DatasetGraph dataset, OutputStream out) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      for (Node graph : graphs(dataset)) {
        List<Triple> triples = new ArrayList<>();
        dataset
            .find(graph, Node.ANY, Node.ANY, Node.ANY)
            .forEachRemaining(quad -> triples.add(quad.asTriple()));
        for (String line : lines(graph, triples)) {
          writer.write(line);
          writer.write('\n');
        }
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of a graph, in order. */
  public static List<String> lines(Node graph, Collection<Triple> triples) {
    Map<Node, String> written = new HashMap<>();
    return triples.stream()
        .map(triple -> Lines.quad(new Quad(graph, triple), written))
        .sorted()
        .toList();
  }

  /** Returns the names of the named graphs of a dataset, in the order in which they are written. */
  static Set<Node> graphs(DatasetGraph dataset) {
    Set<Node> graphs = new TreeSet<>(Comparator.comparing(Node::getURI));
    dataset.listGraphNodes().forEachRemaining(graphs::add);
    return graphs;
  }
}
