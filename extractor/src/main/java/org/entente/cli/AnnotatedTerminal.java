package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.annotation.Mention;
import org.entente.annotation.TimeExpression;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.report.DocumentReports;
import org.entente.report.Report;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Marks a document for the terminal: names and times in colours, sentences that tell of an event
 * underlined with the number of the event. Without colours, brackets take their place: {@code [Edi
 * Rama|person]}, {@code [Friday|2020-05-01]}, and {@code {1}} after a sentence.
 */
final class AnnotatedTerminal {
  private final boolean colours;

  /** Makes marks with or without colours. */
  AnnotatedTerminal(boolean colours) {
    this.colours = colours;
  }

  /** Returns the lines of a document and what it reports. */
  List<String> lines(DocumentReports found) {
    Document document = found.annotated().document();
    List<String> lines = new ArrayList<>();
    lines.add(
        style(
            document.id() + document.published().map(day -> ", " + day).orElse(", no date"),
            Style.bold));
    MarkedText text = new MarkedText(found);
    for (Block block : document.blocks()) {
      lines.add("");
      String marked =
          block.kind() == BlockKind.FURNITURE
              ? style(Console.plain(block.span().of(document.text())), Style.faint)
              : text.of(block).stream().map(this::mark).collect(Collectors.joining());
      lines.add(marked.strip());
    }
    lines.add("");
    if (found.reports().isEmpty()) {
      lines.add("No event is reported.");
    }
    for (int i = 0; i < found.reports().size(); i++) {
      Report report = found.reports().get(i);
      lines.add(style("{" + (i + 1) + "} " + ReportText.title(report), Style.bold));
      for (ReportText.Line line : ReportText.lines(report)) {
        lines.add("    %-8s  %s".formatted(line.name(), Console.plain(line.value())));
      }
    }
    lines.add("");
    for (String line : EntityText.lines(found.annotated())) {
      lines.add(Console.plain(line));
    }
    return lines;
  }

  private String mark(MarkedText.Stretch stretch) {
    // Line breaks inside of a paragraph are the page's, control characters are nobody's.
    String text = stretch.text().replaceAll("[\\s\\u00a0]+", " ").replaceAll("\\p{Cc}|\\p{Cf}", "");
    List<Style> styles = new ArrayList<>();
    String note = "";
    if (stretch.mention().isPresent()) {
      Mention mention = stretch.mention().get();
      styles.add(colour(mention));
      note = mention.type().name().toLowerCase(Locale.ROOT);
    } else if (stretch.time().isPresent()) {
      styles.add(Style.fg_yellow);
      note = time(stretch.time().get());
    }
    if (!colours) {
      String bracketed = note.isEmpty() ? text : "[" + text + "|" + note + "]";
      return bracketed + numbers(stretch.ending());
    }
    if (!stretch.evidence().isEmpty()) {
      styles.add(Style.underline);
    }
    return style(text, styles.toArray(Style[]::new)) + numbers(stretch.ending());
  }

  private static Style colour(Mention mention) {
    return switch (mention.type()) {
      case PERSON -> Style.fg_cyan;
      case ORGANIZATION -> Style.fg_magenta;
      case POLITY -> Style.fg_blue;
      case PLACE -> Style.fg_green;
    };
  }

  private static String time(TimeExpression time) {
    return time.bounds()
        .map(ReportText::days)
        .orElse(time.duration().map(Object::toString).orElse("?"));
  }

  private String numbers(List<Integer> reports) {
    return reports.isEmpty()
        ? ""
        : style(reports.stream().map(n -> "{" + n + "}").collect(Collectors.joining()), Style.bold);
  }

  private String style(String text, Style... styles) {
    return colours && styles.length > 0 && !text.isEmpty()
        ? Style.on(styles) + text + Style.off(styles)
        : text;
  }
}
