package org.entente.train;

import java.util.List;
import java.util.Locale;

/**
 * How well a text is cut, by exact bounds, and tagged.
 *
 * @param system what cut it
 * @param sentences the counts of sentences
 * @param tokens the counts of tokens
 * @param tags the counts of tags, over the tokens that are right
 */
public record TextFigures(String system, Score sentences, Score tokens, Score tags) {
  /**
   * Writes a Markdown table: F1 of sentences; precision, recall and F1 of tokens; share of right
   * tags; in percent.
   */
  public static String table(List<TextFigures> rows) {
    StringBuilder table =
        new StringBuilder(
            "| system | sentence F1 | token precision | token recall | token F1 | tags |\n"
                + "| --- | --: | --: | --: | --: | --: |\n");
    for (TextFigures row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
              row.system(),
              100 * row.sentences().f1(),
              100 * row.tokens().precision(),
              100 * row.tokens().recall(),
              100 * row.tokens().f1(),
              100 * row.tags().precision()));
    }
    return table.toString();
  }
}
