package org.entente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.build.Pipeline;
import org.entente.endpoint.EntenteServer;
import org.entente.endpoint.documents.DocumentsServlet;
import org.entente.endpoint.documents.Password;
import org.entente.endpoint.guard.Limits;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves a store for SPARQL until it is stopped. */
@Command(
    name = "serve",
    description = {
      "Serve a store for SPARQL and with pages to look around. The public may read; adding"
          + " documents needs a password.",
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
  @Spec private CommandSpec spec;

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

  @Option(
      names = "--max-queries",
      paramLabel = "N",
      description =
          "How many queries run at the same time, a quarter of them for one client (default: four a"
              + " processor).")
  private Integer maxQueries;

  @Option(
      names = "--max-answer",
      paramLabel = "MIB",
      description = "The largest answer to a query, in MiB up to 512 (default: 16).")
  private Integer maxAnswer;

  @Option(
      names = "--read-only",
      description = "Nobody may add documents, whatever password they bring.")
  private boolean readOnly;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Whoever brings the first line of this file as a password may add documents (default: a"
              + " password made up at the first start and told once).")
  private Path passwordFile;

  @Option(
      names = "--allow-fetch",
      description =
          "Who may add documents may also name pages of the public web, which the server fetches.")
  private boolean fetching;

  @Override
  public Integer call() {
    Console console = entente.console();
    serve(
        console,
        new EntenteServer.Settings(
            store.directory(),
            host,
            port,
            Optional.ofNullable(timeout).map(Duration::ofSeconds),
            limits(),
            readOnly ? Optional.empty() : Optional.of(adding(console))));
    return ExitCode.OK;
  }

  private DocumentsServlet.Adding adding(Console console) {
    try {
      return new DocumentsServlet.Adding(password(console), fetching, Pipeline::load);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.STORE,
          "The password for adding documents cannot be had: " + e.getMessage(),
          "Name another file with --password-file, or serve with --read-only.");
    }
  }

  private Password password(Console console) throws IOException {
    if (passwordFile != null) {
      List<String> lines = Files.readAllLines(passwordFile, StandardCharsets.UTF_8);
      String password = lines.isEmpty() ? "" : lines.get(0).strip();
      if (password.length() < Password.SHORTEST) {
        throw new IOException(
            passwordFile + " has a first line of less than " + Password.SHORTEST + " characters");
      }
      if (!password.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        // HTTP's headers, in which it comes, hold no others for sure.
        throw new IOException(
            passwordFile + " has a first line with characters that are not of ASCII");
      }
      return Password.of(password);
    }
    if (!GraphStore.isStore(store.directory())) {
      return Password.of(Password.invent()); // what is wrong with it is told where it is opened
    }
    Path kept = store.directory().resolve(Password.FILE);
    if (Files.exists(kept)) {
      return Password.read(kept);
    }
    String password = Password.invent();
    Password hashed = Password.of(password);
    hashed.write(kept);
    console.stage(
        "Password for adding documents (told this once; delete " + kept + " for another):");
    console.result(password);
    return hashed;
  }

  private Limits limits() {
    Limits limits = Limits.defaults();
    if (maxQueries != null) {
      limits = limits.withRunning(positive("--max-queries", maxQueries, 1024));
    }
    if (maxAnswer != null) {
      limits = limits.withAnswer(positive("--max-answer", maxAnswer, 512) << 20);
    }
    return limits;
  }

  private int positive(String option, int number, int most) {
    if (number < 1 || number > most) {
      throw new ParameterException(
          spec.commandLine(), option + " is a number from 1 to " + most + ", not " + number);
    }
    return number;
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
