package org.entente.endpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.admin.ActionServerStatus;
import org.apache.jena.fuseki.mod.prometheus.FMod_Prometheus;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.eclipse.jetty.server.ServerConnector;
import org.entente.rdf.EntityFacts;
import org.entente.store.GraphStore;
import org.entente.store.StoreSettings;

/**
 * Fuseki over a store: the public, read-only SPARQL service that {@code fuseki-config/config.ttl}
 * describes, with the Fuseki user interface and the ontology's reference page.
 *
 * <p>Paths: {@code /entente/sparql} and {@code /entente/query} (SPARQL 1.1 query), {@code /$/ping},
 * {@code /$/metrics} (Prometheus), {@code /$/server} and {@code /$/stats} (for the user interface),
 * {@code /ontology} (reference page), {@code /} (user interface). Nothing here changes the graph:
 * Fuseki's administration module is not loaded.
 */
public final class EntenteServer implements AutoCloseable {
  /** The port used where none is asked for. */
  public static final int DEFAULT_PORT = 3330;

  /** The address used where none is asked for: this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  private final FusekiServer server;
  private final String host;
  private final Closeable reservation;
  private final List<DatasetGraph> datasets = new ArrayList<>();
  private boolean closed;

  private EntenteServer(FusekiServer server, String host, Closeable reservation) {
    this.server = server;
    this.host = host;
    this.reservation = reservation;
    server
        .getDataAccessPointRegistry()
        .forEach((name, point) -> datasets.add(point.getDataService().getDataset()));
  }

  /**
   * Starts a server for this machine only.
   *
   * @param store directory of the store
   * @param port the port, 0 for any free one
   * @return the running server
   * @throws org.entente.store.StoreException when the store cannot be had
   * @throws EndpointException when the port cannot be had
   */
  public static EntenteServer start(Path store, int port) {
    return start(new Settings(store, LOOPBACK, port, Optional.empty()));
  }

  /**
   * How a server is to run.
   *
   * @param store directory of the store
   * @param host address to listen at; {@code 0.0.0.0} for every network
   * @param port the port, 0 for any free one
   * @param timeout the longest time that a query may take, in place of the configured one
   */
  public record Settings(Path store, String host, int port, Optional<Duration> timeout) {}

  /**
   * Starts a server.
   *
   * @param settings how it is to run
   * @return the running server
   * @throws org.entente.store.StoreException when the store cannot be had
   * @throws EndpointException when the port cannot be had
   */
  public static EntenteServer start(Settings settings) {
    // Opened as a store first: that checks it, and mends what a killed build left behind.
    StoreSettings reading = StoreSettings.of(EntityFacts.none(), "");
    GraphStore.openExisting(settings.store(), reading).close();
    Closeable reservation = GraphStore.reserve(settings.store());
    try {
      return start(settings, reservation);
    } catch (RuntimeException e) {
      close(reservation);
      throw e;
    }
  }

  private static EntenteServer start(Settings settings, Closeable reservation) {
    Model config = EndpointConfig.forStore(settings.store(), settings.timeout());
    String host = settings.host();
    int port = settings.port();
    FusekiServer server =
        FusekiServer.create()
            .port(port)
            .fusekiModules(FusekiModules.create(FMod_Prometheus.create()))
            .parseConfig(config)
            .enableStats(true)
            .addFilter("/*", new PublicAccessFilter())
            .addServlet("/$/server", new ActionServerStatus())
            .addServlet(
                "/ontology",
                new ResourceServlet(
                    "/org/entente/ontology/reference.html", "text/html;charset=utf-8"))
            .staticFileBase(userInterface())
            .build();
    // The builder knows "loopback or everywhere" only; one address is set on the connector.
    for (var connector : server.getJettyServer().getConnectors()) {
      ((ServerConnector) connector).setHost(host);
    }
    EntenteServer started = new EntenteServer(server, host, reservation);
    try {
      server.start();
    } catch (FusekiException e) {
      started.close();
      throw unbindable(host, port, e);
    }
    return started;
  }

  /** Returns the address of the server, such as {@code http://localhost:3330/}. */
  public URI uri() {
    String name = host.equals(LOOPBACK) || host.equals("0.0.0.0") ? "localhost" : host;
    return URI.create("http://" + name + ":" + port() + "/");
  }

  /** Returns the address of the SPARQL service. */
  public URI sparql() {
    return uri().resolve("entente/sparql");
  }

  /** Returns the port that the server listens at. */
  public int port() {
    return server.getPort();
  }

  /** Waits until the server stops. */
  public void join() {
    server.join();
  }

  /** Stops the server and lets go of the store; does nothing the second time. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.stop();
    for (DatasetGraph dataset : datasets) {
      dataset.close();
      if (dataset instanceof DatasetGraphWrapper wrapper) {
        TDBInternal.expel(wrapper.getWrapped());
      }
    }
    close(reservation);
  }

  private static void close(Closeable reservation) {
    try {
      reservation.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String userInterface() {
    URL index = EntenteServer.class.getResource("/webapp/index.html");
    if (index == null) {
      throw new IllegalStateException("the Fuseki user interface is missing from the class path");
    }
    return index.toString().replaceFirst("index\\.html$", "");
  }

  private static EndpointException unbindable(String host, int port, FusekiException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return new EndpointException(
            "The port cannot be used: " + host + ":" + port + " (" + t.getMessage() + ")",
            "Stop the program that listens there, or take another with --port (0 for any free"
                + " one).",
            e);
      }
      if (t instanceof UnknownHostException) {
        return new EndpointException(
            "There is no such address: " + host, "Name an address of this machine with --host.", e);
      }
    }
    return new EndpointException(
        "The server cannot be started at " + host + ":" + port + " (" + rootMessage(e) + ")",
        "Take another port with --port.",
        e);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
