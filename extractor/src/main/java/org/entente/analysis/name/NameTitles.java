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
  private final WordLists offices;

  private NameTitles(Set<String> titles, Set<String> kept, WordLists offices) {
    this.titles = titles;
    this.kept = kept;
    this.offices = offices;
  }

  /**
   * Loads the list from the class path.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static NameTitles load() {
    try {
      return new NameTitles(
          Set.copyOf(LineResource.lines(LIST)),
          Set.copyOf(LineResource.lines(KEPT)),
          new WordLists("name-cues.tsv", List.of("title")));
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

  /** Tells whether the tokens are an office with what it is of: "Sultan of Oman". */
  boolean office(List<String> tokens) {
    return tokens.size() > 2
        && !offices.of(tokens.get(0).toLowerCase(Locale.ROOT)).isEmpty()
        && tokens.get(1).equalsIgnoreCase("of");
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
