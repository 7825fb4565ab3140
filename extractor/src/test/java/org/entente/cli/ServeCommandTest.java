package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.endpoint.ServerProcess;
import org.entente.endpoint.documents.Password;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write to a server is what its options say. */
class ServeCommandTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "{\"text\": \"Angela Merkel met Emmanuel Macron in Paris.\"}";
  private static final String LIST = "{\"urls\": [\"http://127.0.0.1:9/story.html\"]}";

  @TempDir static Path directory;
  private static Path store;

  @BeforeAll
  static void build() throws IOException {
    Path text = Files.writeString(directory.resolve("a.txt"), "Wang Yi met Sergey Lavrov.");
    store = directory.resolve("store");
    assertThat(Run.of("build", text, "--store", store).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aPasswordIsMadeUpToldOnceAndKeptAsAHash() throws Exception {
    Path kept = store.resolve(Password.FILE);
    String password;
    try (ServerProcess first = serve()) {
      assertThat(first.told()).contains("told this once").contains(kept.toString());
      password =
          first.told().lines().filter(line -> line.matches("\\S{24}")).findFirst().orElseThrow();
      assertThat(kept).content().doesNotContain(password);
      assertThat(post(first, password, TEXT).statusCode()).isEqualTo(202);
      assertThat(post(first, password + "x", TEXT).statusCode()).isEqualTo(401);
    }
    try (ServerProcess second = serve()) {
      assertThat(second.told()).doesNotContain("told this once").doesNotContain(password);
      assertThat(post(second, password, TEXT).statusCode()).isEqualTo(202);
    }
    Files.delete(kept);
    try (ServerProcess third = serve()) {
      assertThat(post(third, password, TEXT).statusCode()).isEqualTo(401);
    } finally {
      Files.delete(kept);
    }
  }

  @Test
  void thePasswordIsTheFirstLineOfAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("password"), "  some long secret \nanother\n");
    try (ServerProcess server = serve("--password-file", file.toString())) {
      assertThat(server.told()).doesNotContain("secret").doesNotContain("told this once");
      assertThat(store.resolve(Password.FILE)).doesNotExist();
      assertThat(post(server, "some long secret", TEXT).statusCode()).isEqualTo(202);
      assertThat(post(server, "another", TEXT).statusCode()).isEqualTo(401);
      HttpResponse<String> pages = post(server, "some long secret", LIST);
      assertThat(pages.statusCode()).isEqualTo(403);
      assertThat(pages.body()).contains("--allow-fetch");
    }
  }

  @Test
  void pagesAreFetchedWhereThatIsAllowedButNotFromTheServersOwnMachine() throws Exception {
    Path file = Files.writeString(directory.resolve("fetch"), "some long secret");
    try (ServerProcess server = serve("--allow-fetch", "--password-file", file.toString())) {
      HttpResponse<String> accepted = post(server, "some long secret", LIST);
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      String job = accepted.headers().firstValue("Location").orElseThrow();
      JsonNode told;
      do {
        Thread.sleep(50);
        told =
            JSON.readTree(
                CLIENT
                    .send(
                        HttpRequest.newBuilder(server.uri().resolve(job))
                            .header("Authorization", "Bearer some long secret")
                            .build(),
                        BodyHandlers.ofString())
                    .body());
      } while (!told.get("state").asText().matches("done|failed"));
      assertThat(told.get("problems").toString()).contains("127.0.0.1");
      assertThat(told.get("documents").get("added").asInt()).isZero();
    }
  }

  @Test
  void nobodyWritesToAServerThatOnlyReads() throws Exception {
    try (ServerProcess server = serve("--read-only")) {
      assertThat(server.told()).doesNotContain("assword");
      assertThat(store.resolve(Password.FILE)).doesNotExist();
      assertThat(post(server, "any word", TEXT).statusCode()).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, password",
        "'', less than",
        "short, less than",
        "söme long secret, ASCII",
        "'\n a long enough secret', less than"
      })
  void aPasswordFileThatTellsNoneIsRefused(String content, String message) throws IOException {
    Path file = directory.resolve("bad");
    if (content == null) {
      Files.deleteIfExists(file);
    } else {
      Files.writeString(file, content);
    }
    assertThatThrownBy(() -> serve("--password-file", file.toString()))
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--read-only");
    Run run = Run.of("serve", "--store", store, "--port", "0", "--password-file", file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
  }

  private static ServerProcess serve(String... options) throws IOException {
    return ServerProcess.start(store, "1g", options);
  }

  private static HttpResponse<String> post(ServerProcess server, String password, String json)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(server.uri().resolve("documents"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + password)
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }
}
