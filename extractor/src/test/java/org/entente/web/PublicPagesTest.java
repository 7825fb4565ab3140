package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched for somebody who is far away, and what is not. */
class PublicPagesTest {
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    serve("/page", 200, "text/html; charset=utf-8", "<p>A page.</p>");
    serve("/large", 200, "text/html", "x".repeat(5000));
    serve("/away", 302, address.replace("127.0.0.1", "127.0.0.2") + "/page", "");
    serve("/file", 302, "file:///etc/hostname", "");
    serve("/round", 302, address + "/round", "");
    serve("/there", 302, "/page", "");
    server.start();
  }

  private void serve(String path, int status, String header, String body) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().set(status == 302 ? "Location" : "Content-Type", header);
          exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
          exchange.getResponseBody().write(body.getBytes());
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Pages of the one address at which the test's own server is. */
  private PublicPages here() {
    return new PublicPages(1000, at -> at.getAddress().getHostAddress().equals("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/page", "/there"})
  void fetchesAPage(String path) throws IOException {
    PublicPages.Page page = here().get(address + path);
    assertThat(new String(page.body())).contains("A page");
    assertThat(page.type()).isEqualTo("text/html");
    assertThat(page.address()).endsWith("/page");
  }

  @ParameterizedTest
  @CsvSource({
    "/away, no address of the public web",
    "/file, no address of the web",
    "/round, from address to address",
    "/large, larger than 1000",
    "/none, the answer is 404"
  })
  void saysWhyThereIsNone(String path, String why) {
    assertThatThrownBy(() -> here().get(address + path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/page",
        "http://localhost:%d/page",
        "http://127.1:%d/page",
        "http://2130706433:%d/page",
        "http://0x7f.1:%d/page",
        "http://0:%d/page",
        "http://[::1]:%d/page",
        "http://[::ffff:127.0.0.1]:%d/page",
        "http://user@127.0.0.1:%d/page",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:%d/",
        "jar:http://127.0.0.1:%d/page!/",
        "page"
      })
  void fetchesNothingOfThisMachine(String pattern) {
    PublicPages open = new PublicPages(1000);
    assertThatThrownBy(() -> open.get(pattern.formatted(server.getAddress().getPort())))
        .isInstanceOf(IOException.class);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "172.32.0.1, true",
    "100.128.0.1, true",
    "2606:4700:4700::1111, true",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "10.1.2.3, false",
    "100.64.0.1, false",
    "127.0.0.1, false",
    "127.255.255.254, false",
    "169.254.169.254, false",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "192.0.0.8, false",
    "192.0.2.1, false",
    "192.168.1.1, false",
    "198.18.0.1, false",
    "198.51.100.7, false",
    "203.0.113.9, false",
    "224.0.0.1, false",
    "240.0.0.1, false",
    "255.255.255.255, false",
    "'::', false",
    "'::1', false",
    "'::ffff:10.0.0.1', false",
    "'::10.0.0.1', false",
    "64:ff9b::a00:1, false",
    "2001::1, false",
    "2001:db8::1, false",
    "2002:a00:1::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "fe80::1, false",
    "ff02::1, false"
  })
  void knowsThePublicFromTheRest(String number, boolean open) throws IOException {
    assertThat(PublicPages.isPublic(InetAddress.getByName(number))).isEqualTo(open);
  }

  @Test
  void connectsToUsualPortsOnly() {
    assertThatThrownBy(() -> new PublicPages(1000).get("http://8.8.8.8:22/"))
        .hasMessageContaining("no address of the public web");
  }
}
