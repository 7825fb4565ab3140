package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.query.Spelling;

/**
 * How alike two names are, from 0 to 1. Case, accents, dots and the order of the words do not count
 * ("Lavrov, Sergey" is "Sergey Lavrov"); an initial is like the word that it may stand for; a word
 * that one name has and the other has not counts against it.
 */
final class NameLikeness {
  private static final double INITIAL = 0.8;

  /** Words that are less alike than that are two words. */
  private static final double SAME_WORD = 0.7;

  private NameLikeness() {}

  /** Returns the likeness to the name that is most alike; 0 where there is none. */
  static double best(String name, Collection<String> names) {
    return names.stream().mapToDouble(other -> of(name, other)).max().orElse(0);
  }

  /** Returns the likeness of two names. */
  static double of(String one, String other) {
    List<String> words = words(one);
    List<String> left = new ArrayList<>(words(other));
    int count = Math.max(words.size(), left.size());
    if (count == 0) {
      return 0;
    }
    double sum = 0;
    for (String word : words) {
      int best = -1;
      double likeness = 0;
      for (int i = 0; i < left.size(); i++) {
        double found = word(word, left.get(i));
        if (found > likeness) {
          likeness = found;
          best = i;
        }
      }
      if (best >= 0) {
        left.remove(best);
        sum += likeness;
      }
    }
    return sum / count;
  }

  /** Returns how many words a name has. */
  static int length(String name) {
    return words(name).size();
  }

  private static List<String> words(String name) {
    return Arrays.stream(NameFolding.fold(name).split(" ")).filter(w -> !w.isEmpty()).toList();
  }

  private static double word(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    if (one.length() == 1 || other.length() == 1) {
      return one.charAt(0) == other.charAt(0) ? INITIAL : 0;
    }
    int longer = Math.max(one.length(), other.length());
    double likeness = 1 - (double) Spelling.edits(one, other) / longer;
    return likeness >= SAME_WORD ? likeness : 0;
  }
}
