package org.entente.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.entente.query.NamedQuery;
import org.entente.query.Parameter;
import org.entente.query.QueryCatalog;

/**
 * Measures a server in a process of its own, over a large store, with many clients that ask the
 * example queries without pause; then the same with one more client who means harm. Every client
 * has an address of its own (127.0.1.1 and so on), as on a network.
 *
 * <pre>{@code
 * java -cp extractor/target/test-classes:extractor/target/entente.jar \
 *     org.entente.endpoint.LoadBenchmark STORE SECONDS
 * }</pre>
 */
public final class LoadBenchmark {
  private static final int CLIENTS = 50;
  private static final int HOSTILE_THREADS = 16;

  private static final List<String> HOSTILE =
      List.of(
          "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z }",
          "SELECT * { ?a ?p ?x . ?b ?q ?y } ORDER BY ?x ?y",
          "SELECT DISTINCT ?a ?b { ?a (!<urn:x>)+ ?b }",
          "SELECT (GROUP_CONCAT(CONCAT(STR(?x), STR(?y))) AS ?z) { ?a ?p ?x . ?b ?q ?y }",
          "CONSTRUCT { ?a ?p ?y } { ?a ?p ?x . ?b ?q ?y }",
          "SELECT * { ?a ?p ?x FILTER(REGEX(CONCAT(STR(?x), '"
              + "a".repeat(40)
              + "!'), '(.*a){25}b')) }");

  private final String endpoint;
  private final List<NamedQuery> queries = new ArrayList<>();
  private QueryValues values;

  private LoadBenchmark(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Runs as a program: {@code STORE SECONDS}. */
  public static void main(String[] arguments) throws Exception {
    try (ServerProcess server = ServerProcess.start(Path.of(arguments[0]), "3g", "--read-only")) {
      LoadBenchmark benchmark = new LoadBenchmark(server.sparql().toString());
      benchmark.prepare();
      int seconds = Integer.parseInt(arguments[1]);
      benchmark.run("the example queries", seconds, false);
      benchmark.run("the same with a hostile client", seconds, true);
    }
  }

  /** Finds what may be asked for, and asks each query of the whole graph once. */
  private void prepare() throws Exception {
    OkHttpClient client = client("127.0.1.200");
    values = new QueryValues(query -> names(client, query));
    System.out.println("First answer of each query of the whole graph:");
    for (NamedQuery query : QueryCatalog.load().queries()) {
      if (query.parameters().stream().anyMatch(Parameter::required)) {
        queries.add(query);
        continue;
      }
      long start = System.nanoTime();
      Told told = ask(client, query.textWith(Map.of()));
      System.out.printf(
          Locale.ROOT,
          "  %-28s %d %,9d ms %,12d bytes%n",
          query.name(),
          told.status(),
          (System.nanoTime() - start) / 1_000_000,
          told.bytes());
      if (told.status() == 200) {
        queries.add(query);
      }
    }
  }

  private List<String> names(OkHttpClient client, String query) {
    try (Response response = client.newCall(request(endpoint, query)).execute()) {
      return response.body().string().lines().skip(1).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private record Told(int status, long bytes) {}

  private Told ask(OkHttpClient client, String query) throws IOException {
    try (Response response = client.newCall(request(endpoint, query)).execute()) {
      return new Told(response.code(), response.body().bytes().length);
    }
  }

  private static Request request(String endpoint, String query) {
    return new Request.Builder()
        .url(endpoint)
        .header("Accept", "text/csv")
        .post(new FormBody.Builder().add("query", query).build())
        .build();
  }

  /** Returns a client that speaks from an address of its own. */
  private static OkHttpClient client(String address) {
    return new OkHttpClient.Builder()
        .readTimeout(Duration.ofSeconds(120))
        .socketFactory(
            new SocketFactory() {
              @Override
              public Socket createSocket() throws IOException {
                Socket socket = new Socket();
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
                return socket;
              }

              @Override
              public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(String host, int port, InetAddress local, int from) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(InetAddress host, int port, InetAddress local, int from) {
                throw new UnsupportedOperationException();
              }
            })
        .build();
  }

  private void run(String title, int seconds, boolean hostile) throws Exception {
    ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    Map<String, Queue<Long>> byQuery = new ConcurrentHashMap<>();
    Map<String, Integer> errors = Collections.synchronizedMap(new TreeMap<>());
    Map<Integer, Integer> refused = Collections.synchronizedMap(new TreeMap<>());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int harm = hostile ? HOSTILE_THREADS : 0;
    CountDownLatch ended = new CountDownLatch(CLIENTS);
    OkHttpClient attacker = client("127.0.2.1");
    for (int i = 0; i < harm; i++) {
      int number = i;
      thread(
          () -> {
            while (System.nanoTime() < end) {
              // Another number each time, so that no answer is kept.
              String query = HOSTILE.get(number % HOSTILE.size()) + " #" + System.nanoTime();
              try {
                refused.merge(ask(attacker, query).status(), 1, Integer::sum);
              } catch (IOException e) {
                refused.merge(0, 1, Integer::sum);
              }
            }
          });
    }
    for (int i = 0; i < CLIENTS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      OkHttpClient client = client("127.0.1." + (i + 1));
      thread(
          () -> {
            try {
              while (System.nanoTime() < end) {
                NamedQuery query = queries.get(random.nextInt(queries.size()));
                String text = query.textWith(values.parameters(query, random));
                long start = System.nanoTime();
                try {
                  int status = ask(client, text).status();
                  if (status != 200) {
                    errors.merge(query.name() + " " + status, 1, Integer::sum);
                  }
                } catch (IOException e) {
                  errors.merge(query.name() + " " + e, 1, Integer::sum);
                }
                long time = System.nanoTime() - start;
                times.add(time);
                byQuery
                    .computeIfAbsent(query.name(), name -> new ConcurrentLinkedQueue<>())
                    .add(time);
              }
            } finally {
              ended.countDown();
            }
          });
    }
    ended.await();
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: %d clients, %d s: %,d answers, errors %s; p50 %d ms, p95 %d ms, p99 %d ms, longest %d"
            + " ms%s%n",
        title,
        CLIENTS,
        seconds,
        sorted.length,
        errors,
        millis(sorted, 0.5),
        millis(sorted, 0.95),
        millis(sorted, 0.99),
        millis(sorted, 1),
        hostile ? "; the hostile client was told " + refused : "");
    new TreeMap<>(byQuery)
        .forEach(
            (name, own) -> {
              long[] told = own.stream().mapToLong(Long::longValue).sorted().toArray();
              System.out.printf(
                  Locale.ROOT,
                  "  %-28s %,7d answers, p50 %d ms, p95 %d ms, p99 %d ms%n",
                  name,
                  told.length,
                  millis(told, 0.5),
                  millis(told, 0.95),
                  millis(told, 0.99));
            });
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private static long millis(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1_000_000;
  }
}
