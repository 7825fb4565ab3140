package org.entente.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.ProgramVersion;
import org.entente.consolidate.Account;
import org.entente.consolidate.Conflict;
import org.entente.consolidate.Conflicts;
import org.entente.consolidate.ConsolidatedEvent;
import org.entente.rdf.GazetteerFacts;
import org.entente.store.GraphStore;
import org.entente.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists where the documents of a store contradict each other. */
@Command(
    name = "conflicts",
    description = {
      "List the events of which documents give days, places, lengths or a status that cannot all be"
          + " right, or say of somebody both that he took part and that he was absent.",
      "What the graph holds of the event is marked with *; the rules that choose it are told by"
          + " `entente explain`. A plan that was carried out is no conflict. Where a document is"
          + " wrong, copy what stands after 'to correct' into a file of corrections."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente conflicts --store entente-store",
      "  entente conflicts --aspect date --aspect place"
    })
final class ConflictsCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Option(
      names = "--aspect",
      paramLabel = "ASPECT",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Conflict.Aspect> aspects = List.of();

  @Override
  public Integer call() {
    Console console = entente.console();
    try (GraphStore graph = open(store.directory())) {
      Conflicts conflicts = new Conflicts();
      int events = 0;
      for (ConsolidatedEvent event : graph.events()) {
        List<Conflict> found =
            conflicts.of(event).stream()
                .filter(c -> aspects.isEmpty() || aspects.contains(c.aspect()))
                .toList();
        if (!found.isEmpty()) {
          events++;
          String iri = graph.iris().event(event.anchor());
          console.result(iri.substring(graph.iris().base().length()) + "  " + graph.label(iri));
          found.forEach(c -> print(console, graph, event, c));
          graph
              .references(
                  found.stream()
                      .flatMap(c -> c.versions().stream())
                      .flatMap(v -> v.accounts().stream())
                      .collect(Collectors.toCollection(LinkedHashSet::new)))
              .forEach(
                  (account, words) ->
                      console.result("  to correct: " + account.document() + '\t' + words));
        }
      }
      console.stage(events == 0 ? "No conflicts" : events + " events with conflicts");
      return ExitCode.OK;
    }
  }

  /** Opens a store with what the gazetteer knows of its places. */
  static GraphStore open(Path store) {
    return GraphStore.openExisting(
        store, StoreSettings.of(new GazetteerFacts(Gazetteer.load()), ProgramVersion.current()));
  }

  private static void print(
      Console console, GraphStore graph, ConsolidatedEvent event, Conflict conflict) {
    boolean first = true;
    for (Conflict.Version version : conflict.versions()) {
      String said =
          switch (conflict.aspect()) {
            case PLACE -> graph.label(version.value());
            case ATTENDANCE ->
                graph.label(version.value()) + (first ? " took part" : " was absent");
            default -> version.value();
          };
      console.result(
          "  %-10s %s %s: %s"
              .formatted(
                  first ? conflict.aspect().name().toLowerCase(Locale.ROOT) : "",
                  chosen(event, conflict.aspect(), version, first) ? "*" : " ",
                  said,
                  documents(version.accounts())));
      first = false;
    }
  }

  private static boolean chosen(
      ConsolidatedEvent event, Conflict.Aspect aspect, Conflict.Version version, boolean first) {
    return switch (aspect) {
      case DATE ->
          version.accounts().stream()
              .anyMatch(
                  a ->
                      a.date().isPresent()
                          && event.date().isPresent()
                          && a.date().get().overlaps(event.date().get()));
      case PLACE -> event.place().filter(version.value()::equals).isPresent();
      case DURATION ->
          version.accounts().stream().anyMatch(a -> a.duration().equals(event.duration()));
      case STATUS -> version.accounts().stream().anyMatch(a -> a.status() == event.status());
      case ATTENDANCE ->
          first
              == event.parties().stream()
                  .map(Account.Party::agent)
                  .anyMatch(version.value()::equals);
    };
  }

  private static String documents(List<Account> accounts) {
    Map<String, String> outlets =
        accounts.stream()
            .collect(
                Collectors.toMap(Account::document, Account::outlet, (a, b) -> a, TreeMap::new));
    return outlets.entrySet().stream()
        .map(e -> e.getKey() + (e.getValue().isEmpty() ? "" : " (" + e.getValue() + ")"))
        .collect(Collectors.joining(", "));
  }
}
