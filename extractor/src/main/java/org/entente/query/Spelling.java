package org.entente.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a user may have meant. */
public final class Spelling {
  private Spelling() {}

  /** Returns up to three candidates near the word, best first; empty where none is near. */
  static List<String> nearest(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    record Scored(String name, int distance) {}
    return candidates.stream()
        .distinct()
        .map(c -> new Scored(c, distance(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(s -> s.distance() <= Math.max(2, wanted.length() / 3))
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(3)
        .map(Scored::name)
        .toList();
  }

  /** The edits; 1 where one name contains the other as whole words. */
  private static int distance(String a, String b) {
    if (a.length() > 2
        && b.length() > 2
        && ((" " + b.replace('-', ' ') + " ").contains(" " + a + " ")
            || (" " + a.replace('-', ' ') + " ").contains(" " + b + " "))) {
      return 1;
    }
    return edits(a, b);
  }

  /** Returns Levenshtein's distance: the least number of characters put in, left out or changed. */
  public static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
