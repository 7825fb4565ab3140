package org.entente.endpoint.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;

/**
 * Stands before the SPARQL service: reads requests within their size, answers again what it has
 * answered from the same graph, lets so many run at a time, each client its share, and sends
 * answers when they are whole and not too large.
 */
public final class QueryGate implements Filter {
  private final Limits limits;
  private final Supplier<String> graph;
  private final Turnstile turnstile;
  private final AnswerCache cache = new AnswerCache();

  /**
   * Makes a gate.
   *
   * @param limits how much may be asked
   * @param graph tells which graph is asked at this moment
   */
  public QueryGate(Limits limits, Supplier<String> graph) {
    this.limits = limits;
    this.graph = graph;
    this.turnstile = new Turnstile(limits);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse out = (HttpServletResponse) response;
    try {
      QueryRequest query = QueryRequest.read((HttpServletRequest) request, limits.request());
      if (query.query() == null) {
        throw new RefusedException(400, "There is no query: send one as 'query=...'.");
      }
      Question asked = Question.of(graph.get(), query);
      Optional<Question> known = cache.known(asked);
      if (known.isPresent()) {
        if (isKnownToClient(query, known.get())) {
          unchanged(known.get(), out);
          return;
        }
        Optional<Answer> kept = cache.answer(known.get());
        if (kept.isPresent()) {
          send(query, out, kept.get(), known.get());
          return;
        }
      }
      ask(query, asked, out, chain);
    } catch (RefusedException e) {
      e.refusal().send(out);
    }
  }

  private void ask(QueryRequest query, Question asked, HttpServletResponse out, FilterChain chain)
      throws RefusedException, IOException, ServletException {
    Answer answer;
    Question alike = null;
    try (Turnstile.Place place = turnstile.enter(Client.of(query))) {
      Query parsed = asked.parse();
      if (QueryCheck.isLasting(parsed)) {
        alike = asked.alike(parsed);
        if (isKnownToClient(query, alike)) {
          unchanged(alike, out);
          return;
        }
      }
      // Another may have asked the same while this one waited.
      Optional<Answer> kept = alike == null ? Optional.empty() : cache.answer(alike);
      answer = kept.isPresent() ? kept.get() : run(query, out, chain);
      if (alike != null && answer.isSuccess()) {
        answer = answer.kept();
        cache.learn(asked, alike);
        cache.keep(alike, answer);
      }
    } catch (Turnstile.CrowdedException e) {
      throw new RefusedException(
          503, "The server is busy: " + e.getMessage() + ". Try again soon.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "The server is stopping.");
    }
    send(query, out, answer, alike);
  }

  private Answer run(QueryRequest query, HttpServletResponse out, FilterChain chain)
      throws RefusedException, IOException, ServletException {
    HeldAnswer held = new HeldAnswer(out, limits.answer());
    chain.doFilter(query, held);
    if (held.isTooLarge()) {
      throw new RefusedException(
          422,
          "The answer is larger than the "
              + (limits.answer() >> 20)
              + " MiB that are allowed. Ask for less, with LIMIT and OFFSET or by a narrower"
              + " pattern; 'entente export' writes the whole graph.");
    }
    return held.answer();
  }

  private static boolean isKnownToClient(HttpServletRequest request, Question alike) {
    String tags = request.getHeader("If-None-Match");
    return tags != null && tags.contains(alike.tag());
  }

  private static void unchanged(Question alike, HttpServletResponse out) {
    out.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    out.setHeader("ETag", alike.tag());
    out.setHeader("Cache-Control", "no-cache");
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse out, Answer answer, Question alike)
      throws IOException {
    boolean lasting = alike != null && answer.isSuccess();
    // Kept by clients, who ask each time whether it still holds.
    out.setHeader("Cache-Control", lasting ? "no-cache" : "no-store");
    if (lasting) {
      out.setHeader("ETag", alike.tag());
    }
    out.setHeader("Vary", "Accept, Accept-Encoding");
    answer.send(request, out);
  }
}
