package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Triple;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Pipeline;
import org.entente.linking.StatementCache;
import org.entente.linking.StatementFetcher;
import org.entente.rdf.Run;
import org.entente.rdf.StatementMapper;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import org.entente.wikidata.WikidataClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fetches statements of Wikidata into a store. */
@Command(
    name = "enrich",
    description = {
      "Fetch statements of Wikidata on the entities of a store that are linked to it, into the graph"
          + " .../graph/wikidata, in Wikidata's own terms (wd:Q... wdt:P... value).",
      "What was fetched is kept for months, and fetching that was stopped goes on where it was."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente enrich --store entente-store --contact me@example.org",
      "  entente enrich --store entente-store --property P27 --property P102"
    })
final class EnrichCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;
  @Mixin private WebOptions web;

  @Option(
      names = "--property",
      paramLabel = "P",
      defaultValue = "P17,P18,P27,P31,P39,P102,P106,P159,P463,P569,P570,P571,P576,P625",
      split = ",",
      description =
          "A property whose values are fetched; may be given several times (default:"
              + " ${DEFAULT-VALUE}: country, picture, citizenship, class, offices, party,"
              + " occupation, seat, memberships, birth, death, beginning, end, coordinates).")
  private List<String> properties;

  @Option(
      names = "--wikidata",
      paramLabel = "URL",
      defaultValue = WikidataClient.ADDRESS,
      description = "Address of the API (default: ${DEFAULT-VALUE}).")
  private String address;

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      description =
          "Where statements are kept (default: entente/statements.jsonl in the cache folder of your"
              + " account).")
  private Path cache;

  @Override
  public Integer call() throws IOException {
    if (properties.stream().anyMatch(p -> !p.matches("P[1-9]\\d*"))
        || !address.matches("https?://[^\\s/]+.*")) {
      throw new ParameterException(
          spec.commandLine(), "--property takes P and digits, --wikidata the address of an API.");
    }
    Console console = entente.console();
    Run run = RunRecord.of(spec, Map.of());
    Path file = cache == null ? WebOptions.cacheFolder().resolve("statements.jsonl") : cache;
    StatementFetcher fetcher =
        new StatementFetcher(
            new WikidataClient(address, web.settings()),
            StatementCache.open(file, LocalDate.now()),
            properties);
    try (StagedStore staged =
        StagedStore.openExisting(
            store.directory(),
            Pipeline.knowledge(Gazetteer.lists()).storeSettings(Optional.empty()))) {
      GraphStore graph = staged.store();
      Set<String> items = graph.linkedItems();
      boolean whole = fetch(console, fetcher, items);
      List<Triple> triples =
          new StatementMapper(graph.iris()).map(fetcher.known(items), properties);
      graph.inRun(
          run,
          () -> {
            graph.replaceWikidata(triples);
            return null;
          });
      staged.publish();
      console.stage(
          String.format(
              Locale.ROOT,
              "Wikidata: %,d linked entities, %,d triples in %s",
              items.size(),
              triples.size(),
              graph.iris().wikidataGraph()));
      return whole ? ExitCode.OK : ExitCode.NETWORK;
    }
  }

  private static boolean fetch(Console console, StatementFetcher fetcher, Set<String> items) {
    try (Progress progress = console.progress("Entities")) {
      fetcher.fetch(items, count -> progress.update(count, items.size()));
      return true;
    } catch (IOException e) {
      console.problem(
          "Wikidata does not answer: " + e.getMessage(),
          "What was fetched so far is in the store. Start the command again to go on.");
      return false;
    }
  }
}
