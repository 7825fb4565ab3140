package org.entente.correction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * Reads a file of corrections: UTF-8, cells separated by tabs, a header line that names the columns
 * in any order, one decision a line; empty lines and lines that begin with # are passed over.
 */
public final class CorrectionsFile {
  private final String source;
  private final List<Fault> faults = new ArrayList<>();

  private CorrectionsFile(String source) {
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws CorrectionsException when lines are faulty; names all of them
   */
  public static Corrections read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Reads the text of a file.
   *
   * @param source what messages call it
   * @throws CorrectionsException when lines are faulty; names all of them
   */
  public static Corrections parse(String source, String text) {
    return new CorrectionsFile(source).rows(text.replaceFirst("^\uFEFF", "").lines().toList());
  }

  private Corrections rows(List<String> lines) {
    List<Correction> rows = new ArrayList<>();
    Map<Column, Integer> header = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (header == null) {
        header = header(i + 1, cells);
        if (header.isEmpty()) {
          break; // nothing below it can be told
        }
      } else {
        row(i + 1, cells, header).ifPresent(rows::add);
      }
    }
    if (header == null && faults.isEmpty()) {
      faults.add(
          new Fault(Math.max(1, lines.size()), "", "no header; expected column names: " + names()));
    }
    contradictions(rows);
    if (!faults.isEmpty()) {
      throw new CorrectionsException(source, faults);
    }
    return new Corrections(rows);
  }

  private Map<Column, Integer> header(int line, String[] cells) {
    Map<Column, Integer> header = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.length; i++) {
      String title = cells[i].strip();
      Optional<Column> column = Column.of(title);
      if (column.isEmpty()) {
        faults.add(
            new Fault(line, title, "no column of corrections; expected some of: " + names()));
        return Map.of();
      }
      if (header.put(column.get(), i) != null) {
        faults.add(new Fault(line, title, "named twice in the header"));
        return Map.of();
      }
    }
    if (!header.containsKey(Column.DECISION)) {
      faults.add(new Fault(line, "", "the header has no column 'decision'"));
      return Map.of();
    }
    return header;
  }

  private Optional<Correction> row(int line, String[] cells, Map<Column, Integer> header) {
    if (cells.length > header.size()) {
      faults.add(
          new Fault(
              line,
              "",
              "%d cells, but the header names %d columns; cells are separated by one tab"
                  .formatted(cells.length, header.size())));
      return Optional.empty();
    }
    Map<Column, String> filled = new EnumMap<>(Column.class);
    header.forEach(
        (column, at) -> {
          if (at < cells.length && !cells[at].isBlank()) {
            filled.put(column, cells[at].strip());
          }
        });
    String word = Optional.ofNullable(filled.remove(Column.DECISION)).orElse("");
    Optional<Decision> decision = Decision.of(word);
    if (decision.isEmpty()) {
      faults.add(
          new Fault(
              line,
              Column.DECISION.title(),
              "'%s' is no decision; expected one of: %s"
                  .formatted(
                      word,
                      Arrays.stream(Decision.values())
                          .map(Decision::word)
                          .collect(Collectors.joining(", ")))));
      return Optional.empty();
    }
    Correction row = new Correction(line, decision.get(), filled);
    int before = faults.size();
    cells(row);
    return faults.size() == before ? Optional.of(row) : Optional.empty();
  }

  private void cells(Correction row) {
    Decision decision = row.decision();
    for (Column column : Column.values()) {
      boolean filled = row.cells().containsKey(column);
      if (decision.needs(column) && !filled) {
        fault(row, column, "empty, but '" + decision.word() + "' needs it");
      } else if (filled && !decision.takes(column)) {
        fault(
            row,
            column,
            "'" + row.cell(column) + "', but '" + decision.word() + "' has no use for it");
      } else if (filled) {
        expected(decision, column, row.cell(column))
            .ifPresent(form -> fault(row, column, "'" + row.cell(column) + "'; expected " + form));
      }
    }
    if (decision.isOfTwoReports()) {
      document(row, Column.DOCUMENT, Column.REPORT);
      document(row, Column.OTHER_DOCUMENT, Column.OTHER_REPORT);
    }
  }

  /** Words need a document; an IRI has its own. */
  private void document(Correction row, Column document, Column report) {
    if (row.cells().containsKey(report)
        && row.cell(document).isEmpty()
        && ReportReference.parse(row.cell(report)).iri().isEmpty()) {
      fault(row, document, "empty, but words of a sentence need the document that they stand in");
    }
  }

  /** Returns the form that a cell should have, where it has another. */
  private static Optional<String> expected(Decision decision, Column column, String cell) {
    if (column == Column.WHEN) {
      return isDay(cell) ? Optional.empty() : Optional.of("a day, YYYY-MM-DD");
    }
    if (column != Column.VALUE) {
      return Optional.empty();
    }
    return switch (decision) {
      case KIND ->
          unless(
              Values.kind(cell),
              Arrays.stream(Kind.values()).map(Kind::className).collect(Collectors.joining(", ")));
      case STATUS ->
          unless(
              Values.status(cell),
              Arrays.stream(Status.values())
                  .map(s -> s.conceptName().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
      case DATE ->
          unless(
              Values.days(cell),
              "a day, YYYY-MM-DD, or the first and last of some, YYYY-MM-DD..YYYY-MM-DD");
      case DURATION ->
          unless(Values.length(cell), "hours and minutes, 2:45, or a duration such as PT2H45M");
      case LINK, NO_LINK ->
          unless(
              Values.item(cell), "a Wikidata identifier, Q7747, and if you like a name after it");
      case PLACE, PARTY ->
          unless(
              NamedThing.parse(cell),
              "a name, with its Wikidata identifier in brackets if it has one: Jane Doe (Q42),"
                  + " and with its type in front if it is new: organization: Harbour Union");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(Optional<?> value, String form) {
    return value.isPresent() ? Optional.empty() : Optional.of(form);
  }

  private static boolean isDay(String cell) {
    try {
      LocalDate.parse(cell);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Two rows on one thing cannot both be right when a thing has one value alone. */
  private void contradictions(List<Correction> rows) {
    Map<String, Correction> seen = new HashMap<>();
    Map<String, Correction> keys = new HashMap<>();
    for (Correction row : rows) {
      Correction twin = keys.putIfAbsent(row.key(), row);
      if (twin != null) {
        faults.add(new Fault(row.line(), "", "says what line " + twin.line() + " says"));
        continue;
      }
      boolean single =
          switch (row.decision()) {
            case KIND, STATUS, DATE, DURATION, PLACE, LINK -> true;
            case PARTY -> row.cells().containsKey(Column.NAME);
            default -> false;
          };
      Correction other = single ? seen.putIfAbsent(row.about(), row) : null;
      if (other != null) {
        faults.add(
            new Fault(
                row.line(),
                Column.VALUE.title(),
                "'%s' contradicts line %d, which says '%s'"
                    .formatted(row.cell(Column.VALUE), other.line(), other.cell(Column.VALUE))));
      }
    }
    for (Correction row : rows) {
      Correction opposite =
          row.decision() == Decision.NO_LINK
              ? keys.get(new Correction(row.line(), Decision.LINK, row.cells()).key())
              : null;
      if (opposite != null) {
        fault(row, Column.VALUE, "contradicts line " + opposite.line());
      }
    }
  }

  private void fault(Correction row, Column column, String message) {
    faults.add(new Fault(row.line(), column.title(), message));
  }

  private static String names() {
    return Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(", "));
  }
}
