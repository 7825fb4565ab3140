package org.entente.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
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
 * Answers a GET of the SPARQL service that brings no parameters with the description of the service
 * (SPARQL 1.1 Service Description); leaves every other request alone.
 *
 * <p>The graphs of documents are not listed: there can be a hundred thousand, and {@code SELECT ?g
 * { GRAPH ?g { ?d a dip:Document } }} tells them.
 */
final class ServiceDescriptionFilter implements Filter {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final List<String> FORMATS =
      List.of(
          "SPARQL_Results_XML",
          "SPARQL_Results_JSON",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD");

  private final CurrentGraph graph;

  /** Makes a filter that describes the service over that graph. */
  ServiceDescriptionFilter(CurrentGraph graph) {
    this.graph = graph;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String parameters = http.getQueryString();
    boolean reading = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
    if (reading && (parameters == null || parameters.isEmpty())) {
      RdfAnswer.write(
          describe(Addresses.of(http, http.getRequestURI())), http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Graph describe(String endpoint) throws IOException {
    ServedGraph described = graph.get();
    Iris iris = described.iris();
    Graph description = GraphFactory.createDefaultGraph();
    Terms.PREFIXES.forEach(description.getPrefixMapping()::setNsPrefix);
    description.getPrefixMapping().setNsPrefix("sd", SD);
    Node service = Terms.uri(endpoint + "#service");
    Node dataset = Terms.uri(iris.dataset());
    Node union = Terms.uri(endpoint + "#default-graph");
    add(description, service, Terms.TYPE, sd("Service"));
    add(description, service, sd("endpoint"), Terms.uri(endpoint));
    add(description, service, sd("supportedLanguage"), sd("SPARQL11Query"));
    add(description, service, sd("feature"), sd("UnionDefaultGraph"));
    add(
        description,
        service,
        sd("propertyFeature"),
        Terms.uri("http://jena.apache.org/text#query"));
    FORMATS.forEach(
        format ->
            add(
                description,
                service,
                sd("resultFormat"),
                Terms.uri("http://www.w3.org/ns/formats/" + format)));
    add(description, service, sd("defaultDataset"), dataset);
    add(description, dataset, Terms.TYPE, sd("Dataset"));
    add(description, dataset, sd("defaultGraph"), union);
    add(description, union, Terms.TYPE, sd("Graph"));
    described.read(
        data -> {
          for (String name : iris.sharedGraphs()) {
            if (data.contains(Terms.uri(name), Node.ANY, Node.ANY, Node.ANY)) {
              Node named = Terms.uri(endpoint + "#" + name.substring(name.lastIndexOf('/') + 1));
              add(description, dataset, sd("namedGraph"), named);
              add(description, named, Terms.TYPE, sd("NamedGraph"));
              add(description, named, sd("name"), Terms.uri(name));
            }
          }
          return null;
        });
    return description;
  }

  private static void add(Graph graph, Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }

  private static Node sd(String name) {
    return Terms.uri(SD + name);
  }
}
