package org.entente.extraction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a clause of a record is spelled out that leaves out its subject; a row of {@code
 * records.tsv}.
 *
 * @param name name of the form
 * @param begins matches the beginning of such a clause
 * @param between what is put between the subject and the clause, or empty
 * @param before the word by which the place follows
 * @param lowers whether the clause has its capital for its place alone
 */
record RecordForm(String name, Pattern begins, String between, String before, boolean lowers) {
  private static final Pattern DETERMINED =
      Pattern.compile("(?:an?|the|his|her|their|this|several|two|three)\\b.*", Pattern.DOTALL);

  /** Loads the forms. */
  static List<RecordForm> load() {
    return Table.read("records.tsv").rows().stream()
        .map(
            row ->
                new RecordForm(
                    row.get("form"),
                    Pattern.compile("(?:" + row.get("begins") + ")\\b", Pattern.CASE_INSENSITIVE),
                    row.get("between").equals("-") ? "" : row.get("between"),
                    row.get("before"),
                    row.get("lowers").equals("yes")))
        .toList();
  }

  /** Returns what is put between the subject and a clause, with the article that fits. */
  String between(String clause) {
    String lower = clause.toLowerCase(Locale.ROOT);
    boolean determined = DETERMINED.matcher(lower).matches();
    for (String article : List.of(" the", " a")) {
      if (between.endsWith(article) && determined) {
        return between.substring(0, between.length() - article.length());
      }
    }
    return between.endsWith(" a") && "aeiou".indexOf(lower.charAt(0)) >= 0
        ? between + "n"
        : between;
  }
}
