package org.entente.linking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.annotation.EntityType;

/** Tells from the names of classes what a member of them is, by {@code class-words.tsv}. */
final class ClassWords {
  private static final String FILE = "class-words.tsv";

  private final Map<String, EntityType> heads = new HashMap<>();

  private ClassWords() {}

  /** Reads the list from the class path. */
  static ClassWords load() {
    ClassWords words = new ClassWords();
    for (String[] row : rows()) {
      words.heads.put(row[1], EntityType.valueOf(row[0].toUpperCase(Locale.ROOT)));
    }
    return words;
  }

  /** Returns the rows: type, head, example, counterexample. */
  static List<String[]> rows() {
    try (InputStream in = ClassWords.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** Returns what a member of a class of that name is, where its head tells. */
  Optional<EntityType> type(String className) {
    String phrase =
        className.toLowerCase(Locale.ROOT).split(" (of|in|for|by|on|at|under|with)\\b|,|\\(")[0];
    String head = phrase.strip().substring(phrase.strip().lastIndexOf(' ') + 1);
    return Optional.ofNullable(heads.get(head));
  }
}
