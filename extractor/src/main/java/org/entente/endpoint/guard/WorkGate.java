package org.entente.endpoint.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands before pages that read much of the graph, such as downloads: lets so many be made at a
 * time, each client its share. They have places of their own beside those of queries.
 */
public final class WorkGate implements Filter {
  private final Turnstile turnstile;

  /** Makes a gate with these limits. */
  public WorkGate(Limits limits) {
    this.turnstile = new Turnstile(limits);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse out = (HttpServletResponse) response;
    try (Turnstile.Place place = turnstile.enter(Client.of((HttpServletRequest) request))) {
      chain.doFilter(request, response);
    } catch (Turnstile.CrowdedException e) {
      new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.getMessage()).send(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The server is stopping.").send(out);
    }
  }
}
