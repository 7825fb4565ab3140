package org.entente.analysis.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated lists beside the classes: comments, one line of column names, rows. */
final class GazetteerFiles {
  private static final String FOLDER = "/org/entente/analysis/gazetteer/";

  private GazetteerFiles() {}

  /** Opens a file; throws {@link IOException} when it is not on the class path. */
  static InputStream open(String file) throws IOException {
    InputStream in = GazetteerFiles.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IOException("missing on the class path: " + FOLDER + file);
    }
    return in;
  }

  /** Returns the lines below the comments and the line of column names. */
  static List<String> lines(String file) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      boolean head = true;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.charAt(0) == '#') {
          continue;
        }
        if (!head) {
          lines.add(line);
        }
        head = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the gazetteer: " + e.getMessage(), e);
    }
    return lines;
  }

  /**
   * Returns the rows of a file.
   *
   * @throws IllegalStateException when a row has another number of columns
   */
  static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines(file)) {
      String[] row = line.split("\t", -1);
      if (row.length != columns) {
        throw new IllegalStateException(
            FOLDER
                + file
                + ": expected "
                + columns
                + " columns, found "
                + row.length
                + ": "
                + line);
      }
      rows.add(row);
    }
    return rows;
  }
}
