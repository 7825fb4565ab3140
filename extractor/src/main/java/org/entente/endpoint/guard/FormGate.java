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
 * Stands before a service that is asked by parameters, in the address or posted as a form: reads
 * requests within their size and lets so many run at a time, each client its share.
 */
public final class FormGate implements Filter {
  private final Limits limits;
  private final Turnstile turnstile;

  /** Makes a gate with these limits. */
  public FormGate(Limits limits) {
    this.limits = limits;
    this.turnstile = new Turnstile(limits);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest in = (HttpServletRequest) request;
    HttpServletResponse out = (HttpServletResponse) response;
    try {
      QueryRequest form = QueryRequest.read(in, limits.request());
      try (Turnstile.Place place = turnstile.enter(Client.of(form))) {
        chain.doFilter(form, response);
      }
    } catch (RefusedException e) {
      e.refusal().send(in, out);
    } catch (Turnstile.CrowdedException e) {
      new Refusal(503, e.getMessage()).send(in, out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      new Refusal(503, "The server is stopping.").send(in, out);
    }
  }
}
