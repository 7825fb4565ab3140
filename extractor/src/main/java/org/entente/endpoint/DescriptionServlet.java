package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/**
 * Serves the description of the dataset where crawlers look for it, {@code /.well-known/void}, with
 * the addresses of the SPARQL service and of the downloads at which it was asked for.
 */
final class DescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient CurrentGraph graph;

  /** Makes a servlet that describes that graph. */
  DescriptionServlet(CurrentGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServedGraph described = graph.get();
    Iris iris = described.iris();
    Graph description = GraphFactory.createDefaultGraph();
    Terms.PREFIXES.forEach(description.getPrefixMapping()::setNsPrefix);
    described.read(
        dataset -> {
          for (String name : List.of(iris.datasetGraph(), iris.detailsGraph())) {
            dataset
                .find(Terms.uri(name), Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> description.add(quad.asTriple()));
          }
          return null;
        });
    tell(description, iris, "sparqlEndpoint", Addresses.of(request, Addresses.SPARQL));
    tell(description, iris, "dataDump", Addresses.of(request, ExportServlet.DUMP));
    RdfAnswer.write(description, request, response);
  }

  private static void tell(Graph description, Iris iris, String property, String address) {
    description.add(
        Triple.create(
            Terms.uri(iris.dataset()), Terms.uri(Terms.VOID + property), Terms.uri(address)));
  }
}
