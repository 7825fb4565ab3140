package org.entente.analysis.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that stand before a person's name and do not belong to it. Immutable. */
public final class NameTitles {
  private static final String LIST = "name-titles.txt";

  private static final String KEPT = "name-titles-kept.txt";

  private final Set<String> titles;
  private final Set<String> kept;

  private NameTitles(Set<String> titles, Set<String> kept) {
    this.titles = titles;
    this.kept = kept;
  }

  /**
   * Loads the list from the class path.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static NameTitles load() {
    try {
      return new NameTitles(
          Set.copyOf(LineResource.lines(LIST)), Set.copyOf(LineResource.lines(KEPT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether a token is a title. */
  public boolean contains(String token) {
    return titles.contains(token.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns where a person's name begins when the titles before it are left out.
   *
   * @param tokens the sentence
   * @param begin number of the first token
   * @param end number after the last token; that token always stays
   */
  public int skip(List<String> tokens, int begin, int end) {
    int from = begin;
    while (end - from > 1
        && (contains(tokens.get(from))
            || tokens.get(from).equalsIgnoreCase("of") && from > begin)) {
      from++;
    }
    return from;
  }

  /**
   * Tells whether the word before a person's name is written like a title and belongs to the name:
   * "Sheikh" in "Sheikh Hasina".
   *
   * @param tokens the sentence
   * @param begin number of the name's first token
   */
  boolean belongs(List<String> tokens, int begin) {
    return begin > 0
        && kept.contains(
            (tokens.get(begin - 1) + " " + tokens.get(begin)).toLowerCase(Locale.ROOT));
  }
}
