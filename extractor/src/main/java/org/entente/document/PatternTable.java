package org.entente.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A table of regular expressions beside this class: tab-separated columns id, scope, words of which
 * one must occur, expression, an example that matches, one that must not, a note. Lines that begin
 * with {@code #} are comments. In the expressions {@code {NAME}} stands for an expression that a
 * line {@code !NAME<tab>expression} defined before.
 */
final class PatternTable {
  /**
   * A row of a table.
   *
   * @param id what messages and tests call it
   * @param scope what it is matched against; the table's header says what scopes there are
   * @param words one of them must occur, in lower case, for the expression to match; none when
   *     empty. Looking for them first is many times faster than trying the expression
   * @param pattern the expression, blind to case unless it says otherwise
   * @param example matches
   * @param counterexample does not match
   * @param note why it is there
   */
  record Entry(
      String id,
      String scope,
      List<String> words,
      Pattern pattern,
      String example,
      String counterexample,
      String note) {
    /**
     * Tells whether a whole text matches.
     *
     * @param text the text
     * @param lower the same in lower case
     */
    boolean matches(String text, String lower) {
      if (!words.isEmpty() && words.stream().noneMatch(lower::contains)) {
        return false;
      }
      return pattern.matcher(text).matches();
    }
  }

  private PatternTable() {}

  /**
   * Loads a table.
   *
   * @param name the file's name
   * @param definitions expressions that the table may use besides its own definitions
   * @throws IllegalStateException when it is missing or a row is broken, naming the line
   */
  static List<Entry> load(String name, Map<String, String> definitions) {
    Map<String, String> defined = new HashMap<>(definitions);
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = PatternTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells[0].startsWith("!") && cells.length == 2) {
          defined.put(cells[0].substring(1), "(?:" + expand(cells[1], defined) + ")");
        } else if (cells.length == 7) {
          List<String> words = cells[2].isEmpty() ? List.of() : List.of(cells[2].split("\\|"));
          entries.add(
              new Entry(
                  cells[0],
                  cells[1],
                  words,
                  compile(cells[3], defined),
                  cells[4],
                  cells[5],
                  cells[6]));
        } else {
          throw new IllegalStateException(
              name + ":" + number + ": expected 7 columns separated by tabs");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
    return List.copyOf(entries);
  }

  private static Pattern compile(String expression, Map<String, String> defined) {
    return Pattern.compile(
        expand(expression, defined), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String expand(String expression, Map<String, String> defined) {
    String expanded = expression;
    for (Map.Entry<String, String> definition : defined.entrySet()) {
      expanded = expanded.replace("{" + definition.getKey() + "}", definition.getValue());
    }
    return expanded;
  }
}
