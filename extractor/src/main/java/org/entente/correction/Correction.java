package org.entente.correction;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One decision: a row of a file of corrections.
 *
 * @param line number of its line, from 1
 * @param decision what is decided
 * @param cells its cells, but for the decision and for empty ones
 */
public record Correction(int line, Decision decision, Map<Column, String> cells) {
  /** Copies the cells. */
  public Correction {
    Map<Column, String> copy = new EnumMap<>(Column.class);
    copy.putAll(cells);
    cells = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads a row as {@link #row()} wrote it.
   *
   * @param line number of its line
   * @param row the row
   */
  public static Correction of(int line, String row) {
    String[] written = row.split("\t", -1);
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column != Column.DECISION && !written[column.ordinal()].isEmpty()) {
        cells.put(column, written[column.ordinal()]);
      }
    }
    return new Correction(line, Decision.of(written[0]).orElseThrow(), cells);
  }

  /** Returns a cell, or the empty string. */
  public String cell(Column column) {
    return column == Column.DECISION ? decision.word() : cells.getOrDefault(column, "");
  }

  /** Returns what it decides about: equal for two rows that differ in their value alone. */
  public String about() {
    return row(Column.DECISION, Column.DOCUMENT, Column.REPORT, Column.NAME)
        + (decision.isOfTwoReports() ? '\t' + row(Column.OTHER_DOCUMENT, Column.OTHER_REPORT) : "");
  }

  /** Returns what it decides, without who, when and why; the same in every version of a file. */
  public String key() {
    return about() + '\t' + cell(Column.VALUE);
  }

  /** Returns the row with all columns in their order, separated by tabs. */
  public String row() {
    return row(Column.values());
  }

  private String row(Column... columns) {
    return Arrays.stream(columns).map(this::cell).collect(Collectors.joining("\t"));
  }

  /** Returns the decision in words: its cells one after the other, for messages and labels. */
  public String inWords() {
    StringBuilder words = new StringBuilder(decision.word());
    cells.forEach(
        (column, cell) -> {
          if (column.compareTo(Column.WHO) < 0) {
            words.append(", ").append(column.title()).append(' ').append(cell);
          }
        });
    return words.toString();
  }
}
