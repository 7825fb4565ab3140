package org.entente.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks for the pages over HTTP as browsers do. */
class PagesServletTest {
  @TempDir static Path directory;
  private static EntenteServer server;
  private static final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    SmallStore.write(directory, "<http://example.org/s> <http://example.org/p> 1 .");
    server = EntenteServer.start(directory, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html",
    "sparql.html, text/html",
    "explorer/explorer.css, text/css",
    "explorer/js/main.js, text/javascript",
    "explorer/js/views/event.js, text/javascript",
    "explorer/queries/event.rq, application/sparql-query",
    "explorer/data/world.json, application/json",
    "explorer/icon.svg, image/svg+xml",
    "favicon.ico, image/svg+xml"
  })
  void sendsEachFileAsWhatItIs(String path, String type) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(answer.body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "explorer/js/main.js", "explorer/data/world.json"})
  void sendsNothingTwice(String path) throws Exception {
    HttpResponse<byte[]> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second = get(path, "If-None-Match", "\"other\", " + tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sparql.html"})
  void namesEveryModuleOfAPageSoThatNoneWaitsForAnother(String page) throws Exception {
    String html = new String(get(page).body(), StandardCharsets.UTF_8);
    Set<String> named = new TreeSet<>();
    Matcher link =
        Pattern.compile("(?:modulepreload\" href|module\" src)=\"/(\\S+?)\"").matcher(html);
    while (link.find()) {
      named.add(link.group(1));
    }
    Set<String> imported = new TreeSet<>();
    for (String module : named) {
      HttpResponse<byte[]> answer = get(module);
      assertThat(answer.statusCode()).as(module).isEqualTo(200);
      String script = new String(answer.body(), StandardCharsets.UTF_8);
      Matcher from = Pattern.compile("from '(\\.[^']+)'").matcher(script);
      while (from.find()) {
        imported.add(URI.create("/" + module).resolve(from.group(1)).getPath().substring(1));
      }
    }
    assertThat(named).containsAll(imported);
    assertThat(named).hasSize(imported.size() + 1);
  }

  @Test
  void compressesForThoseWhoAskForIt() throws Exception {
    byte[] plain = get("explorer/explorer.css").body();
    HttpResponse<byte[]> compressed =
        get("explorer/explorer.css", "Accept-Encoding", "gzip, deflate");
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
    assertThat(compressed.body().length).isLessThan(plain.length / 2);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
        .isEqualTo(plain);
  }

  @Test
  void hasTheLibrariesThatThePagesNameAndLetsBrowsersKeepThem() throws Exception {
    String names = new String(get("explorer/js/libraries.js").body(), StandardCharsets.UTF_8);
    Matcher address = Pattern.compile("'/(lib/(\\w+)/[\\d.]+/)").matcher(names);
    int libraries = 0;
    while (address.find()) {
      String file = address.group(2).equals("echarts") ? "echarts.min.js" : "lib/codemirror.js";
      HttpResponse<byte[]> answer = get(address.group(1) + file);
      assertThat(answer.statusCode()).as(address.group(1) + file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      libraries++;
    }
    assertThat(libraries).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "fuseki, 301, /fuseki/",
    "fuseki/$/server, 307, /$/server",
    "fuseki/$/ping?x=1, 307, /$/ping?x=1",
    "fuseki/entente/sparql?query=ASK%7B%7D, 307, /entente/sparql?query=ASK%7B%7D"
  })
  void sendsTheFusekiPagesToTheServersOwnAddresses(String path, int status, String target)
      throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fuseki//elsewhere.example/",
        "nothing.html",
        "explorer/",
        "explorer/data/README.md",
        "lib/",
        "webapp/index.html"
      })
  void hasNothingElse(String path) throws Exception {
    assertThat(get(path).statusCode()).isBetween(400, 404);
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
