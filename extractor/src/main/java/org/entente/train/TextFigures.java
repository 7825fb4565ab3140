package org.entente.train;

import java.util.List;
import java.util.Locale;

/**
 * How well a text is cut, by exact bounds.
 *
 * @param system what cut it
 * @param sentences the counts of sentences
 * @param tokens the counts of tokens
 */
public record TextFigures(String system, Score sentences, Score tokens) {
  /** Writes a Markdown table: F1 of sentences; precision, recall and F1 of tokens, in percent. */
  public static String table(List<TextFigures> rows) {
    StringBuilder table =
        new StringBuilder(
            "| system | sentence F1 | token precision | token recall | token F1 |\n"
                + "| --- | --: | --: | --: | --: |\n");
    for (TextFigures row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %.2f |%n",
              row.system(),
              100 * row.sentences().f1(),
              100 * row.tokens().precision(),
              100 * row.tokens().recall(),
              100 * row.tokens().f1()));
    }
    return table.toString();
  }
}
