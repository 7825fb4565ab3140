package org.entente.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the tagger sees in place of parts of contractions, and how they are tagged. Read from {@code
 * contractions.tsv}, whose header explains it.
 */
final class Contractions {
  /**
   * A row of the table.
   *
   * @param part the token, in lower case
   * @param before words before it, in lower case; empty for any
   * @param seen the word that the tagger sees; empty to hide the token from it
   * @param tag the tag of the token
   * @param lemma its lemma
   */
  record Row(String part, Set<String> before, Optional<String> seen, String tag, String lemma) {}

  private final List<Row> rows;
  private final Set<String> parts;

  private Contractions(List<Row> rows) {
    this.rows = List.copyOf(rows);
    this.parts = Set.copyOf(rows.stream().map(Row::part).distinct().toList());
  }

  static Contractions load() {
    List<Row> rows = new ArrayList<>();
    for (String line : Abbreviations.lines("contractions.tsv")) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 7) {
        throw new IllegalStateException(
            "contractions.tsv: expected 7 columns divided by tabs in: " + line);
      }
      rows.add(
          new Row(
              cells[0],
              cells[1].equals("*") ? Set.of() : Set.of(cells[1].split(" ")),
              cells[2].equals("-") ? Optional.empty() : Optional.of(cells[2]),
              cells[3],
              cells[4]));
    }
    return new Contractions(rows);
  }

  /**
   * Returns the row for a token, or null for an ordinary one.
   *
   * @param forms the sentence
   * @param at the token's number in it
   */
  Row of(String[] forms, int at) {
    String form = forms[at].toLowerCase(Locale.ROOT);
    if (at > 0 && parts.contains(form)) {
      String before = forms[at - 1].toLowerCase(Locale.ROOT);
      for (Row row : rows) {
        if (fits(row, form, before, at + 1 < forms.length ? forms[at + 1] : "")) {
          return row;
        }
      }
    } else if (at + 1 < forms.length && forms[at + 1].equalsIgnoreCase("n't")) {
      for (Row row : rows) {
        if (fits(row, form, "", forms[at + 1])) {
          return row;
        }
      }
    }
    return null;
  }

  private static boolean fits(Row row, String form, String before, String after) {
    if (!row.part().equals(form) || !row.before().isEmpty() && !row.before().contains(before)) {
      return false;
    }
    if (form.charAt(0) == '\'') {
      return form.length() > 1 || before.endsWith("s");
    }
    return form.equals("n't") || after.equalsIgnoreCase("n't");
  }
}
