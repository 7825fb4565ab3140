package org.entente.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that answers as a service does, or fails as services do. */
public final class LocalServer implements AutoCloseable {
  /**
   * Settings with which no wait is long; silence is borne for as long as a busy machine may take.
   */
  public static final WebSettings QUICK = settings(Duration.ofSeconds(30));

  /** How long {@link Failure#slow} is silent, in milliseconds. */
  private static final long SILENCE = 6000;

  /** The same settings with another time that a server may be silent. */
  public static WebSettings settings(Duration read) {
    return new WebSettings(
        "Entente/test (tests)",
        Duration.ofSeconds(30),
        read,
        2,
        Duration.ZERO,
        Duration.ofMillis(5),
        Duration.ofSeconds(2));
  }

  /**
   * What goes wrong with one request.
   *
   * @param status the status
   * @param retryAfter the header, or null
   * @param body the body, or null for the right one
   * @param delay how long the server is silent first, in milliseconds
   */
  public record Failure(int status, String retryAfter, String body, long delay) {
    /** An answer of that status. */
    public static Failure status(int status) {
      return new Failure(status, null, "<html>no</html>", 0);
    }

    /** "Later". */
    public static Failure later(int status, String retryAfter) {
      return new Failure(status, retryAfter, "{}", 0);
    }

    /** An answer that is cut off. */
    public static Failure malformed() {
      return new Failure(200, null, "{\"search\": [{\"id\": \"Q9", 0);
    }

    /** Another answer than the right one. */
    public static Failure body(String body) {
      return new Failure(200, null, body, 0);
    }

    /** Silence. */
    public static Failure slow() {
      return new Failure(200, null, null, SILENCE);
    }
  }

  private final HttpServer server;
  private final Function<Map<String, String>, String> answer;
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private final List<String> agents = new CopyOnWriteArrayList<>();

  /**
   * Starts a server at any free port.
   *
   * @param answer gives the answer to the fields of a request
   */
  public LocalServer(Function<Map<String, String>, String> answer) {
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** Returns its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  /** Lets the next requests fail, each as one of these tells. */
  public synchronized void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  /** Returns the fields of all requests. */
  public List<Map<String, String>> requests() {
    return requests;
  }

  /** Returns the user agents of all requests. */
  public List<String> agents() {
    return agents;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String query =
        exchange.getRequestMethod().equals("POST")
            ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            : exchange.getRequestURI().getRawQuery();
    Map<String, String> fields = new LinkedHashMap<>();
    if (query != null) {
      for (String field : query.split("&")) {
        String[] parts = field.split("=", 2);
        fields.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
      }
    }
    requests.add(fields);
    agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    Failure failure;
    synchronized (this) {
      failure = failures.poll();
    }
    int status = 200;
    String body = null;
    if (failure != null) {
      status = failure.status();
      body = failure.body();
      if (failure.retryAfter() != null) {
        exchange.getResponseHeaders().set("Retry-After", failure.retryAfter());
      }
      try {
        Thread.sleep(failure.delay());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] bytes = (body == null ? answer.apply(fields) : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
