package org.entente.analysis.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the entries that a user adds to the gazetteer, from a file of rows. */
public final class AddedEntries {
  private AddedEntries() {}

  /**
   * Reads a file: a line of the column names {@link EntryRow#COLUMNS}, rows, empty lines, and lines
   * that begin with #.
   *
   * @throws IOException when it cannot be read, or when a line is no row or has the identifier of
   *     another, telling which
   */
  public static List<Entry> read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("^\uFEFF", "");
      boolean head = line.equals(EntryRow.COLUMNS) || line.startsWith("kind\tqid\tlabel");
      if (line.isBlank() || line.startsWith("#") || head) {
        continue;
      }
      try {
        Entry entry = EntryRow.parse(line);
        Integer before = entry.qid().isEmpty() ? null : ids.putIfAbsent(entry.qid(), i + 1);
        if (before != null) {
          throw new IllegalArgumentException(entry.qid() + " is on line " + before + " too");
        }
        entries.add(entry);
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return entries;
  }
}
