package org.entente.analysis.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the word lists of this package: tab-separated, comments after #, one line of names. */
final class Lexicon {
  private static final Map<String, Set<String>> WORDS = classes("context-words.tsv", 4);

  static {
    WORDS.putAll(classes("grammar-words.tsv", 2));
  }

  private Lexicon() {}

  /**
   * Returns the rows of a file.
   *
   * @throws IllegalStateException when a row has another number of columns
   */
  static List<String[]> read(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String line;
      int number = 0;
      boolean names = true;
      while ((line = reader.readLine()) != null) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (names) {
          names = false;
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
          throw new IllegalStateException(
              file + ":" + number + ": expected " + columns + " columns, found " + row.length);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the lexicon: " + e.getMessage(), e);
    }
    return rows;
  }

  /** Returns the words of {@code context-words.tsv} and {@code grammar-words.tsv} by class. */
  static Map<String, Set<String>> words() {
    return WORDS;
  }

  /** Returns the words of a file by class: first column the class, second the word. */
  static Map<String, Set<String>> classes(String file, int columns) {
    Map<String, Set<String>> classes = new HashMap<>();
    for (String[] row : read(file, columns)) {
      classes.computeIfAbsent(row[0], k -> new HashSet<>()).add(row[1]);
    }
    return classes;
  }
}
