package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The named graph of one document.
 *
 * @param document identifier of the document
 * @param name IRI of the graph
 * @param triples its triples, each once
 */
public record DocumentGraph(String document, Node name, List<Triple> triples) {
  /** Copies the list. */
  public DocumentGraph {
    triples = List.copyOf(triples);
  }
}
