package org.entente.analysis.name;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of known names, as evidence for the model and not as a verdict: given names and surnames by
 * token, and whole names of places, countries and organizations.
 */
final class NameLists {
  private static final int LONGEST = 8;

  private final Map<String, String> tokens;
  private final Map<String, String> phrases;

  private NameLists(Map<String, String> tokens, Map<String, String> phrases) {
    this.tokens = tokens;
    this.phrases = phrases;
  }

  /** Reads the lists from the class path. */
  static NameLists load() throws IOException {
    Map<String, String> tokens = new HashMap<>(100_000);
    try (LineResource lines = LineResource.open("name-tokens.txt.gz")) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] parts = line.split("\t");
        tokens.put(parts[0], (parts[1] + parts[2]).intern());
      }
    }
    Map<String, String> phrases = new HashMap<>(60_000);
    for (String list : List.of("name-phrases.txt.gz", "name-supplement.txt")) {
      try (LineResource lines = LineResource.open(list)) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          int tab = line.indexOf('\t');
          phrases.put(line.substring(0, tab), line.substring(tab + 1).intern());
        }
      }
    }
    return new NameLists(tokens, phrases);
  }

  /**
   * Returns two digits for a folded token, its frequency class as a given name and as a surname, or
   * "00" where it is neither.
   */
  String person(String folded) {
    return tokens.getOrDefault(folded, "00");
  }

  /** Tells whether the folded token is a given name of more than one person. */
  boolean givenName(String folded) {
    return person(folded).charAt(0) > '1';
  }

  /**
   * Marks the longest listed phrases in a sentence, left to right without overlap.
   *
   * @param folded the folded tokens
   * @param capital whether a phrase may begin or end at each token
   * @return for each token the types of its phrase with a position letter ("pB", "coU"), or null
   */
  String[] mark(List<String> folded, boolean[] capital) {
    String[] marks = new String[folded.size()];
    int begin = 0;
    while (begin < folded.size()) {
      int end = capital[begin] ? longest(folded, capital, begin, marks) : begin;
      begin = Math.max(end, begin + 1);
    }
    return marks;
  }

  private int longest(List<String> folded, boolean[] capital, int begin, String[] marks) {
    StringBuilder phrase = new StringBuilder();
    int best = begin;
    String types = null;
    for (int end = begin; end < folded.size() && end < begin + LONGEST; end++) {
      if (end > begin) {
        phrase.append(' ');
      }
      phrase.append(folded.get(end));
      String found = capital[end] ? phrases.get(phrase.toString()) : null;
      if (found != null) {
        best = end + 1;
        types = found;
      }
    }
    for (int i = begin; i < best; i++) {
      char position = best - begin == 1 ? 'U' : i == begin ? 'B' : i == best - 1 ? 'L' : 'I';
      marks[i] = types + position;
    }
    return best;
  }
}
