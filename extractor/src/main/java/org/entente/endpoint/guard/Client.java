package org.entente.endpoint.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;

/**
 * Who counts as one client: an address of IPv4, or the network (64 bits) of one of IPv6.
 *
 * <p>Only the connection tells who it is. Headers such as {@code X-Forwarded-For} do not: anybody
 * can write them.
 */
public final class Client {
  private Client() {}

  /** Returns the name of the client that sent a request. */
  public static String of(HttpServletRequest request) {
    // The address is a number, for which no name server is asked.
    return of(new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()));
  }

  /** Returns the name of the client at the other end of a connection. */
  static String of(SocketAddress address) {
    InetAddress host = address instanceof InetSocketAddress socket ? socket.getAddress() : null;
    if (host instanceof Inet6Address) {
      return HexFormat.of().formatHex(host.getAddress(), 0, 8) + "::/64";
    }
    return host == null ? String.valueOf(address) : host.getHostAddress();
  }
}
