package org.entente.analysis.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The content of {@code time-rules.txt}: word classes, feasts and rules.
 *
 * @param rules the rules in order
 * @param feasts by name in lower case, the day: "12-25", "easter-2", or "11-thursday-4"
 * @param words the lists of plain words by name, such as "future"
 */
record TimeRules(List<TimeRule> rules, Map<String, String> feasts, Map<String, Set<String>> words) {
  private static final String FILE = "time-rules.txt";
  private static final Pattern CLASS = Pattern.compile("\\{([a-z]+)(?::([a-zA-Z0-9]+))?\\}");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z0-9]+)>");

  TimeRules {
    rules = List.copyOf(rules);
    feasts = Map.copyOf(feasts);
    words = Map.copyOf(words);
  }

  /**
   * Reads the file from the class path.
   *
   * @throws IllegalStateException naming the line where it breaks its own rules
   */
  static TimeRules load() {
    try (InputStream in = TimeRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path; build the program anew");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static TimeRules read(BufferedReader reader) throws IOException {
    Map<String, String> classes = new LinkedHashMap<>();
    Map<String, String> feasts = new LinkedHashMap<>();
    Map<String, Set<String>> words = new HashMap<>();
    List<TimeRule> rules = new ArrayList<>();
    Draft draft = null;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int space = line.indexOf(' ');
      String key = space < 0 ? line : line.substring(0, space);
      String rest = space < 0 ? "" : line.substring(space + 1).strip();
      try {
        switch (key) {
          case "class" -> {
            int equals = rest.indexOf('=');
            classes.put(
                rest.substring(0, equals).strip(),
                "(?:" + expand(rest.substring(equals + 1).strip(), classes) + ")");
          }
          case "words" -> {
            int equals = rest.indexOf('=');
            words.put(
                rest.substring(0, equals).strip(),
                Set.of(rest.substring(equals + 1).strip().split("\\s+")));
          }
          case "feast" -> {
            int equals = rest.indexOf('=');
            feasts.put(rest.substring(0, equals).strip(), rest.substring(equals + 1).strip());
            classes.put(
                "feast",
                "(?:"
                    + String.join(
                        "|",
                        feasts.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .map(Pattern::quote)
                            .toList())
                    + ")");
          }
          case "rule" -> {
            if (draft != null) {
              rules.add(draft.rule());
            }
            draft = new Draft(rest);
          }
          case "match" -> part(draft).match = expand(rest, classes);
          case "value" -> part(draft).value = Value.parse(rest);
          case "yes" -> {
            String[] cells = rest.split(" \\| ", -1);
            if (cells.length != 4) {
              throw new IllegalArgumentException(
                  "expected: yes PUBLISHED | TEXT | WORDS | EXPECTED");
            }
            part(draft)
                .examples
                .add(
                    new TimeRule.Example(
                        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip()));
          }
          case "no" -> part(draft).counterexamples.add(rest);
          default -> throw new IllegalArgumentException("unknown key \"" + key + "\"");
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalStateException(FILE + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    if (draft != null) {
      rules.add(draft.rule());
    }
    Set<String> ids = new HashSet<>();
    for (TimeRule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalStateException(FILE + ": two rules named " + rule.id());
      }
    }
    return new TimeRules(rules, feasts, words);
  }

  private static Draft part(Draft draft) {
    if (draft == null) {
      throw new IllegalArgumentException("a line of a rule stands before the first rule");
    }
    return draft;
  }

  /** Puts the classes' patterns in place of {name} and {name:group}. */
  private static String expand(String pattern, Map<String, String> classes) {
    Matcher matcher = CLASS.matcher(pattern);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String known = classes.get(matcher.group(1));
      if (known == null) {
        throw new IllegalArgumentException("unknown class {" + matcher.group(1) + "}");
      }
      String group =
          matcher.group(2) == null ? known : "(?<" + matcher.group(2) + ">" + known + ")";
      matcher.appendReplacement(result, Matcher.quoteReplacement(group));
    }
    return matcher.appendTail(result).toString();
  }

  private static final class Draft {
    private final String id;
    private String match;
    private Value value;
    private final List<TimeRule.Example> examples = new ArrayList<>();
    private final List<String> counterexamples = new ArrayList<>();

    Draft(String id) {
      this.id = id;
    }

    TimeRule rule() {
      if (id.isEmpty() || match == null || value == null) {
        throw new IllegalStateException(
            FILE + ": rule \"" + id + "\" needs a name, a match line and a value line");
      }
      try {
        Pattern pattern = Pattern.compile("(?:" + match + ")(?= |$)");
        List<String> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(match);
        while (matcher.find()) {
          groups.add(matcher.group(1));
        }
        return new TimeRule(
            id, pattern, groups.contains("x"), groups, value, examples, counterexamples);
      } catch (PatternSyntaxException e) {
        throw new IllegalStateException(FILE + ": rule " + id + ": " + e.getMessage(), e);
      }
    }
  }
}
