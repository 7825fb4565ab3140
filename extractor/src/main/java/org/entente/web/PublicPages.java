package org.entente.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches pages of the public web for somebody who is far away, and nothing else: no address of
 * this machine, of its network or of any other network that the public does not reach.
 *
 * <p>What is checked is the number that a connection is made to, at the moment it is made, so that
 * neither a name that resolves to another number the second time nor a redirection leads past it.
 */
public final class PublicPages {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int REDIRECTIONS = 5;
  private static final Set<Integer> PORTS = Set.of(80, 443);

  private final OkHttpClient client;
  private final Predicate<InetSocketAddress> allowed;
  private final int limit;

  /**
   * Makes one for the public web.
   *
   * @param limit the largest page, in bytes
   */
  public PublicPages(int limit) {
    this(limit, address -> PORTS.contains(address.getPort()) && isPublic(address.getAddress()));
  }

  /** Makes one with a judgement of its own on what may be connected to. */
  PublicPages(int limit, Predicate<InetSocketAddress> allowed) {
    this.limit = limit;
    this.allowed = allowed;
    this.client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .socketFactory(new CheckedSockets())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .callTimeout(PATIENCE.multipliedBy(2))
            .build();
  }

  /**
   * A page as it was sent.
   *
   * @param address where it was found, after redirections
   * @param type its media type in lower case, without parameters; empty where none was told
   * @param body its bytes
   */
  public record Page(String address, String type, byte[] body) {}

  /**
   * Fetches a page.
   *
   * @throws IOException when the address is none of the public web, or there is no page, or it is
   *     too large; the message says so
   */
  public Page get(String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    for (int hop = 0; hop <= REDIRECTIONS; hop++) {
      if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
        throw new IOException("this is no address of the web");
      }
      try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
        if (response.isRedirect()) {
          String next = response.header("Location");
          url = next == null ? null : url.resolve(next);
          continue;
        }
        if (!response.isSuccessful()) {
          throw new IOException("the answer is " + response.code());
        }
        return page(url.uri(), response);
      }
    }
    throw new IOException("it leads from address to address, more than " + REDIRECTIONS + " times");
  }

  private Page page(URI address, Response response) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(limit + 1);
      if (body.length > limit) {
        throw new IOException("the page is larger than " + limit + " bytes");
      }
      var type = response.body().contentType();
      return new Page(
          address.toString(), type == null ? "" : type.type() + "/" + type.subtype(), body);
    }
  }

  /** Tells whether an address is one that everybody can reach. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    if (address instanceof Inet4Address) {
      int third = bytes[2] & 0xff;
      return first != 0
          && first < 240
          && !(first == 100 && second >= 64 && second < 128) // of providers
          && !(first == 192 && second == 0 && (third == 0 || third == 2))
          && !(first == 192 && second == 88 && third == 99)
          && !(first == 198 && (second == 18 || second == 19))
          && !(first == 198 && second == 51 && third == 100)
          && !(first == 203 && second == 0 && third == 113);
    }
    // Of IPv6 what is given out at all, without the ranges that carry an address of IPv4.
    int start = first << 8 | second;
    int next = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    return first >> 5 == 1
        && start != 0x2002
        && !(start == 0x2001 && (next < 0x200 || next == 0xdb8));
  }

  /** Makes sockets that connect to nothing but what is allowed. */
  private final class CheckedSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          if (!(address instanceof InetSocketAddress target)
              || target.isUnresolved()
              || !allowed.test(target)) {
            throw new IOException("this is no address of the public web: " + address);
          }
          super.connect(address, timeout);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
