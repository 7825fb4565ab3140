package org.entente.analysis.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that stand before a person's name and do not belong to it. Immutable. */
public final class NameTitles {
  private static final String LIST = "name-titles.txt";

  private final Set<String> titles;

  private NameTitles(Set<String> titles) {
    this.titles = Set.copyOf(titles);
  }

  /**
   * Loads the list from the class path.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  public static NameTitles load() {
    try (InputStream stream = NameTitles.class.getResourceAsStream(LIST)) {
      if (stream == null) {
        throw new FileNotFoundException("The list " + LIST + " is missing from the program.");
      }
      Set<String> titles = new HashSet<>();
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          titles.add(line.strip());
        }
      }
      return new NameTitles(titles);
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
        && (contains(tokens.get(from)) || tokens.get(from).equalsIgnoreCase("of") && from > begin)) {
      from++;
    }
    return from;
  }
}
