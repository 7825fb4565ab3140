package org.entente.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.endpoint.EntenteServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves a store for SPARQL until it is stopped. */
@Command(
    name = "serve",
    description = {
      "Serve a store for SPARQL, read-only, with the Fuseki pages.",
      "Ends with Ctrl-C. A build of the same store may run meanwhile: when its graph is whole, the"
          + " server takes it up by itself."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  entente serve --store entente-store --port 3330",
      "  curl http://localhost:3330/entente/sparql --data-urlencode 'query=ASK { ?s ?p ?o }'"
    })
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "" + EntenteServer.DEFAULT_PORT,
      description = "Port to listen at, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = EntenteServer.LOOPBACK,
      description =
          "Address to listen at (default: ${DEFAULT-VALUE}, this machine only; 0.0.0.0 for every"
              + " network).")
  private String host;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "The longest time that a query may take (default: 30 to the first row, 60 in all).")
  private Integer timeout;

  @Override
  public Integer call() {
    Console console = entente.console();
    serve(
        console,
        new EntenteServer.Settings(
            store.directory(), host, port, Optional.ofNullable(timeout).map(Duration::ofSeconds)));
    return ExitCode.OK;
  }

  /** Serves until the process is told to end. */
  static void serve(Console console, EntenteServer.Settings settings) {
    try (EntenteServer server = EntenteServer.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the server"));
      console.stage("Serving " + settings.store() + " (Ctrl-C ends)");
      console.stage("  pages     " + server.uri());
      console.stage("  SPARQL    " + server.sparql());
      console.stage("  ontology  " + server.uri().resolve("ontology"));
      server.join();
    }
  }
}
