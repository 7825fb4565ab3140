package org.entente.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Keeps every request to reading, and lets pages of other sites read without credentials.
 *
 * <p>Fuseki's own cross-origin filter echoes any origin together with permission to send
 * credentials; this one never grants credentials.
 */
final class PublicAccessFilter implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = http.getRequestURI();
    boolean query = path.startsWith("/entente/");

    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "SAMEORIGIN");
    answer.setHeader("Referrer-Policy", "no-referrer");
    if (query) {
      answer.setHeader("Access-Control-Allow-Origin", "*");
      if (http.getMethod().equals("OPTIONS")) {
        answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        answer.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
        answer.setHeader("Access-Control-Max-Age", "86400");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
    }
    boolean posting = query && http.getMethod().equals("POST");
    if (!posting && !READING.contains(http.getMethod())) {
      refuse(answer);
      return;
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse answer) throws IOException {
    answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
    answer.setContentType("text/plain;charset=utf-8");
    answer
        .getOutputStream()
        .write(
            "This server is read-only. Change the graph with `entente build`.\n"
                .getBytes(StandardCharsets.UTF_8));
  }
}
