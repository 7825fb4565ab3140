package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.DatasetFactory;
import org.entente.build.ProgramVersion;
import org.entente.query.NamedQuery;
import org.entente.query.Parameter;
import org.entente.query.QueryAnswer;
import org.entente.query.QueryCatalog;
import org.entente.query.QueryRunner;
import org.entente.query.ResultFormat;
import org.entente.query.ResultWriter;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.store.GraphStore;
import org.entente.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Answers a question of the catalog. */
@Command(
    name = "query",
    description = {
      "Answer a question of the catalog from a store or at an endpoint.",
      "Without a name, list the questions."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente query",
      "  entente query who-met-whom",
      "  entente query meetings-of-person person=\"Sergey Lavrov\" --format csv",
      "  entente query who-met-whom --endpoint http://localhost:3330/entente/sparql"
    })
final class QueryCommand implements Callable<Integer> {
  private static final String FILE = ".rq";

  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of the query, or a file of your own in the same form that ends in .rq.")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PARAM=VALUE",
      description = "Values of its parameters.")
  private List<String> values = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ResultFormat format = ResultFormat.TABLE;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Ask this SPARQL endpoint in place of a store.")
  private URI endpoint;

  @Option(names = "--show", description = "Print the SPARQL query with its values and end.")
  private boolean show;

  @Override
  public Integer call() throws IOException {
    Console console = entente.console();
    QueryCatalog catalog = QueryCatalog.load();
    if (name == null) {
      list(console, catalog);
      return ExitCode.OK;
    }
    NamedQuery query =
        name.endsWith(FILE)
            ? NamedQuery.parse(
                Path.of(name).getFileName().toString().replace(FILE, ""),
                Files.readString(Path.of(name)))
            : catalog.get(name);
    Map<String, String> bound = bound();
    if (show) {
      console.result(query.bind(bound).toString());
      return ExitCode.OK;
    }
    if (endpoint != null) {
      QueryAnswer answer = QueryRunner.at(endpoint).run(query, bound);
      print(console, answer, Iris.DEFAULT_BASE, format);
      tellMore(console, query, bound, answer);
      return ExitCode.OK;
    }
    try (GraphStore graph = reading(store.directory())) {
      QueryAnswer answer = QueryRunner.over(DatasetFactory.wrap(graph.dataset())).run(query, bound);
      print(console, answer, graph.iris().base(), format);
      tellMore(console, query, bound, answer);
    }
    return ExitCode.OK;
  }

  /** Says that an answer may have been cut where the query has a limit. */
  private static void tellMore(
      Console console, NamedQuery query, Map<String, String> bound, QueryAnswer answer) {
    query
        .limit(bound)
        .ifPresent(
            rows -> {
              if (answer.size() >= rows) {
                console.stage(
                    "These are the first "
                        + rows
                        + " rows, and there may be more: rows=all gives all.");
              }
            });
  }

  /** Opens a store for queries, which need no knowledge beyond it. */
  static GraphStore reading(Path store) {
    return GraphStore.openExisting(
        store, StoreSettings.of(EntityFacts.none(), ProgramVersion.current()));
  }

  /** Prints an answer. */
  static void print(Console console, QueryAnswer answer, String base, ResultFormat format)
      throws IOException {
    new ResultWriter(console.width(), base).write(answer, format, console.stream());
  }

  private Map<String, String> bound() {
    Map<String, String> bound = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(
            spec.commandLine(),
            "Expected PARAM=VALUE, found: " + value + " (quote values with spaces)");
      }
      if (bound.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
        throw new ParameterException(
            spec.commandLine(), "Given twice: " + value.substring(0, equals));
      }
    }
    return bound;
  }

  private static void list(Console console, QueryCatalog catalog) {
    for (NamedQuery query : catalog.queries()) {
      StringBuilder line = new StringBuilder(query.name());
      for (Parameter parameter : query.parameters()) {
        String value = parameter.name() + "=...";
        line.append(' ').append(parameter.required() ? value : "[" + value + "]");
      }
      console.result(line.toString());
      console.result("    " + query.question());
    }
  }
}
