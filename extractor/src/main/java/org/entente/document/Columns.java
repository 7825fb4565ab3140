package org.entente.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which columns of a table, or fields of a record, are what. A column that nobody named is
 * recognised by its name, see {@code columns.tsv}; capitals, blanks and signs in names do not
 * matter.
 *
 * @param given the columns that the user named, several where their texts are to follow each other
 */
public record Columns(Map<RecordField, List<String>> given) {
  private static final Map<RecordField, List<String>> USUAL = load();

  /** Copies the map. */
  public Columns {
    Map<RecordField, List<String>> copy = new EnumMap<>(RecordField.class);
    given.forEach((field, names) -> copy.put(field, List.copyOf(names)));
    given = copy;
  }

  /** Returns columns of which none is named. */
  public static Columns usual() {
    return new Columns(Map.of());
  }

  /**
   * Reads {@code field=column} pairs, separated by commas; several columns of one field are joined
   * by a plus sign, such as {@code text=Body,place=City+Country}.
   *
   * @throws IllegalArgumentException when it is malformed; the message says what was expected
   */
  public static Columns parse(String written) {
    Map<RecordField, List<String>> given = new EnumMap<>(RecordField.class);
    for (String pair : written.split(",")) {
      int equals = pair.indexOf('=');
      RecordField field =
          RecordField.ofKey((equals < 0 ? pair : pair.substring(0, equals)).strip())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected FIELD=COLUMN, separated by commas, with one of "
                              + RecordField.keys()
                              + " as the field, found: "
                              + pair.strip()));
      List<String> names = new ArrayList<>();
      for (String name : pair.substring(equals + 1).split("\\+")) {
        if (equals > 0 && !name.isBlank()) {
          names.add(name.strip());
        }
      }
      if (names.isEmpty()) {
        throw new IllegalArgumentException("no column is named for " + field.key());
      }
      if (given.put(field, names) != null) {
        throw new IllegalArgumentException(field.key() + " is given twice");
      }
    }
    return new Columns(given);
  }

  /** Tells whether one of these names is that of a field. */
  public boolean has(RecordField field, Collection<String> names) {
    try {
      return among(names).containsKey(field);
    } catch (UnknownColumnException e) {
      return given.containsKey(field);
    }
  }

  /**
   * Finds the columns of what has these names.
   *
   * @param names the names of all columns
   * @return the names of the columns of each field; a field that there is not is missing
   * @throws UnknownColumnException when there is no column that the user named
   */
  Map<RecordField, List<String>> among(Collection<String> names) throws UnknownColumnException {
    Map<String, String> known = new HashMap<>();
    names.forEach(name -> known.putIfAbsent(plain(name), name));
    Map<RecordField, List<String>> found = new EnumMap<>(RecordField.class);
    for (RecordField field : RecordField.values()) {
      List<String> columns = new ArrayList<>();
      if (given.containsKey(field)) {
        for (String name : given.get(field)) {
          String column = names.contains(name) ? name : known.get(plain(name));
          if (column == null) {
            throw new UnknownColumnException(name);
          }
          columns.add(column);
        }
      } else {
        USUAL.get(field).stream()
            .map(known::get)
            .filter(Objects::nonNull)
            .limit(1)
            .forEach(columns::add);
      }
      if (!columns.isEmpty()) {
        found.put(field, columns);
      }
    }
    return found;
  }

  /** There is no column of a name that the user gave. */
  static final class UnknownColumnException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownColumnException(String name) {
      super(name, null, false, false);
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Map<RecordField, List<String>> load() {
    Map<RecordField, List<String>> usual = new EnumMap<>(RecordField.class);
    try (InputStream in = Columns.class.getResourceAsStream("columns.tsv")) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          usual.put(RecordField.ofKey(cells[0]).orElseThrow(), List.of(cells[1].split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return usual;
  }
}
