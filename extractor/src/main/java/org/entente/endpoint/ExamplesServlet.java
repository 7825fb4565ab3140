package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.query.ExampleQueries;
import org.entente.query.QueryCatalog;

/**
 * Serves the example queries as RDF where editors look for them, {@code
 * /.well-known/sparql-examples}, with the address of the SPARQL service at which they were asked
 * for.
 */
final class ExamplesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient QueryCatalog catalog = QueryCatalog.load();
  private final transient CurrentGraph graph;

  /** Makes a servlet for the queries of that graph. */
  ExamplesServlet(CurrentGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String endpoint = Addresses.of(request, Addresses.SPARQL);
    RdfAnswer.write(
        ExampleQueries.model(catalog, graph.get().iris().base(), endpoint).getGraph(),
        request,
        response);
  }
}
