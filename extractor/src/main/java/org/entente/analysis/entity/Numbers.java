package org.entente.analysis.entity;

import java.util.HashMap;
import java.util.Map;

/** Words that count people or states, from {@code numbers.tsv}. */
final class Numbers {
  private static final Map<String, Integer> VALUES = new HashMap<>();

  static {
    for (String[] row : Lexicon.read("numbers.tsv", 2)) {
      VALUES.put(row[0], Integer.valueOf(row[1]));
    }
  }

  private Numbers() {}

  /** Returns how many a lower-case word counts, 0 where it counts none. */
  static int of(String word) {
    return VALUES.getOrDefault(word, 0);
  }
}
