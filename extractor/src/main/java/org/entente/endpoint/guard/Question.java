package org.entente.endpoint.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.entente.rdf.Iris;

/**
 * All on which the answer to a request depends.
 *
 * @param graph which graph is asked
 * @param query the query, as it was written or as it is written alike
 * @param parameters all other parameters
 * @param accept the formats that the client takes
 */
record Question(
    String graph, String query, Map<String, List<String>> parameters, List<String> accept) {

  /** Returns the question of a request, with its query as it was written. */
  static Question of(String graph, QueryRequest request) {
    Map<String, List<String>> parameters = request.parameters();
    parameters.remove("query");
    return new Question(
        graph, request.query(), parameters, Collections.list(request.getHeaders("Accept")));
  }

  /**
   * Reads the query.
   *
   * @throws RefusedException when it is none, or one that is not answered here
   */
  Query parse() throws RefusedException {
    if (query == null || query.isBlank()) {
      throw new RefusedException(
          HttpServletResponse.SC_BAD_REQUEST, "There is no query: send one as 'query=...'.");
    }
    try {
      Query parsed = QueryFactory.create(query, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ);
      String refused = QueryCheck.refuse(parsed);
      if (refused != null) {
        throw new RefusedException(HttpServletResponse.SC_BAD_REQUEST, refused);
      }
      return parsed;
    } catch (StackOverflowError e) {
      throw tooDeep();
    } catch (QueryException e) {
      if (e.getCause() instanceof StackOverflowError) {
        throw tooDeep();
      }
      throw new RefusedException(
          HttpServletResponse.SC_BAD_REQUEST, "The query cannot be read: " + e.getMessage());
    }
  }

  private static RefusedException tooDeep() {
    return new RefusedException(
        HttpServletResponse.SC_BAD_REQUEST,
        "The query nests too deeply. Write it in fewer levels.");
  }

  /** Returns the question with the query as it is written alike, whatever its layout. */
  Question alike(Query parsed) {
    return new Question(graph, parsed.serialize(), parameters, accept);
  }

  /** Returns the tag by which clients know the answer again. */
  String tag() {
    byte[] all = toString().getBytes(StandardCharsets.UTF_8);
    return "W/\"" + Iris.hash(all).substring(0, 24) + "\"";
  }

  /** Returns about how many bytes it takes. */
  int size() {
    return 2 * (query.length() + parameters.toString().length() + accept.toString().length()) + 200;
  }
}
