package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Serves the description of the dataset where crawlers look for it, {@code /.well-known/void}, as
 * Turtle, with the address of the SPARQL service at which it was asked for.
 */
final class DescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private transient volatile ServedGraph graph;

  /** Makes a servlet that describes a graph. */
  DescriptionServlet(ServedGraph graph) {
    this.graph = graph;
  }

  /** Describes another graph from now on. */
  void serve(ServedGraph next) {
    graph = next;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServedGraph described = graph;
    Graph description = GraphFactory.createDefaultGraph();
    Terms.PREFIXES.forEach(description.getPrefixMapping()::setNsPrefix);
    Iris iris = described.iris();
    DatasetGraph dataset = described.dataset();
    dataset.begin(ReadWrite.READ);
    try {
      dataset
          .find(Terms.uri(iris.datasetGraph()), Node.ANY, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> description.add(quad.asTriple()));
    } finally {
      dataset.end();
    }
    String address = request.getRequestURL().toString();
    description.add(
        Triple.create(
            Terms.uri(iris.dataset()),
            Terms.uri(Terms.VOID + "sparqlEndpoint"),
            Terms.uri(address.replace(request.getRequestURI(), "/entente/sparql"))));
    response.setContentType("text/turtle;charset=utf-8");
    RDFWriter.source(description)
        .format(RDFFormat.TURTLE_BLOCKS)
        .output(response.getOutputStream());
  }
}
