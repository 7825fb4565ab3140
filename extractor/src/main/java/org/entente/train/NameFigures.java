package org.entente.train;

import java.util.List;
import java.util.Locale;

/**
 * How well names are found in one text, by exact bounds and exact type.
 *
 * @param text the name of the text
 * @param person the counts of people
 * @param organization the counts of organizations
 * @param place the counts of places
 */
public record NameFigures(String text, Score person, Score organization, Score place) {
  /** Returns the counts over all types. */
  public Score all() {
    return person.plus(organization).plus(place);
  }

  /**
   * Writes a Markdown table: precision, recall and F1 in percent over all types, and F1 by type.
   */
  public static String table(List<NameFigures> rows) {
    StringBuilder table =
        new StringBuilder(
            "| text | names | precision | recall | F1 | person | organization | place |\n");
    table.append("| --- | --: | --: | --: | --: | --: | --: | --: |\n");
    for (NameFigures row : rows) {
      Score all = row.all();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
              row.text(),
              all.annotated(),
              100 * all.precision(),
              100 * all.recall(),
              100 * all.f1(),
              100 * row.person().f1(),
              100 * row.organization().f1(),
              100 * row.place().f1()));
    }
    return table.toString();
  }
}
