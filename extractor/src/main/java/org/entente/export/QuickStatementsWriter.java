package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Writes commands for Wikidata's QuickStatements (version 1) that make an item for each event: what
 * it is (P31), when (P585), where (P276) and who took part (P710), each with references to the
 * documents that say so (P854 reference URL, P1476 title, P577 publication date).
 *
 * <p>An item for each event, and no "significant event" (P793) on the people: QuickStatements puts
 * the qualifiers of a second "significant event: meeting" of one person onto the first, so that two
 * meetings would become one that never was. Only what an editor can stand for is written: held
 * meetings, talks and summits whose date is a day, a month or a year, with two parties or more that
 * are linked to Wikidata; a part that no document with an address supports is left out, and an
 * event without two supported parties is too. When a document was fetched (P813) is not known and
 * not claimed. An editor has to look for an existing item of the event before running the commands.
 */
final class QuickStatementsWriter {
  private static final Map<Kind, String> CLASSES =
      Map.of(Kind.MEETING, "Q2761147", Kind.TALKS, "Q2761147", Kind.SUMMIT, "Q1072326");

  private final GraphView view;
  private final Writer out;
  private final String summary;

  private QuickStatementsWriter(GraphView view, Writer out) {
    this.view = view;
    this.out = out;
    // A comment becomes the summary of the edit: there the citation is seen by whoever checks it.
    this.summary = "\t/* " + view.citation().line().replace("*/", "* /").replace('\t', ' ') + " */";
  }

  /**
   * Writes the commands. The stream is flushed and left open.
   *
   * @throws IllegalArgumentException if the graph has no country of the filter's
   * @throws IOException if the stream fails
   */
  static void write(GraphView view, EventFilter filter, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    QuickStatementsWriter commands = new QuickStatementsWriter(view, writer);
    try {
      view.events(
          filter.orElse(CLASSES.keySet(), Set.of(Status.HELD)),
          event -> {
            if (CLASSES.containsKey(event.kind()) && event.status() == Status.HELD) {
              commands.event(event);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private void event(ExportedEvent event) {
    Optional<String> time = time(event);
    List<ExportedReport> reports =
        event.reports().stream()
            .map(view::report)
            .filter(r -> r.status().equals(Status.HELD.conceptName()) && address(r).isPresent())
            .toList();
    String when = time.map(t -> references(reports, r -> dates(r, event))).orElse("");
    List<String> parties =
        event.parties().stream()
            .map(ExportedEvent.Party::agent)
            .distinct()
            .filter(agent -> !view.entity(agent).qid().isEmpty())
            .filter(agent -> reports.stream().anyMatch(r -> r.participants().contains(agent)))
            .toList();
    if (when.isEmpty() || parties.size() < 2) {
      return;
    }
    command("CREATE");
    command("LAST\tLen\t" + quoted(event.label()));
    command("LAST\tP31\t" + CLASSES.get(event.kind()) + references(reports, r -> kind(r, event)));
    command("LAST\tP585\t" + time.get() + when);
    event
        .place()
        .map(view::entity)
        .filter(place -> !place.qid().isEmpty())
        .ifPresent(
            place -> {
              String where = references(reports, r -> r.places().contains(place.iri()));
              if (!where.isEmpty()) {
                command("LAST\tP276\t" + place.qid() + where);
              }
            });
    for (String agent : parties) {
      command(
          "LAST\tP710\t"
              + view.entity(agent).qid()
              + references(reports, r -> r.participants().contains(agent)));
    }
  }

  private void command(String command) {
    try {
      out.write(command);
      if (!command.equals("CREATE")) {
        out.write(summary);
      }
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the references of the reports that support a statement; "!" begins a further one. */
  private static String references(List<ExportedReport> reports, Predicate<ExportedReport> says) {
    StringBuilder references = new StringBuilder();
    for (ExportedReport report : reports) {
      if (!says.test(report)) {
        continue;
      }
      String first = references.isEmpty() ? "\tS854\t" : "\t!S854\t";
      references.append(first).append(quoted(address(report).orElseThrow()));
      if (!report.title().isEmpty()) {
        references.append("\tS1476\ten:").append(quoted(report.title()));
      }
      report.issued().ifPresent(day -> references.append("\tS577\t").append(time(day, 11)));
    }
    return references.toString();
  }

  private static boolean kind(ExportedReport report, ExportedEvent event) {
    return report.kind().equals(event.kind().className());
  }

  private static boolean dates(ExportedReport report, ExportedEvent event) {
    return report.earliest().equals(event.earliest()) && report.latest().equals(event.latest());
  }

  private static Optional<String> address(ExportedReport report) {
    return Optional.of(report.source()).filter(s -> s.matches("https?://[^\\s\"|]+"));
  }

  /** Returns the time of an event where its bounds are those of a day, a month or a year. */
  private static Optional<String> time(ExportedEvent event) {
    if (!event.dated()) {
      return Optional.empty();
    }
    LocalDate first = event.earliest().get();
    LocalDate last = event.latest().get();
    YearMonth month = YearMonth.from(first);
    if (first.equals(last)) {
      return Optional.of(time(first, 11));
    }
    if (first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())) {
      return Optional.of(time(first, 10));
    }
    if (first.getDayOfYear() == 1 && last.equals(first.withDayOfYear(first.lengthOfYear()))) {
      return Optional.of(time(first, 9));
    }
    return Optional.empty();
  }

  private static String time(LocalDate day, int precision) {
    return String.format(
        "+%04d-%02d-%02dT00:00:00Z/%d",
        day.getYear(), day.getMonthValue(), day.getDayOfMonth(), precision);
  }

  /** A string has no form for quotes, tabs, lines and the bar that may stand for a tab. */
  private static String quoted(String text) {
    String plain =
        text.replaceAll("[\\s\\p{Cc}]+", " ").replace('"', '\'').replace('|', '/').strip();
    return '"' + plain + '"';
  }
}
