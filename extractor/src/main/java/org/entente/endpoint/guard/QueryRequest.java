package org.entente.endpoint.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request of the SPARQL protocol whose body was read, within the limit of its size. */
final class QueryRequest extends HttpServletRequestWrapper {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";

  /**
   * Parameters that Fuseki knows beside the protocol's and that let a page of another site run an
   * answer as a script or show it with a style sheet of its own.
   */
  private static final Set<String> REFUSED = Set.of("callback", "stylesheet", "force-accept");

  /** Parameters that tell Fuseki the format of the answer, ahead of the header for it. */
  private static final Set<String> FORMAT = Set.of("output", "out", "format");

  private final byte[] body;
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  private QueryRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /**
   * Reads a request.
   *
   * @param request the request as it came
   * @param limit the largest body, in bytes
   * @throws RefusedException when it is larger, of another type, or no request for a query
   * @throws IOException when the client does not send it
   */
  static QueryRequest read(HttpServletRequest request, int limit)
      throws RefusedException, IOException {
    boolean posted = request.getMethod().equals("POST");
    String type = posted ? type(request) : "";
    byte[] body = posted ? body(request, limit) : new byte[0];
    QueryRequest read = new QueryRequest(request, body);
    read.decode(request.getQueryString());
    if (type.equals(FORM)) {
      read.decode(new String(body, StandardCharsets.UTF_8));
    }
    for (String name : REFUSED) {
      if (read.parameters.containsKey(name)) {
        throw new RefusedException(400, "The parameter '" + name + "' is not allowed here.");
      }
    }
    return read;
  }

  private static String type(HttpServletRequest request) throws RefusedException {
    String type = request.getContentType();
    String media =
        type == null ? FORM : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!media.equals(FORM) && !media.equals(QUERY)) {
      throw new RefusedException(
          415, "A query is posted as " + QUERY + " or as " + FORM + ". This service only reads.");
    }
    return media;
  }

  private static byte[] body(HttpServletRequest request, int limit)
      throws RefusedException, IOException {
    return RequestBody.read(request, limit)
        .orElseThrow(
            () ->
                new RefusedException(
                    413, "The request is larger than the " + limit + " bytes that are allowed."));
  }

  private void decode(String pairs) throws RefusedException {
    if (pairs == null) {
      return;
    }
    try {
      for (String pair : pairs.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          add(
              URLDecoder.decode(name, StandardCharsets.UTF_8),
              URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          400, "The parameters are not encoded as they should: " + e.getMessage());
    }
  }

  private void add(String name, String value) {
    // SPARQLWrapper asks for "rdf+xml", which Fuseki knows by its whole name alone.
    boolean subtype = FORMAT.contains(name) && value.contains("+") && !value.contains("/");
    parameters
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(subtype ? "application/" + value : value);
  }

  /** Returns the text of the query, or null where there is none. */
  String query() {
    return QUERY.equals(mediaType()) ? new String(body, StandardCharsets.UTF_8) : single("query");
  }

  private String mediaType() {
    String type = getContentType();
    return type == null ? null : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private String single(String name) {
    List<String> values = parameters.get(name);
    return values == null || values.size() != 1 ? null : values.get(0);
  }

  /** Returns the values of each parameter, in the order of their names. */
  Map<String, List<String>> parameters() {
    return new TreeMap<>(parameters);
  }

  @Override
  public String getParameter(String name) {
    List<String> values = parameters.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public String[] getParameterValues(String name) {
    List<String> values = parameters.get(name);
    return values == null ? null : values.toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new)));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return in.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        return in.read(bytes, offset, length);
      }

      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("the body was read already");
      }
    };
  }
}
