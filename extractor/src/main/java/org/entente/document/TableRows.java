package org.entente.document;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.entente.source.LineReader;
import org.entente.source.UnreadableException;

/**
 * Reads the rows of a table with named columns one after another: comma-separated values (RFC 4180)
 * or the like with semicolons, tabs or bars, which the first line shows.
 */
final class TableRows {
  private static final String SEPARATORS = ",;\t|";

  private final Columns columns;
  private final int limit;

  /**
   * Makes a reader.
   *
   * @param columns how the columns are called
   * @param limit the largest row, in characters
   */
  TableRows(Columns columns, int limit) {
    this.columns = columns;
    this.limit = limit;
  }

  /** Takes the rows. */
  interface Rows {
    /** Takes a row that begins in that line. */
    void row(int line, Content content);

    /** Is told of a row that cannot be read. */
    void broken(int line, UnreadableException why);

    /** Is told what had to be guessed of the letters of a line. */
    void guessed(int line, List<String> warnings);
  }

  /**
   * Reads a table.
   *
   * @throws UnreadableException when it has no column of texts, or cannot be read on
   */
  void read(LineReader lines, Rows rows) throws UnreadableException, IOException {
    Text text = new Text(lines, rows);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(text.peek()))
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();
    try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!next(records)) {
        throw new UnreadableException("holds nothing but white space", "");
      }
      List<String> names = names(records.next());
      Map<RecordField, List<Integer>> places = places(names);
      int line = text.line(parser);
      boolean any = false;
      while (next(records)) {
        text.forget();
        CSVRecord row = records.next();
        any = true;
        try {
          rows.row(line, content(row, names, places));
        } catch (UnreadableException e) {
          rows.broken(line, e);
        }
        line = text.line(parser);
      }
      if (!any) {
        throw new UnreadableException("is a table without rows", "");
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof RowTooLongException) {
        throw new UnreadableException(
            "has a row longer than "
                + limit
                + " characters, or a quotation mark that is not closed, near line "
                + text.number,
            "Double the quotation marks inside of quoted fields. What came before that was read.");
      }
      String message = String.valueOf(e.getCause().getMessage());
      if (!message.contains("EOF") && !message.contains("encapsulated")) {
        throw e.getCause();
      }
      throw new UnreadableException(
          "ends within quotation marks", "What came before that was read; get it again.");
    }
  }

  /** Asks for a next row; what goes wrong with it is thrown unchecked. */
  private static boolean next(Iterator<CSVRecord> records) {
    try {
      return records.hasNext();
    } catch (IllegalStateException e) {
      throw new UncheckedIOException(
          e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e));
    }
  }

  private static char separator(String line) {
    long most = 0;
    char found = ',';
    for (char candidate : SEPARATORS.toCharArray()) {
      long count = outside(line).chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        found = candidate;
      }
    }
    return found;
  }

  private static String outside(String line) {
    return line.replaceAll("\"[^\"]*\"", "");
  }

  private static List<String> names(CSVRecord header) {
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(name.strip()));
    return names;
  }

  private Map<RecordField, List<Integer>> places(List<String> names) throws UnreadableException {
    String known = "Its columns are: " + String.join(", ", names) + ".";
    try {
      Map<RecordField, List<String>> found = columns.among(names);
      if (!found.containsKey(RecordField.TEXT)) {
        throw new UnreadableException(
            "is a table, and none of its columns is known to hold texts",
            known + " Say which is what: --columns text=...,title=...,published=...");
      }
      Map<RecordField, List<Integer>> places = new EnumMap<>(RecordField.class);
      found.forEach(
          (field, called) -> places.put(field, called.stream().map(names::indexOf).toList()));
      return places;
    } catch (Columns.UnknownColumnException e) {
      throw new UnreadableException("has no column \"" + e.getMessage() + "\"", known);
    }
  }

  private static Content content(
      CSVRecord row, List<String> names, Map<RecordField, List<Integer>> places)
      throws UnreadableException {
    if (row.size() > names.size()) {
      // Which of its fields was cut in two cannot be told.
      throw new UnreadableException(
          "has " + row.size() + " fields where the table has " + names.size() + " columns",
          "Put fields that hold the separator into quotation marks.");
    }
    Map<RecordField, String> values = new EnumMap<>(RecordField.class);
    for (var field : places.entrySet()) {
      List<String> texts = new ArrayList<>();
      for (int place : field.getValue()) {
        if (place < row.size() && !row.get(place).isBlank()) {
          texts.add(row.get(place));
        }
      }
      values.put(field.getKey(), String.join(RecordContent.glue(field.getKey()), texts));
    }
    return RecordContent.of(values, names.get(places.get(RecordField.TEXT).get(0)));
  }

  /** A row goes on and on. */
  private static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The lines as a stream of characters, which ends in an error where a row does not end. */
  private final class Text extends Reader {
    private final LineReader lines;
    private final Rows rows;
    private String line = "";
    private int at;
    private long since;
    private int number;

    Text(LineReader lines, Rows rows) {
      this.lines = lines;
      this.rows = rows;
    }

    /** Returns the first line. */
    String peek() throws IOException {
      return fill() ? line : "";
    }

    /** Begins to count anew how long a row is. */
    void forget() {
      since = 0;
    }

    /** Returns the line in which the next row begins. */
    int line(CSVParser parser) {
      return (int) parser.getCurrentLineNumber() + 1;
    }

    private boolean fill() throws IOException {
      Optional<LineReader.Line> next = lines.next();
      if (next.isEmpty()) {
        return false;
      }
      number = next.get().number();
      if (next.get().text().isEmpty()) {
        throw new RowTooLongException();
      }
      List<String> warnings = next.get().text().get().warnings();
      if (!warnings.isEmpty()) {
        rows.guessed(number, warnings);
      }
      line = next.get().text().get().text() + "\n";
      at = 0;
      since += line.length();
      if (since > limit) {
        throw new RowTooLongException();
      }
      return true;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (at == line.length() && !fill()) {
        return -1;
      }
      int count = Math.min(length, line.length() - at);
      line.getChars(at, at + count, buffer, offset);
      at += count;
      return count;
    }

    @Override
    public void close() {
      // The input is closed by whoever opened it.
    }
  }
}
