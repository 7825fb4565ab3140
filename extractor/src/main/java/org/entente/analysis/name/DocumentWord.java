package org.entente.analysis.name;

import java.util.Arrays;
import org.entente.annotation.EntityType;

/** What one document shows of a word, in whatever letters: how it is used, and what it names. */
final class DocumentWord {
  /** Number of the codes that {@link #seen()} returns. */
  static final int CODES = 4;

  private final int[] counts = new int[CODES];

  /** Bits of {@link NameFeatures.Fact}. */
  int facts;

  /** Classes of the last words of names that the word begins or goes on, without doubles. */
  long[] heads = NONE;

  /** The same of names whose initials are the word. */
  long[] longForms = NONE;

  private static final long[] NONE = {};

  /** Notes a name that ends in a word of the class and holds the word before. */
  void head(long head) {
    heads = with(heads, head);
  }

  /** Notes a name that has the word for its initials. */
  void longForm(long head) {
    longForms = with(longForms, head);
  }

  private static long[] with(long[] classes, long added) {
    for (long known : classes) {
      if (known == added) {
        return classes;
      }
    }
    long[] all = Arrays.copyOf(classes, classes.length + 1);
    all[classes.length] = added;
    return all;
  }

  /** Counts a name of a type that the word stands in; a negative number takes names away. */
  void count(EntityType type, int names) {
    counts[code(type)] += names;
  }

  private static int code(EntityType type) {
    return switch (type) {
      case PERSON -> 1;
      case ORGANIZATION -> 2;
      default -> 3;
    };
  }

  /** Returns a code of the type of most names that the word stands in, or 0 for none. */
  int seen() {
    int most = 0;
    for (int code = 1; code < CODES; code++) {
      if (counts[code] > counts[most]) {
        most = code;
      }
    }
    return most;
  }
}
