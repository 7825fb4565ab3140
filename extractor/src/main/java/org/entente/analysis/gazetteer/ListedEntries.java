package org.entente.analysis.gazetteer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaders, ministers, envoys and corrected entries that are listed by hand, in {@code listed.tsv}.
 */
public final class ListedEntries {
  private ListedEntries() {}

  /**
   * Reads the list.
   *
   * @throws IllegalArgumentException when a row is none, telling why
   */
  public static List<Entry> read() {
    return GazetteerFiles.lines("listed.tsv").stream().map(EntryRow::parse).toList();
  }

  /** Reads the identifiers that other fields of their rows contradict, from {@code refused.tsv}. */
  public static Set<String> refused() {
    return GazetteerFiles.rows("refused.tsv", 3).stream()
        .map(row -> row[0])
        .collect(Collectors.toSet());
  }
}
