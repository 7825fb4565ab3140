package org.entente.endpoint.guard;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.Slf4jRequestLogWriter;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/** Sets up Jetty for clients that nobody knows. */
public final class SafeJetty {
  /** Name of the log of requests. */
  public static final String LOG = "org.entente.requests";

  /**
   * Client, method, path, status, bytes, milliseconds. Neither the query string, in which stands
   * what somebody looks for, nor any header, in which passwords stand.
   */
  private static final String FORMAT = "%{client}a %m %U %s %O %{ms}T";

  /** Bytes of the line and headers of a request; what is longer is posted. */
  private static final int HEADERS = 64 << 10;

  private static final int BUFFER = 64 << 10;

  /** Bytes a second that a request must at least have, once its body has begun. */
  private static final long SLOWEST = 500;

  private SafeJetty() {}

  /**
   * Sets a server up before it is started.
   *
   * @param server the server
   * @param host the address that it is to listen at
   * @param limits what clients may ask
   */
  public static void prepare(Server server, String host, Limits limits) {
    for (var connector : server.getConnectors()) {
      ServerConnector http = (ServerConnector) connector;
      http.setHost(host);
      http.setIdleTimeout(limits.silence().toMillis());
      http.addBean(new Connections(limits, http.getScheduler()));
      for (ConnectionFactory factory : http.getConnectionFactories()) {
        configure(((HttpConnectionFactory) factory).getHttpConfiguration());
      }
    }
    Slf4jRequestLogWriter writer = new Slf4jRequestLogWriter();
    writer.setLoggerName(LOG);
    server.setRequestLog(new CustomRequestLog(writer, FORMAT));
    server.setHandler(new GzipHandler(server.getHandler()));
  }

  private static void configure(HttpConfiguration configuration) {
    configuration.setRequestHeaderSize(HEADERS);
    configuration.setOutputBufferSize(BUFFER);
    configuration.setMinRequestDataRate(SLOWEST);
    configuration.setMinResponseDataRate(SLOWEST);
    configuration.setSendServerVersion(false);
  }
}
