package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.entente.export.EventFilter;
import org.entente.export.ExportFile;
import org.entente.export.GraphView;
import org.entente.store.GraphFormat;

/**
 * Serves what {@code entente export} writes: {@code /export/network.graphml}, {@code
 * /export/network.gexf}, {@code /export/tables.zip}, its tables one by one, {@code
 * /export/quickstatements.txt}, {@code /export/CITATION.cff} and the whole graph, {@code
 * /export/graph.nq}, {@code graph.ttl} and, where it is small, {@code graph.jsonld}. The parameters
 * are the filter's, see {@link EventFilter#parse}. Tables are written as they are read; a network
 * has at most {@value #MOST_EDGES} edges.
 */
final class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int SC_UNPROCESSABLE_CONTENT = 422;

  /** How many edges a network may have that is asked for over HTTP. */
  static final int MOST_EDGES = 50_000;

  /** Where the whole graph is. */
  static final String DUMP = "/export/" + GraphFormat.NQ.fileName();

  /** How many quads a graph may have that has to be written in memory. */
  private static final long MOST_IN_MEMORY = 400_000;

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
    for (GraphFormat format : GraphFormat.values()) {
      if (format.fileName().equals(name)) {
        graph(format, response);
        return;
      }
    }
    if (ExportFile.named(name).isEmpty()) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no such export.");
    } else {
      file(ExportFile.named(name).get(), request, response);
    }
  }

  private void graph(GraphFormat format, HttpServletResponse response) throws IOException {
    graph
        .get()
        .read(
            dataset -> {
              if (!format.isStreamed()
                  && Iter.count(Iter.limit(dataset.find(), MOST_IN_MEMORY + 1)) > MOST_IN_MEMORY) {
                refuse(
                    response,
                    SC_UNPROCESSABLE_CONTENT,
                    "The graph is too large for this format. Take "
                        + GraphFormat.NQ.fileName()
                        + ", or write it with 'entente export'.");
                return null;
              }
              head(response, format.mediaType(), format.fileName());
              format.write(dataset, response.getOutputStream());
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
