package org.entente.analysis.name;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Words that say what a name is ("River", "Ltd", "Ministry"), by class. Immutable. */
final class NameHeads {
  private final Map<String, String> classes = new HashMap<>();

  private NameHeads() throws IOException {
    for (String line : LineResource.lines("name-heads.txt")) {
      String[] parts = line.split("\t");
      for (String word : parts[1].split(" ")) {
        classes.merge(word, parts[0], (a, b) -> a.equals(b) ? a : a + "+" + b);
      }
    }
  }

  /** Reads the list from the class path. */
  static NameHeads load() throws IOException {
    return new NameHeads();
  }

  /** Returns the class of a word in lower case, or "-". */
  String of(String word) {
    return classes.getOrDefault(word, "-");
  }
}
