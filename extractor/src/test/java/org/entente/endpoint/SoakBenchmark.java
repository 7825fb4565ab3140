package org.entente.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalog;

/**
 * Keeps a server busy for long and tells what it holds: clients ask the example queries, and
 * documents are added, each of which makes the server take up a new graph. Every few minutes the
 * server's heap is told after a full collection, with the memory of its process, its threads and
 * its open files (Linux).
 *
 * <pre>{@code
 * java -cp extractor/target/test-classes:extractor/target/entente.jar \
 *     org.entente.endpoint.SoakBenchmark STORE MINUTES
 * }</pre>
 */
public final class SoakBenchmark {
  private static final int CLIENTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration BETWEEN_DOCUMENTS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_READINGS = Duration.ofMinutes(5);
  private static final String PASSWORD = "a password of the benchmark";
  private static final Pattern USED = Pattern.compile("(?:PSYoungGen|ParOldGen).*used (\\d+)K");

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong documents = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final ServerProcess server;

  private SoakBenchmark(ServerProcess server) {
    this.server = server;
  }

  /** Runs as a program: {@code STORE MINUTES}; the store is changed. */
  public static void main(String[] arguments) throws Exception {
    Path password = Files.createTempFile("entente-", ".password");
    Files.writeString(password, PASSWORD + "\n");
    try (ServerProcess server =
        ServerProcess.start(Path.of(arguments[0]), "1g", "--password-file", password.toString())) {
      new SoakBenchmark(server).run(Duration.ofMinutes(Integer.parseInt(arguments[1])));
    } finally {
      Files.delete(password);
    }
  }

  private void run(Duration length) throws Exception {
    Instant start = Instant.now();
    Instant end = start.plus(length);
    QueryValues values = new QueryValues(this::names);
    for (int i = 0; i < CLIENTS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      thread(
          PAUSE,
          () -> {
            List<NamedQuery> queries = List.copyOf(QueryCatalog.load().queries());
            NamedQuery query = queries.get(random.nextInt(queries.size()));
            ask(query.textWith(values.parameters(query, random)));
            answers.incrementAndGet();
          });
    }
    thread(
        BETWEEN_DOCUMENTS,
        () -> {
          add(documents.get());
          documents.incrementAndGet();
        });
    System.out.println("minutes  answers  documents  errors  heap MB  process MB  threads  files");
    for (Instant next = start; !next.isAfter(end); next = next.plus(BETWEEN_READINGS)) {
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
      System.out.printf(
          Locale.ROOT,
          "%7d %8d %10d %7d %8.1f %11d %8d %6d%n",
          Duration.between(start, next).toMinutes(),
          answers.get(),
          documents.get(),
          errors.get(),
          heap() / 1024.0,
          status("VmRSS") / 1024,
          status("Threads"),
          files());
    }
  }

  /** Does something over and over until the program ends. */
  private void thread(Duration pause, Work work) {
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try {
                  work.run();
                } catch (IOException | RuntimeException e) {
                  errors.incrementAndGet();
                  System.err.println(e);
                } catch (InterruptedException e) {
                  return;
                }
                try {
                  Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private List<String> names(String query) {
    try {
      return ask(query).lines().skip(1).toList();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String ask(String query) throws IOException, InterruptedException {
    return told(
        HttpRequest.newBuilder(server.sparql())
            .header("Accept", "text/csv")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build());
  }

  /** Adds a text that no other is like. */
  private void add(long number) throws IOException, InterruptedException {
    LocalDate day = LocalDate.of(2000, 1, 3).plusDays(7 * number); // a Monday
    URI address = server.uri().resolve("documents?published=" + day + "&id=soak-" + number);
    told(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + PASSWORD)
            .header("Content-Type", "text/plain")
            .POST(
                BodyPublishers.ofString(
                    "The president of Finland met the prime minister of Estonia in Tallinn on"
                        + " Monday. It was their meeting number "
                        + number
                        + ", an official said."))
            .build());
  }

  private String told(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** Returns the KB of the heap that are in use after a full collection. */
  private long heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    long used = 0;
    Matcher told = USED.matcher(jcmd("GC.heap_info"));
    while (told.find()) {
      used += Long.parseLong(told.group(1));
    }
    return used;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(server.pid()),
                command)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return told;
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(server.pid()), "fd"))) {
      return open.count();
    }
  }
}
