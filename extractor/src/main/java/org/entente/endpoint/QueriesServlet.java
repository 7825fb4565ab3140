package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.query.CatalogJson;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalog;
import org.entente.query.QueryException;

/**
 * Serves the example queries as files: {@code /queries/} is the catalog as JSON (see {@link
 * CatalogJson}), and {@code /queries/NAME.rq} the text of one. With parameters, such as {@code
 * /queries/meetings-of-person.rq?person=Vladimir%20Putin}, the text has those values in its {@code
 * VALUES} blocks; what is missing or does not fit is told with status 400.
 */
final class QueriesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FILE = ".rq";

  private final transient QueryCatalog catalog = QueryCatalog.load();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    if (path.equals("/")) {
      write(response, "application/json", CatalogJson.write(catalog));
      return;
    }
    try {
      NamedQuery query = catalog.get(path.substring(1).replaceFirst("\\.rq$", ""));
      Map<String, String> values = new LinkedHashMap<>();
      request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
      if (!path.endsWith(FILE)) {
        refuse(response, HttpServletResponse.SC_NOT_FOUND, "The file is " + query.name() + FILE);
        return;
      }
      String text = values.isEmpty() ? query.text() : query.textWith(values);
      write(response, "application/sparql-query", text);
    } catch (QueryException e) {
      boolean known = catalog.queries().stream().anyMatch(q -> path.equals("/" + q.name() + FILE));
      refuse(
          response,
          known ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_NOT_FOUND,
          e.getMessage());
    }
  }

  private static void refuse(HttpServletResponse response, int status, String why)
      throws IOException {
    response.setStatus(status);
    write(response, "text/plain", why + "\n");
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type + ";charset=utf-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
