package org.entente.store;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/** N-Triples and N-Quads lines, without the line end. */
final class Lines {
  private Lines() {}

  static String triple(Triple triple) {
    return nodes(triple.getSubject(), triple.getPredicate(), triple.getObject()) + " .";
  }

  static String quad(Quad quad) {
    return nodes(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph()) + " .";
  }

  private static String nodes(Node... nodes) {
    StringBuilder line = new StringBuilder();
    for (Node node : nodes) {
      line.append(line.isEmpty() ? "" : " ").append(NodeFmtLib.strNT(node));
    }
    return line.toString();
  }
}
