package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.entente.endpoint.guard.Limits;
import org.entente.endpoint.guard.SafeJetty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, or many, or write what should not be told. */
class SlowClientTest {
  private static final int CONNECTIONS = 10;

  @TempDir static Path directory;
  private static EntenteServer server;

  @BeforeAll
  static void start() throws IOException {
    Path store = directory.resolve("s");
    SmallStore.write(store, "<urn:s> <urn:p> <urn:o> .");
    Limits usual = Limits.defaults();
    server =
        EntenteServer.start(
            EntenteServer.Settings.of(store, 0)
                .withLimits(
                    new Limits(
                        usual.running(),
                        usual.runningEach(),
                        usual.waiting(),
                        usual.waitingEach(),
                        usual.patience(),
                        usual.request(),
                        usual.answer(),
                        CONNECTIONS,
                        Duration.ofSeconds(1))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isNotHeldByHeadersThatDripIn() throws Exception {
    assertThat(endsWhileDripping("GET / HTTP/1.1\r\nHost: localhost\r\nX: ")).isTrue();
  }

  @Test
  void isNotHeldByABodyThatDripsIn() throws Exception {
    assertThat(
            endsWhileDripping(
                "POST /entente/sparql HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/sparql-query\r\nContent-Length: 1000000\r\n\r\n#"))
        .isTrue();
  }

  @Test
  void isNotHeldBySilence() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** Sends a byte each tenth of a second until the server has had enough; ten seconds at most. */
  private static boolean endsWhileDripping(String start) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(100);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(start.getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < 100; i++) {
        out.write('x');
        try {
          if (in.read() == -1 || in.read() != -1) {
            return true; // closed, or answered that it is too slow
          }
        } catch (java.net.SocketTimeoutException e) {
          // Nothing yet.
        }
      }
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void isNotHeldByManyConnections() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      int closed = 0;
      for (int i = 0; i < 3 * CONNECTIONS; i++) {
        sockets.add(new Socket("127.0.0.1", server.port()));
      }
      for (Socket socket : sockets) {
        socket.setSoTimeout(200);
        try {
          if (socket.getInputStream().read() == -1) {
            closed++;
          }
        } catch (java.net.SocketTimeoutException e) {
          // One of those that may stay for a while.
        } catch (SocketException e) {
          closed++;
        }
      }
      assertThat(closed).isGreaterThanOrEqualTo(2 * CONNECTIONS);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void logsNeitherQueriesNorPasswords() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(SafeJetty.LOG);
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {
            // Nothing is held.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Level before = log.getLevel();
    log.setLevel(Level.ALL);
    log.addHandler(handler);
    try {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(
                      server.uri().resolve("entente/sparql?query=ASK%7B%7D&secret=hidden"))
                  .header("Authorization", "Bearer hidden")
                  .build(),
              BodyHandlers.ofString());
      // The line comes after the answer, and perhaps after one of a request before.
      for (int i = 0; i < 1000 && lines.stream().noneMatch(l -> l.contains("GET")); i++) {
        Thread.sleep(10);
      }
    } finally {
      log.removeHandler(handler);
      log.setLevel(before);
    }
    assertThat(lines).anyMatch(line -> line.contains("GET /entente/sparql 200"));
    assertThat(String.join("\n", lines)).doesNotContain("hidden", "ASK");
  }
}
