package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.export.EventFilter;
import org.entente.export.ExportFile;
import org.entente.export.GraphView;
import org.entente.store.NQuads;

/**
 * Serves what {@code entente export} writes: {@code /export/network.graphml}, {@code
 * /export/network.gexf}, {@code /export/tables.zip}, its tables one by one, {@code
 * /export/quickstatements.txt}, {@code /export/CITATION.cff} and the whole graph, {@code
 * /export/graph.nq}. The parameters are the filter's, see {@link EventFilter#parse}. Tables are
 * written as they are read; a network has at most {@value #MOST_EDGES} edges.
 */
final class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** How many edges a network may have that is asked for over HTTP. */
  static final int MOST_EDGES = 50_000;

  /** Where the whole graph is. */
  static final String DUMP = "/export/graph.nq";

  private static final String WHOLE_GRAPH = DUMP.substring(DUMP.lastIndexOf('/') + 1);

  private final transient CurrentGraph graph;

  /** Makes a servlet that exports that graph. */
  ExportServlet(CurrentGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    String name = path.substring(1);
    boolean whole = name.equals(WHOLE_GRAPH);
    if (!whole && ExportFile.named(name).isEmpty()) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no such export.");
      return;
    }
    if (whole) {
      graph(response);
    } else {
      file(ExportFile.named(name).get(), request, response);
    }
  }

  private void graph(HttpServletResponse response) throws IOException {
    head(response, "application/n-quads", WHOLE_GRAPH);
    graph
        .get()
        .read(
            dataset -> {
              NQuads.write(dataset, response.getOutputStream());
              return null;
            });
  }

  private void file(ExportFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Map<String, String> values = new LinkedHashMap<>();
      request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
      EventFilter filter = EventFilter.parse(values).atMost(MOST_EDGES);
      ServedGraph served = graph.get();
      served.read(
          dataset -> {
            head(response, file.mediaType() + ";charset=utf-8", file.fileName());
            // A table has no place for its citation.
            response.setHeader(
                "Link",
                "<"
                    + Addresses.of(request, "/export/" + ExportFile.CITATION.fileName())
                    + ">; rel=\"describedby\"");
            file.write(new GraphView(dataset, served.iris()), filter, response.getOutputStream());
            return null;
          });
    } catch (IllegalArgumentException e) {
      response.resetBuffer();
      response.setHeader("Content-Disposition", null);
      response.setHeader("Link", null);
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  private static void head(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static void refuse(HttpServletResponse response, int status, String why)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((why + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
