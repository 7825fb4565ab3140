package org.entente.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.store.GraphStore;
import org.entente.store.StoreFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells how much a store holds. */
@Command(
    name = "stats",
    description =
        "Tell what is said of a store's dataset and count what it holds: documents and their time, reports, events by kind and status,"
            + " entities and how many of them are linked to Wikidata.",
    footerHeading = "%nExamples:%n",
    footer = {"  entente stats --store entente-store", "  entente stats --json"})
final class StatsCommand implements Callable<Integer> {
  @ParentCommand private Entente entente;
  @Mixin private StoreOption store;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Console console = entente.console();
    try (GraphStore graph = QueryCommand.reading(store.directory())) {
      StoreFigures figures = graph.figures();
      if (json) {
        console.result(new ObjectMapper().writeValueAsString(figures));
      } else {
        lines(figures).forEach(console::result);
      }
      return ExitCode.OK;
    }
  }

  private static List<String> lines(StoreFigures figures) {
    List<String> lines = new ArrayList<>();
    figures
        .description()
        .forEach(
            (what, values) -> {
              if (!values.isEmpty()) {
                lines.add("%-10s %s".formatted(what, String.join("; ", values)));
              }
            });
    lines.add(
        "documents  %d of %d outlets%s"
            .formatted(
                figures.documents(),
                figures.outlets(),
                period(", published", figures.firstPublished(), figures.lastPublished())));
    lines.add("reports    %d".formatted(figures.reports()));
    long events =
        figures.events().values().stream()
            .flatMap(m -> m.values().stream())
            .mapToLong(Long::longValue)
            .sum();
    lines.add(
        "events     %d%s, %d of more than one independent source"
            .formatted(
                events,
                period(",", figures.firstEvent(), figures.lastEvent()),
                figures.manySources()));
    if (figures.corrections() > 0) {
      lines.add(
          "decisions  %d corrections, %d of them applied"
              .formatted(figures.corrections(), figures.applied()));
    }
    lines.add("triples    %d".formatted(figures.triples()));
    lines.add("");
    List<String> statuses = List.copyOf(figures.events().values().iterator().next().keySet());
    StringBuilder head = new StringBuilder("%-13s".formatted("event"));
    statuses.forEach(status -> head.append("%11s".formatted(status)));
    lines.add(head.toString());
    figures
        .events()
        .forEach(
            (kind, counts) -> {
              StringBuilder row = new StringBuilder("%-13s".formatted(kind));
              statuses.forEach(status -> row.append("%11d".formatted(counts.get(status))));
              lines.add(row.toString());
            });
    lines.add("");
    lines.add("%-13s%11s%11s".formatted("entity", "count", "linked"));
    for (Map.Entry<String, Long> entry : figures.entities().entrySet()) {
      lines.add(
          "%-13s%11d%11d"
              .formatted(entry.getKey(), entry.getValue(), figures.linked().get(entry.getKey())));
    }
    return lines;
  }

  private static String period(String before, String first, String last) {
    return first.isEmpty() ? "" : before + ' ' + first + " to " + last;
  }
}
