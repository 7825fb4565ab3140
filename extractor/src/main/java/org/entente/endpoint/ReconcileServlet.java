package org.entente.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.entente.export.GraphView;
import org.entente.reconcile.Manifest;
import org.entente.reconcile.PreviewPage;
import org.entente.reconcile.Reconciler;
import org.entente.reconcile.ReconciliationException;

/**
 * Serves the Reconciliation Service API 0.2 at {@code /reconcile}: the manifest; questions ({@code
 * queries}) and columns ({@code extend}), by GET or posted as a form; {@code /suggest/entity},
 * {@code /suggest/property} and {@code /suggest/type}; {@code /properties}; {@code /preview}. What
 * is not as the specification has it is told with status 400 as JSON.
 */
final class ReconcileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where it is served. */
  static final String PATH = "/reconcile";

  private final transient CurrentGraph graph;

  /** Makes a servlet over that graph. */
  ReconcileServlet(CurrentGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    try {
      switch (path) {
        case "/" -> root(request, response);
        case "/suggest/entity" ->
            answer(response, r -> r.suggestEntities(prefix(request), cursor(request)));
        case "/suggest/property" ->
            answer(response, r -> r.suggestProperties(prefix(request), cursor(request)));
        case "/suggest/type" ->
            answer(response, r -> r.suggestTypes(prefix(request), cursor(request)));
        case "/properties" ->
            answer(response, r -> r.proposeProperties(parameter(request, "type").orElse("")));
        case "/preview" -> preview(request, response);
        default ->
            tell(
                response, HttpServletResponse.SC_NOT_FOUND, "there is no such part of the service");
      }
    } catch (ReconciliationException e) {
      tell(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  private void root(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<String> queries = parameter(request, "queries");
    Optional<String> extend = parameter(request, "extend");
    if (queries.isPresent()) {
      answer(response, r -> r.answer(queries.get()));
    } else if (extend.isPresent()) {
      answer(response, r -> r.extend(extend.get()));
    } else {
      ServedGraph served = graph.get();
      String title = served.read(data -> new GraphView(data, served.iris()).citation().title());
      write(response, Manifest.of(Addresses.of(request, ""), PATH, title, served.iris().base()));
    }
  }

  private void preview(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = parameter(request, "id").orElse("");
    ServedGraph served = graph.get();
    Optional<String> page =
        served.read(data -> PreviewPage.of(new Reconciler(data, served.iris()), id));
    if (page.isEmpty()) {
      tell(response, HttpServletResponse.SC_NOT_FOUND, "the graph has no such entity");
      return;
    }
    // A client shows the page in a frame of its own; there is nothing on it that a click could do.
    response.setHeader("X-Frame-Options", null);
    response.setHeader("Content-Security-Policy", PreviewPage.POLICY);
    response.setContentType("text/html;charset=utf-8");
    response.getOutputStream().write(page.get().getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpServletResponse response, Function<Reconciler, ObjectNode> work)
      throws IOException {
    ServedGraph served = graph.get();
    write(response, served.read(data -> work.apply(new Reconciler(data, served.iris()))));
  }

  private static String prefix(HttpServletRequest request) {
    return parameter(request, "prefix").orElse("");
  }

  private static int cursor(HttpServletRequest request) {
    String cursor = parameter(request, "cursor").orElse("0");
    if (!cursor.matches("\\d{1,6}")) {
      throw new ReconciliationException("cursor is no whole number");
    }
    return Integer.parseInt(cursor);
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  private static void tell(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    write(
        response,
        new ObjectMapper().createObjectNode().put("status", "error").put("message", message));
  }

  private static void write(HttpServletResponse response, ObjectNode answer) throws IOException {
    response.setContentType("application/json;charset=utf-8");
    response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
