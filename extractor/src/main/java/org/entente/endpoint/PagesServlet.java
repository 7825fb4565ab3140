package org.entente.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the pages, from the class path: the explorer at {@code /} and the editor at {@code
 * /sparql.html}, with what they are made of at {@code /explorer/}; the ontology's reference page at
 * {@code /ontology}, the libraries of WebJars at {@code /lib/NAME/VERSION/}, and the Fuseki user
 * interface at {@code /fuseki/}.
 *
 * <p>A library's address tells its version, so that browsers keep the file for good; of every other
 * file they ask whether it has changed. The files are few and never change while the program runs:
 * they are kept in memory.
 */
final class PagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String LIBRARIES = "/lib/";
  private static final String FUSEKI = "/fuseki/";

  /** Folders of the class path by the path of their address. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          LIBRARIES,
          "/META-INF/resources/webjars/",
          FUSEKI,
          "/webapp/",
          "/explorer/",
          "/org/entente/explorer/");

  /** Pages at an address of their own. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/",
          "/org/entente/explorer/index.html",
          "/index.html",
          "/org/entente/explorer/index.html",
          "/sparql.html",
          "/org/entente/explorer/sparql.html",
          FUSEKI,
          "/webapp/index.html",
          "/favicon.ico",
          "/org/entente/explorer/icon.svg",
          "/ontology",
          "/org/entente/ontology/reference.html");

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  private final transient Map<String, StaticFile> files = new ConcurrentHashMap<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.startsWith(FUSEKI + "$/") || path.startsWith(FUSEKI + "entente/")) {
      // The user interface asks below its own address for what the server has at the top.
      String query = request.getQueryString();
      response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
      response.setHeader(
          "Location", path.substring(FUSEKI.length() - 1) + (query == null ? "" : "?" + query));
      return;
    }
    if (path.equals(FUSEKI.substring(0, FUSEKI.length() - 1))) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", FUSEKI);
      return;
    }
    Optional<StaticFile> file = find(path);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader(
        "Cache-Control",
        path.startsWith(LIBRARIES) ? "public, max-age=31536000, immutable" : "no-cache");
    send(file.get(), request, response);
  }

  /** The user interface posts queries; the server answers them at its own address. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith(FUSEKI + "entente/")) {
      doGet(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  private Optional<StaticFile> find(String path) {
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    StaticFile known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StaticFile> read = resource(path).flatMap(StaticFile::read);
    read.ifPresent(file -> files.put(path, file));
    return read;
  }

  private static Optional<String> resource(String path) {
    if (PAGES.containsKey(path)) {
      return Optional.of(PAGES.get(path));
    }
    return FOLDERS.entrySet().stream()
        .filter(folder -> path.startsWith(folder.getKey()))
        .map(folder -> folder.getValue() + path.substring(folder.getKey().length()))
        .findFirst();
  }

  private static void send(
      StaticFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", file.tag());
    response.setHeader("Vary", "Accept-Encoding");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(file.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    String accepted = request.getHeader("Accept-Encoding");
    byte[] content = file.content();
    if (accepted != null && accepted.contains("gzip") && file.compressed().isPresent()) {
      response.setHeader("Content-Encoding", "gzip");
      content = file.compressed().get();
    }
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
