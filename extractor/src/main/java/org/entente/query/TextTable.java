package org.entente.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for a terminal. What does not fit the width is wrapped; a column of long text leaves the
 * grid and stands below its row, indented, where it can be read. The first column always stays.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  /** The width above which a column leaves the grid rather than being wrapped. */
  private static final int LONG_TEXT = 40;

  /** The width above which a column of names without spaces leaves the grid. */
  private static final int LONGEST_NAME = 12;

  /** The width below which no column is wrapped. */
  private static final int NARROWEST = 10;

  private final List<String> header;
  private final List<List<String>> rows;

  /** Creates a table; each row has one cell, perhaps empty and without line breaks, a column. */
  TextTable(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.rows = rows;
  }

  /** Returns the table in lines of at most the width, where the width allows it at all. */
  String render(int width) {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = length(header.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    List<Integer> grid = new ArrayList<>(IntStream.range(0, widths.length).boxed().toList());
    List<Integer> below = new ArrayList<>();
    while (total(widths, grid) > width) {
      int leaving = widest(widths, grid.stream().filter(c -> c != 0 && leaves(c, widths)).toList());
      int widest = widest(widths, grid);
      if (leaving >= 0) {
        grid.remove(Integer.valueOf(leaving));
        below.add(leaving);
      } else if (widths[widest] > NARROWEST) {
        widths[widest]--;
      } else {
        break;
      }
    }
    below.sort(null);
    StringBuilder out = new StringBuilder();
    line(out, header, grid, widths);
    int[] rule = grid.stream().mapToInt(column -> widths[column]).toArray();
    out.append(
            String.join(GAP, Arrays.stream(rule).mapToObj(n -> "-".repeat(n)).toList())
                .stripTrailing())
        .append('\n');
    for (List<String> row : rows) {
      line(out, row, grid, widths);
      for (String text : below(row, below, widths)) {
        for (String part : wrap(text, Math.max(20, width - INDENT.length()))) {
          out.append(INDENT).append(part).append('\n');
        }
      }
      if (!below.isEmpty()) {
        out.append('\n');
      }
    }
    return out.toString();
  }

  /**
   * Whether a column is better read below its row: long text, and names that must not be broken.
   */
  private boolean leaves(int column, int[] widths) {
    return widths[column] > LONG_TEXT
        || widths[column] > LONGEST_NAME
            && rows.stream().noneMatch(row -> row.get(column).indexOf(' ') >= 0);
  }

  /** Returns the widest of some columns, or -1 where there is none. */
  private static int widest(int[] widths, List<Integer> columns) {
    return columns.stream().reduce((a, b) -> widths[b] > widths[a] ? b : a).orElse(-1);
  }

  /** Returns what stands below a row: each long text by itself, then the rest in one line. */
  private List<String> below(List<String> row, List<Integer> columns, int[] widths) {
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column : columns) {
      if (!row.get(column).isEmpty()) {
        String text = header.get(column) + ": " + row.get(column);
        (widths[column] > LONG_TEXT ? texts : names).add(text);
      }
    }
    if (!names.isEmpty()) {
      texts.add(String.join(", ", names));
    }
    return texts;
  }

  private static int total(int[] widths, List<Integer> columns) {
    return columns.stream().mapToInt(c -> widths[c]).sum()
        + GAP.length() * Math.max(0, columns.size() - 1);
  }

  private static void line(
      StringBuilder out, List<String> row, List<Integer> columns, int[] widths) {
    List<List<String>> cells = columns.stream().map(c -> wrap(row.get(c), widths[c])).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        text.append(i == 0 ? "" : GAP).append(part);
        text.append(" ".repeat(Math.max(0, widths[columns.get(i)] - length(part))));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  /** Breaks text at spaces, and a word that is longer than a line wherever it must. */
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String rest = word;
      if (length(line.toString()) + 1 + length(rest) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (length(rest) > width) {
        int cut = rest.offsetByCodePoints(0, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
