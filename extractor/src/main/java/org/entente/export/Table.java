package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table of the graph as CSV (RFC 4180, UTF-8, a head, lines ended by LF). Cells with several
 * values have them separated by "; ", cells without a value are empty.
 *
 * @param <T> what a row is made of
 */
final class Table<T> {
  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final String name;
  private final String description;
  private final List<Column<T>> columns;
  private final Rows<T> rows;

  /** Gives the rows of a graph. */
  interface Rows<T> {
    /** Gives each row to the consumer. */
    void of(GraphView view, EventFilter filter, Consumer<T> use);
  }

  Table(String name, String description, List<Column<T>> columns, Rows<T> rows) {
    this.name = name;
    this.description = description;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  /** Returns its name, which is that of the file without {@code .csv}. */
  String name() {
    return name;
  }

  /** Returns what its rows are, in a sentence. */
  String description() {
    return description;
  }

  /** Returns its columns. */
  List<Column<T>> columns() {
    return columns;
  }

  /**
   * Writes the table. The stream is flushed and left open.
   *
   * @throws IllegalArgumentException if the graph has no country of the filter's
   * @throws IOException if the stream fails
   */
  void write(GraphView view, EventFilter filter, OutputStream out) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSV);
    printer.printRecord(columns.stream().map(Column::name).toList());
    try {
      rows.of(view, filter, row -> print(printer, row));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    printer.flush();
  }

  private void print(CSVPrinter printer, T row) {
    List<Object> cells = new ArrayList<>();
    for (Column<T> column : columns) {
      Object value = column.value().apply(row);
      if (value instanceof Optional<?> optional) {
        value = optional.isPresent() ? optional.get() : "";
      }
      if (value instanceof List<?> list) {
        value = String.join("; ", list.stream().map(Object::toString).toList());
      }
      cells.add(value);
    }
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
