package org.entente.analysis.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that no model may take for a name: pronouns and other function words, currencies, and
 * demonyms ("Salvadoran", "Russians"), which stand for a polity but do not name it. Immutable.
 */
final class NotNames {
  private static final String POLITIES = "/org/entente/analysis/gazetteer/polities.tsv";
  private static final String CURRENCY_SIGNS = "$\u20ac\u00a3\u00a5";

  private final Set<String> functionWords = new HashSet<>();
  private final Set<String> abbreviated = new HashSet<>();
  private final Set<String> lastWords;
  private final Set<String> demonyms = new HashSet<>();

  private NotNames() throws IOException {
    for (String line : LineResource.lines("function-words.txt")) {
      boolean abbreviation = line.endsWith("*");
      String word = abbreviation ? line.substring(0, line.length() - 1) : line;
      functionWords.add(word);
      if (abbreviation) {
        abbreviated.add(word);
      }
    }
    lastWords = Set.copyOf(LineResource.lines("name-demonyms.txt"));
    List<String> polities = LineResource.lines(POLITIES);
    List<String> columns = List.of(polities.get(0).split("\t", -1));
    Set<String> places = new HashSet<>();
    for (String line : polities.subList(1, polities.size())) {
      String[] cells = line.split("\t", -1);
      values(cells, columns, "adjectives", "people").forEach(demonyms::add);
      values(cells, columns, "label", "aliases", "capitals").forEach(places::add);
    }
    demonyms.removeAll(places);
  }

  /**
   * Loads the lists from the class path.
   *
   * @throws UncheckedIOException when the program is incomplete
   */
  static NotNames load() {
    try {
      return new NotNames();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> values(String[] cells, List<String> columns, String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(cells[columns.indexOf(name)].split("\\|")))
        .filter(value -> !value.isEmpty())
        .map(value -> value.toLowerCase(Locale.ROOT));
  }

  /** Tells whether the tokens are function words only, or end in a currency ("US$"). */
  boolean functionWords(List<String> tokens) {
    String last = tokens.get(tokens.size() - 1);
    return CURRENCY_SIGNS.indexOf(last.charAt(last.length() - 1)) >= 0
        || tokens.stream().allMatch(this::functionWord);
  }

  private boolean functionWord(String token) {
    String word = token.toLowerCase(Locale.ROOT);
    boolean capitals = token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT));
    return functionWords.contains(word) && !(capitals && abbreviated.contains(word));
  }

  /** Tells whether the tokens are a demonym: "Burkinabe", "South Koreans", "Costa Rican". */
  boolean demonym(List<String> tokens) {
    return demonyms.contains(String.join(" ", tokens).toLowerCase(Locale.ROOT))
        || tokens.size() > 1
            && lastWords.contains(tokens.get(tokens.size() - 1).toLowerCase(Locale.ROOT));
  }

  /** Tells whether the tokens are one word, in the list of demonyms of polities. */
  boolean singleDemonym(List<String> tokens) {
    return tokens.size() == 1 && demonyms.contains(tokens.get(0).toLowerCase(Locale.ROOT));
  }

  /**
   * Tells whether the tokens are people or things of a polity, a demonym with a common noun: "Iraqi
   * and Turkish officials".
   */
  boolean peopleOfPolity(List<String> tokens) {
    return Character.isLowerCase(tokens.get(tokens.size() - 1).charAt(0))
        && demonyms.contains(tokens.get(0).toLowerCase(Locale.ROOT));
  }
}
