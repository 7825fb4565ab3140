package org.entente.analysis.name;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words by class, from a list with a class, a tab and the words of the class in a line. */
final class WordLists {
  private final Map<String, String> classes = new HashMap<>();

  /**
   * Reads a list from the class path.
   *
   * @param name its file
   * @param only the classes to take; all where empty
   */
  WordLists(String name, List<String> only) throws IOException {
    for (String line : LineResource.lines(name)) {
      String[] parts = line.split("\t");
      if (only.isEmpty() || only.contains(parts[0])) {
        for (String word : parts[1].split(" ")) {
          classes.merge(word, parts[0], (a, b) -> a.equals(b) ? a : a + "+" + b);
        }
      }
    }
  }

  /** Returns the class of a word, joined with "+" where it has several, or an empty string. */
  String of(String word) {
    return classes.getOrDefault(word, "");
  }
}
