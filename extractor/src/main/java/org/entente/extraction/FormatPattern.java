package org.entente.extraction;

import java.util.List;
import java.util.Locale;
import org.entente.report.Format;

/**
 * A row of {@code formats.tsv}.
 *
 * @param id its identifier
 * @param format what it tells
 * @param modifiers words before the event's noun, longer phrases first
 * @param phrases words elsewhere in the event's clause, longer phrases first
 */
record FormatPattern(String id, Format format, List<String> modifiers, List<String> phrases) {
  static List<FormatPattern> read() {
    return Table.read("formats.tsv").rows().stream()
        .map(
            row ->
                new FormatPattern(
                    row.get("id"),
                    Format.valueOf(row.get("format").toUpperCase(Locale.ROOT)),
                    FormatReader.phrases(row.get("modifiers")),
                    FormatReader.phrases(row.get("phrases"))))
        .toList();
  }
}
