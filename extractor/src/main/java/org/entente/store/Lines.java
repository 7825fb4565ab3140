package org.entente.store;

import java.util.List;
import java.util.Map;
import org.apache.commons.io.output.StringBuilderWriter;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.entente.rdf.Dip;
import org.entente.rdf.Terms;

/** Lines of N-Triples, N-Quads and Turtle, without the line end. */
final class Lines {
  /** Characters of most lines. */
  private static final int LINE = 256;

  private static final PrefixMap PREFIXES =
      PrefixMapFactory.create(
          Map.of(
              "dip", Dip.NS,
              "rdfs", RDFS.getURI(),
              "xsd", XSD.getURI()));

  private static final NodeFormatter NTRIPLES = new NodeFormatterNT();

  private Lines() {}

  /** Reads lines of N-Triples. */
  static List<Triple> parse(String lines) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(lines, Lang.NTRIPLES).parse(graph);
    return graph.find().toList();
  }

  static String triple(Triple triple) {
    return nodes(triple.getSubject(), triple.getPredicate(), triple.getObject()) + " .";
  }

  /** A line for people to read: with prefixes, and IRIs from the base of the store. */
  static String turtle(Triple triple, String base) {
    String property =
        triple.getPredicate().equals(Terms.TYPE)
            ? "a"
            : NodeFmtLib.str(triple.getPredicate(), base, PREFIXES);
    return NodeFmtLib.str(triple.getSubject(), base, PREFIXES)
        + " "
        + property
        + " "
        + NodeFmtLib.str(triple.getObject(), base, PREFIXES)
        + " .";
  }

  /**
   * The line of a quad.
   *
   * @param written IRIs and how they are written, which are many times the same; more are added
   */
  static String quad(Quad quad, Map<Node, String> written) {
    return node(quad.getSubject(), written)
        + ' '
        + node(quad.getPredicate(), written)
        + ' '
        + node(quad.getObject(), written)
        + ' '
        + node(quad.getGraph(), written)
        + " .";
  }

  private static String node(Node node, Map<Node, String> written) {
    return node.isURI() ? written.computeIfAbsent(node, Lines::nodes) : nodes(node);
  }

  private static String nodes(Node... nodes) {
    StringBuilderWriter text = new StringBuilderWriter(LINE);
    AWriter line = IO.wrap(text);
    for (Node node : nodes) {
      if (node != nodes[0]) {
        line.print(' ');
      }
      NTRIPLES.format(line, node);
    }
    line.flush();
    return text.toString();
  }
}
