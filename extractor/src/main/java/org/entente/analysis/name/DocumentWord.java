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

  /** Classes of the words that say what the names are that have the word for their initials. */
  long[] longForms = {};

  /** Notes a name that has the word for its initials. */
  void longForm(long head) {
    for (long known : longForms) {
      if (known == head) {
        return;
      }
    }
    longForms = Arrays.copyOf(longForms, longForms.length + 1);
    longForms[longForms.length - 1] = head;
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
