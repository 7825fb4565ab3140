package org.entente.endpoint.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The first that every request meets: keeps the public to reading, lets pages of other sites read
 * without credentials, and sets the headers that tell a browser what a page may do.
 *
 * <p>Fuseki's own cross-origin filter echoes any origin together with permission to send
 * credentials; this one never grants credentials.
 */
public final class PublicAccess implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Pages of this server run its own scripts only, and nothing that stands in a page. */
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'self'";

  /** The Fuseki pages set styles in their markup. */
  private static final String FUSEKI_POLICY =
      POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  private final Set<String> open;
  private final List<String> posted;

  /**
   * Makes a filter. A path that ends with a slash stands for all below it.
   *
   * @param open paths that pages of other sites may read
   * @param posted paths to which one may post: queries, which change nothing, and what asks for a
   *     password itself
   */
  public PublicAccess(Set<String> open, Set<String> posted) {
    this.open = Set.copyOf(open);
    this.posted = List.copyOf(posted);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = http.getRequestURI();
    secure(answer, path);
    if (!PathCheck.isPlain(path)) {
      new Refusal(400, "The address is not written as it should be.").send(http, answer);
      return;
    }
    if (matches(open, path)) {
      answer.setHeader("Access-Control-Allow-Origin", "*");
      if (http.getMethod().equals("OPTIONS")) {
        answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        answer.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
        answer.setHeader("Access-Control-Max-Age", "86400");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
    }
    boolean posting = http.getMethod().equals("POST") && matches(posted, path);
    if (!posting && !READING.contains(http.getMethod())) {
      new Refusal(403, "The public may only read here.").send(http, answer);
      return;
    }
    chain.doFilter(request, response);
  }

  private static void secure(HttpServletResponse answer, String path) {
    answer.setHeader(
        "Content-Security-Policy", path.startsWith("/fuseki/") ? FUSEKI_POLICY : POLICY);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  }

  private static boolean matches(Iterable<String> paths, String path) {
    for (String known : paths) {
      if (known.endsWith("/") ? path.startsWith(known) : path.equals(known)) {
        return true;
      }
    }
    return false;
  }
}
