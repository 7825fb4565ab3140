package org.entente.endpoint;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.admin.ActionServerStatus;
import org.apache.jena.fuseki.mod.prometheus.FMod_Prometheus;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.Operation;
import org.entente.endpoint.documents.DocumentsServlet;
import org.entente.endpoint.guard.FormGate;
import org.entente.endpoint.guard.LimitedQuery;
import org.entente.endpoint.guard.Limits;
import org.entente.endpoint.guard.PublicAccess;
import org.entente.endpoint.guard.QueryGate;
import org.entente.endpoint.guard.RunningQueries;
import org.entente.endpoint.guard.SafeJetty;
import org.entente.store.GraphStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki over a store: the public, read-only SPARQL service that {@code fuseki-config/config.ttl}
 * describes, with the explorer, the ontology's reference page and the Fuseki user interface.
 *
 * <p>Paths: {@code /entente/sparql} and {@code /entente/query} (SPARQL 1.1 query), {@code /$/ping},
 * {@code /$/metrics} (Prometheus), {@code /$/server} and {@code /$/stats} (for the user interface),
 * {@code /} (explorer), {@code /sparql.html} (editor), {@code /ontology} (reference page), {@code
 * /.well-known/void} and {@code /.well-known/sparql-examples} (RDF), {@code /queries/} (example
 * queries), {@code /export/} (downloads), {@code /reconcile} (Reconciliation Service API), {@code
 * /fuseki/} (Fuseki's user interface). Nothing here changes the graph: Fuseki's administration
 * module is not loaded. When the store gets a new generation, the server takes it up by itself.
 */
public final class EntenteServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EntenteServer.class);

  /** The port used where none is asked for. */
  public static final int DEFAULT_PORT = 3330;

  /** The address used where none is asked for: this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  /** How often the server looks whether the store has a new generation. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final FusekiServer server;
  private final Settings settings;
  private final CurrentGraph current;
  private final RunningQueries running;
  private final Optional<DocumentsServlet> documents;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(EntenteServer::daemon);

  /** The graph that is served, and after it those that queries may still be reading. */
  private final Deque<ServedGraph> graphs = new ArrayDeque<>();

  private boolean closed;

  private EntenteServer(
      FusekiServer server,
      Settings settings,
      CurrentGraph current,
      RunningQueries running,
      Optional<DocumentsServlet> documents) {
    this.server = server;
    this.settings = settings;
    this.current = current;
    this.running = running;
    this.documents = documents;
    graphs.add(current.get());
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
    return start(Settings.of(store, port));
  }

  /**
   * How a server is to run.
   *
   * @param store directory of the store
   * @param host address to listen at; {@code 0.0.0.0} for every network
   * @param port the port, 0 for any free one
   * @param timeout the longest time that a query may take, in place of the configured one
   * @param limits how much clients may ask of it
   * @param adding how documents may be added; empty when nobody may
   */
  public record Settings(
      Path store,
      String host,
      int port,
      Optional<Duration> timeout,
      Limits limits,
      Optional<DocumentsServlet.Adding> adding) {
    /** Returns the usual settings, for this machine only and for reading only. */
    public static Settings of(Path store, int port) {
      return new Settings(
          store, LOOPBACK, port, Optional.empty(), Limits.defaults(), Optional.empty());
    }

    /** Returns the same settings with a longest time that a query may take. */
    public Settings withTimeout(Duration longest) {
      return new Settings(store, host, port, Optional.of(longest), limits, adding);
    }

    /** Returns the same settings with other limits. */
    public Settings withLimits(Limits others) {
      return new Settings(store, host, port, timeout, others, adding);
    }

    /** Returns the same settings, by which documents may be added. */
    public Settings withAdding(DocumentsServlet.Adding how) {
      return new Settings(store, host, port, timeout, limits, Optional.of(how));
    }
  }

  /** Paths that pages of other sites may read. */
  private static final Set<String> OPEN =
      Set.of(
          "/entente/",
          "/.well-known/",
          "/queries/",
          "/export/",
          "/reconcile",
          "/reconcile/",
          "/ontology");

  /** Paths to which one may post: queries, and documents, which ask for the password. */
  private static final Set<String> POSTED =
      Set.of(
          "/entente/sparql",
          "/entente/query",
          "/fuseki/entente/",
          "/reconcile",
          DocumentsServlet.PATH);

  /**
   * How many requests of the Reconciliation Service API, and how many exports, are answered at a
   * time; one client has one at a time.
   */
  private static final int AT_ONCE = 4;

  /** The most threads that answer requests. */
  private static final int THREADS = 384;

  /**
   * Starts a server.
   *
   * @param settings how it is to run
   * @return the running server
   * @throws org.entente.store.StoreException when the store cannot be had
   * @throws EndpointException when the port cannot be had
   */
  public static EntenteServer start(Settings settings) {
    ServedGraph graph = ServedGraph.open(settings.store(), settings.timeout());
    try {
      return start(settings, graph);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  private static EntenteServer start(Settings settings, ServedGraph graph) {
    CurrentGraph current = new CurrentGraph(graph);
    RunningQueries running = new RunningQueries();
    FusekiServer.Builder builder =
        FusekiServer.create()
            .port(settings.port())
            .maxServerThreads(THREADS)
            .fusekiModules(FusekiModules.create(FMod_Prometheus.create()))
            .registerOperation(Operation.Query, new LimitedQuery(running))
            .enablePing(true)
            .enableStats(true)
            .addFilter("/*", new PublicAccess(OPEN, POSTED))
            .addServlet("/$/server", new ActionServerStatus())
            .addFilter(Addresses.SPARQL, new ServiceDescriptionFilter(current))
            .addFilter("/entente/*", new QueryGate(settings.limits(), () -> current.get().tag()))
            .addServlet("/.well-known/void", new DescriptionServlet(current))
            .addServlet("/.well-known/sparql-examples", new ExamplesServlet(current))
            .addFilter(
                ReconcileServlet.PATH + "/*", new FormGate(settings.limits().withRunning(AT_ONCE)))
            .addServlet(ReconcileServlet.PATH + "/*", new ReconcileServlet(current))
            .addFilter("/export/*", new FormGate(settings.limits().withRunning(AT_ONCE)))
            .addServlet("/export/*", new ExportServlet(current))
            .addServlet("/queries/*", new QueriesServlet())
            .addServlet("/*", new PagesServlet());
    Optional<DocumentsServlet> documents =
        settings
            .adding()
            .map(
                adding ->
                    new DocumentsServlet(
                        settings.store(), adding, () -> awaitNewest(current, settings.store())));
    documents.ifPresent(servlet -> builder.addServlet(DocumentsServlet.PATH + "/*", servlet));
    graph.points().forEach(point -> builder.add(point.getName(), point.getDataService()));
    FusekiServer server = builder.build();
    SafeJetty.prepare(server.getJettyServer(), settings.host(), settings.limits());
    EntenteServer started = new EntenteServer(server, settings, current, running, documents);
    try {
      server.start();
    } catch (FusekiException e) {
      started.watch.shutdownNow();
      server.stop();
      documents.ifPresent(DocumentsServlet::close);
      running.close();
      throw unbindable(settings.host(), settings.port(), e);
    }
    long glance = GLANCE.toMillis();
    started.watch.scheduleWithFixedDelay(started::renew, glance, glance, TimeUnit.MILLISECONDS);
    return started;
  }

  /** Waits until the newest generation of a store is served, or the server does not look for it. */
  private static void awaitNewest(CurrentGraph current, Path store) {
    long end = System.nanoTime() + GLANCE.multipliedBy(30).toNanos();
    try {
      while (System.nanoTime() < end
          && !current.get().generation().equals(GraphStore.generation(store))) {
        Thread.sleep(GLANCE.toMillis() / 20);
      }
    } catch (IOException e) {
      LOG.warn("Cannot look for a new generation of {}: {}", store, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "watch the store");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Serves the store's new generation where there is one; whoever still reads the one before reads
   * it to the end.
   */
  private synchronized void renew() {
    if (closed) {
      return;
    }
    try {
      if (!GraphStore.generation(settings.store()).equals(graphs.getFirst().generation())) {
        ServedGraph next = ServedGraph.open(settings.store(), settings.timeout());
        for (DataAccessPoint point : next.points()) {
          point.getDataService().setEndpointProcessors(server.getOperationRegistry());
          point.getDataService().goActive();
          server.getDataAccessPointRegistry().put(point.getName(), point);
        }
        current.set(next);
        graphs.addFirst(next);
        LOG.info("Serving a new generation of {}", settings.store());
        return; // requests that were given the old one have begun to read it at the next glance
      }
      while (graphs.size() > 1 && !graphs.getLast().isRead()) {
        graphs.removeLast().close();
      }
    } catch (IOException | RuntimeException e) {
      // The generation that is served stays; the next glance tries again.
      LOG.warn("Cannot look for a new generation of {}: {}", settings.store(), e.toString());
    }
  }

  /** Returns the address of the server, such as {@code http://localhost:3330/}. */
  public URI uri() {
    String host = settings.host();
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
    watch.shutdownNow();
    documents.ifPresent(DocumentsServlet::close);
    running.close();
    server.stop();
    awaitReaders();
    graphs.forEach(ServedGraph::close);
  }

  /** Gives queries that were stopped the time to notice it. */
  private void awaitReaders() {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    try {
      while (System.nanoTime() < end && graphs.stream().anyMatch(ServedGraph::isRead)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
