package org.entente.endpoint.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Stands before the SPARQL service: reads requests within their size, lets so many run at a time,
 * each client its share, and sends answers when they are whole and not too large.
 */
public final class QueryGate implements Filter {
  private final Limits limits;
  private final Turnstile turnstile;

  /** Makes a gate with these limits. */
  public QueryGate(Limits limits) {
    this.limits = limits;
    this.turnstile = new Turnstile(limits);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    try {
      QueryRequest query = QueryRequest.read((HttpServletRequest) request, limits.request());
      HeldAnswer held = new HeldAnswer(answer, limits.answer());
      run(query, held, chain);
      send(held, answer);
    } catch (RefusedException e) {
      e.refusal().send(answer);
    }
  }

  private void run(QueryRequest query, HeldAnswer held, FilterChain chain)
      throws RefusedException, IOException, ServletException {
    // The address is a number, for which no name server is asked.
    String client = Client.of(new InetSocketAddress(query.getRemoteAddr(), 0));
    try (Turnstile.Place place = turnstile.enter(client)) {
      chain.doFilter(query, held);
    } catch (Turnstile.CrowdedException e) {
      throw new RefusedException(
          503, "The server is busy: " + e.getMessage() + ". Try again soon.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "The server is stopping.");
    }
    if (held.isTooLarge()) {
      throw new RefusedException(
          422,
          "The answer is larger than the "
              + (limits.answer() >> 20)
              + " MiB that are allowed. Ask for less, with LIMIT and OFFSET or by a narrower"
              + " pattern; 'entente export' writes the whole graph.");
    }
  }

  private static void send(HeldAnswer held, HttpServletResponse answer) throws IOException {
    byte[] body = held.body();
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }
}
