package org.entente.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a file names a report: by words of a sentence that is its evidence, {@code met in Vienna},
 * and, where that sentence tells of several events, by parties after two slashes, {@code met in
 * Vienna // Ann Lee, Bo Dahl}; or by the IRI of a report or event, whole or from the base on,
 * {@code event/7697d4eb59b42285}.
 *
 * @param words the words, in one spelling of white space; empty for an IRI
 * @param parties names of parties that the report has; may be empty
 * @param iri the IRI, if it is one
 */
public record ReportReference(String words, List<String> parties, Optional<String> iri) {
  private static final String PARTIES = "//";

  /** Copies the list. */
  public ReportReference {
    parties = List.copyOf(parties);
  }

  /** Reads a cell. */
  public static ReportReference parse(String cell) {
    if (cell.matches("(?:https?:|urn:|event/|document/)\\S+")) {
      return new ReportReference("", List.of(), Optional.of(cell));
    }
    int slashes = cell.indexOf(' ' + PARTIES + ' ');
    String words = slashes < 0 ? cell : cell.substring(0, slashes);
    List<String> parties =
        slashes < 0
            ? List.of()
            : Arrays.stream(cell.substring(slashes + PARTIES.length() + 2).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    return new ReportReference(plain(words), parties, Optional.empty());
  }

  /** Writes the cell of words and parties. */
  public static String cell(String words, List<String> parties) {
    return parties.isEmpty() ? words : words + ' ' + PARTIES + ' ' + String.join(", ", parties);
  }

  /** Returns a text with one space for each stretch of white space, as references compare it. */
  public static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ").strip();
  }
}
