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
 * answered from the same graph, answers those who ask the same at the same time together, lets so
 * many run at a time, each client its share and quick ones before slow ones, and sends answers when
 * they are whole and not too large.
 */
public final class QueryGate implements Filter {
  /** How many times more quick queries run at a time than slow ones. */
  private static final int QUICKER = 2;

  private final Limits limits;
  private final Supplier<String> graph;

  /** Queries of a kind that was quick so far, and the reading of all. */
  private final Turnstile quick;

  /** All others, fewer at a time and one for a client, so that quick ones pass them. */
  private final Turnstile slow;

  private final QueryCosts costs = new QueryCosts();

  /** Those who wait for an answer that is being worked out for another. */
  private final Turnstile onlookers;

  private final UnderWay underWay = new UnderWay();
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
    this.quick = new Turnstile(limits);
    this.slow = new Turnstile(limits.ofSlow(Math.max(1, limits.running() / QUICKER)));
    this.onlookers = new Turnstile(limits.ofOnlookers());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest in = (HttpServletRequest) request;
    HttpServletResponse out = (HttpServletResponse) response;
    try {
      QueryRequest query = QueryRequest.read(in, limits.request());
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
      e.refusal().send(in, out);
    }
  }

  private void ask(QueryRequest query, Question asked, HttpServletResponse out, FilterChain chain)
      throws RefusedException, IOException, ServletException {
    try {
      Optional<UnderWay.Work> other = work(query, asked, out, chain);
      while (other.isPresent()) {
        // Outside of the turnstile, so that those who wait for one answer keep nobody else out.
        Optional<Answer> answer;
        try (Turnstile.Place place = onlookers.enter(Client.of(query))) {
          answer = other.get().await();
        }
        if (answer.isPresent()) {
          send(query, out, answer.get(), other.get().question());
          return;
        }
        other = work(query, asked, out, chain);
      }
    } catch (Turnstile.CrowdedException e) {
      throw new RefusedException(503, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "The server is stopping.");
    }
  }

  /**
   * Works out an answer and sends it.
   *
   * @return the work of another on the same question, and then nothing was sent; else empty
   */
  private Optional<UnderWay.Work> work(
      QueryRequest query, Question asked, HttpServletResponse out, FilterChain chain)
      throws RefusedException,
          IOException,
          ServletException,
          Turnstile.CrowdedException,
          InterruptedException {
    String client = Client.of(query);
    String shape;
    boolean lasting;
    Question alike;
    try (Turnstile.Place place = quick.enter(client)) {
      Query parsed = asked.parse();
      alike = asked.alike(parsed);
      shape = QueryCosts.shape(alike.query());
      lasting = QueryCheck.isLasting(alike.query());
      if (lasting) {
        cache.learn(asked, alike);
      }
      if (!lasting && costs.isQuick(shape)) {
        send(query, out, run(query, out, chain, shape), null);
        return Optional.empty();
      }
    }
    if (!lasting) {
      Answer answer;
      try (Turnstile.Place place = slow.enter(client)) {
        answer = run(query, out, chain, shape);
      }
      send(query, out, answer, null);
      return Optional.empty();
    }
    if (isKnownToClient(query, alike)) {
      unchanged(alike, out);
      return Optional.empty();
    }
    UnderWay.Work mine = new UnderWay.Work(alike);
    Optional<UnderWay.Work> other = underWay.begin(mine);
    if (other.isPresent()) {
      return other;
    }
    Answer answer;
    try {
      // Another may have asked the same while this one waited.
      Optional<Answer> kept = cache.answer(alike);
      if (kept.isPresent()) {
        answer = kept.get();
      } else {
        try (Turnstile.Place place = (costs.isQuick(shape) ? quick : slow).enter(client)) {
          answer = keep(alike, run(query, out, chain, shape));
        }
      }
      mine.answered(answer);
    } catch (Turnstile.CrowdedException e) {
      RefusedException busy = new RefusedException(503, e.getMessage());
      mine.refused(busy);
      throw busy;
    } catch (RefusedException e) {
      mine.refused(e);
      throw e;
    } finally {
      underWay.end(mine);
    }
    send(query, out, answer, alike);
    return Optional.empty();
  }

  private Answer keep(Question alike, Answer answer) {
    if (!answer.isSuccess()) {
      return answer;
    }
    Answer kept = answer.kept();
    cache.keep(alike, kept);
    return kept;
  }

  private Answer run(QueryRequest query, HttpServletResponse out, FilterChain chain, String shape)
      throws RefusedException, IOException, ServletException {
    HeldAnswer held = new HeldAnswer(out, limits.answer());
    long begin = costs.begin();
    try {
      chain.doFilter(query, held);
    } finally {
      costs.end(shape, begin);
    }
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
