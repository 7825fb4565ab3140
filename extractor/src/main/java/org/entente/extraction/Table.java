package org.entente.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tab-separated data file of the class path: comment lines with {@code #}, a header row, then
 * rows.
 *
 * @param name its file name
 * @param rows its rows, by column name
 */
record Table(String name, List<Map<String, String>> rows) {
  /**
   * Reads a file that stands beside this class.
   *
   * @throws IllegalStateException when it is missing or a row has not as many cells as the header
   */
  static Table read(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing data file " + name);
      }
      List<Map<String, String>> rows = new ArrayList<>();
      String[] header = null;
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (header == null) {
          header = cells;
          continue;
        }
        if (cells.length != header.length) {
          throw new IllegalStateException(
              name
                  + ":"
                  + number
                  + ": "
                  + header.length
                  + " cells expected, "
                  + cells.length
                  + " found");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(header[i], cells[i].strip());
        }
        rows.add(row);
      }
      return new Table(name, List.copyOf(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The words of a cell that lists them with commas, in its order; empty for "-". */
  static Set<String> words(String cell) {
    return cell.equals("-")
        ? Set.of()
        : Arrays.stream(cell.split(","))
            .map(String::strip)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
