package org.entente.query;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.system.Txn;

/**
 * Runs queries over a dataset in this process or at a SPARQL endpoint. It reads only. The default
 * graph must be the union of the graphs.
 */
public final class QueryRunner {
  private static final String DIP = "https://w3id.org/entente/diplomacy#";
  private static final Var LABEL = Var.alloc("label");

  private final Function<Query, QueryAnswer> execution;

  private QueryRunner(Function<Query, QueryAnswer> execution) {
    this.execution = execution;
  }

  /** Returns a runner over a dataset; each query is a read transaction of its own. */
  public static QueryRunner over(Dataset dataset) {
    DatasetGraph graph = dataset.asDatasetGraph();
    return new QueryRunner(
        query ->
            Txn.calculateRead(
                graph,
                () -> {
                  try (QueryExec exec = QueryExec.dataset(graph).query(query).build()) {
                    return answer(query, exec);
                  } catch (QueryCancelledException e) {
                    throw new QueryException("The query took too long and was stopped.", e);
                  }
                }));
  }

  /** Returns a runner at an endpoint of the SPARQL protocol. */
  public static QueryRunner at(URI endpoint) {
    return new QueryRunner(
        query -> {
          try (QueryExec exec = QueryExecHTTP.service(endpoint.toString()).query(query).build()) {
            return answer(query, exec);
          } catch (QueryExceptionHTTP | HttpException e) {
            throw new QueryException(
                "The endpoint "
                    + endpoint
                    + " did not answer the query: "
                    + e.getMessage()
                    + ". Is it a SPARQL endpoint, and is it running?",
                e);
          }
        });
  }

  private static QueryAnswer answer(Query query, QueryExec exec) {
    if (query.isConstructType()) {
      return new QueryAnswer.Triples(exec.construct());
    }
    RowSet rows = exec.select();
    List<Binding> solutions = new ArrayList<>();
    // Copied, because a row of a TDB2 dataset may be read in its transaction only.
    rows.forEach(row -> solutions.add(row.detach()));
    return new QueryAnswer.Rows(rows.getResultVars(), solutions);
  }

  /**
   * Runs a query that needs no values.
   *
   * @param query a SELECT or CONSTRUCT query
   * @throws QueryException if an endpoint does not answer
   */
  public QueryAnswer run(Query query) {
    return execution.apply(query);
  }

  /**
   * Runs a query of the catalog.
   *
   * @param query the query
   * @param values its parameters and what the user wrote for them
   * @throws QueryException if a parameter is missing, wrong, or names nothing in the graph
   */
  public QueryAnswer run(NamedQuery query, Map<String, String> values) {
    Query bound = query.bind(values);
    for (Parameter parameter : query.parameters()) {
      if (values.containsKey(parameter.name()) && !parameter.type().classes().isEmpty()) {
        for (Node term : parameter.type().parse(values.get(parameter.name()))) {
          requireKnown(parameter, term);
        }
      }
    }
    return run(bound);
  }

  /** An empty answer does not tell a person without meetings from a misspelt name: this does. */
  private void requireKnown(Parameter parameter, Node name) {
    String match =
        """
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?label WHERE {
          VALUES ?name { "" }
          VALUES ?class { <urn:class> }
          ?thing a ?class ; rdfs:label ?label ; rdfs:label|skos:altLabel|skos:exactMatch ?known .
          FILTER (LCASE(STR(?known)) = LCASE(?name) || STR(?thing) = ?name)
        } LIMIT 1
        """;
    if (size(match, parameter, name) > 0) {
      return;
    }
    String all =
        """
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?label WHERE {
          VALUES ?class { <urn:class> }
          ?thing a ?class ; rdfs:label|skos:altLabel ?label .
        }
        """;
    TreeSet<String> labels = new TreeSet<>();
    for (Binding row : rows(all, parameter, name)) {
      labels.add(row.get(LABEL).getLiteralLexicalForm());
    }
    List<String> near = Spelling.nearest(name.getLiteralLexicalForm(), labels);
    throw new QueryException(
        "The graph has no "
            + String.join(" or ", parameter.type().classes()).toLowerCase(java.util.Locale.ROOT)
            + " \""
            + name.getLiteralLexicalForm()
            + "\" ("
            + parameter.name()
            + "). "
            + (near.isEmpty()
                ? "Look for the name with: entente query wikidata-ids"
                : "Did you mean " + String.join(" or ", near) + "?"));
  }

  private int size(String text, Parameter parameter, Node name) {
    return rows(text, parameter, name).size();
  }

  private List<Binding> rows(String text, Parameter parameter, Node name) {
    List<Node> classes =
        parameter.type().classes().stream().map(c -> NodeFactory.createURI(DIP + c)).toList();
    Query query =
        InlineData.fill(
            QueryFactory.create(text),
            Map.of(Var.alloc("name"), List.of(name), Var.alloc("class"), classes));
    return ((QueryAnswer.Rows) run(query)).rows();
  }
}
