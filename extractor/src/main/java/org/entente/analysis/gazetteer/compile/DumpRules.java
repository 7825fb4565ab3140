package org.entente.analysis.gazetteer.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.wikidata.Item;

/** Tells which items of a dump are kept, by a file such as {@code dump-rules.tsv}. */
public final class DumpRules {
  private static final String OWN = "dump-rules.tsv";
  private static final int WIDTH = 5;

  private final List<Rule> rules = new ArrayList<>();

  private DumpRules() {}

  /** What an item is kept as. */
  enum Kept {
    PERSON,
    ORGANIZATION,
    PLACE,
    OFFICE,
    IGNORE
  }

  /**
   * A row.
   *
   * @param kept what an item that fits is kept as
   * @param conditions the statements that it must have
   * @param pages in how many wikis it must have a page
   * @param importance its importance
   */
  record Rule(Kept kept, List<Condition> conditions, int pages, double importance) {
    boolean fits(Item item) {
      return item.pages() >= pages && conditions.stream().allMatch(c -> c.fits(item));
    }
  }

  /**
   * A statement; without values any will do.
   *
   * @param property the property
   * @param values the values of which it must have one
   */
  record Condition(String property, Set<String> values) {
    boolean fits(Item item) {
      return values.isEmpty()
          ? item.has(property)
          : item.values(property).stream().anyMatch(values::contains);
    }
  }

  /** Reads the program's own rules. */
  public static DumpRules load() {
    try (InputStream in = DumpRules.class.getResourceAsStream(OWN);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(OWN, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads other rules.
   *
   * @throws IOException when the file cannot be read or a row is none, telling which
   */
  public static DumpRules load(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.toString(), reader);
    }
  }

  /** Returns the text of the program's own rules. */
  public static String text() {
    try (InputStream in = DumpRules.class.getResourceAsStream(OWN)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DumpRules read(String name, Reader reader) throws IOException {
    DumpRules all = new DumpRules();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#") || line.startsWith("kind\t")) {
        continue;
      }
      try {
        all.rules.add(rule(line));
      } catch (IllegalArgumentException e) {
        throw new IOException(name + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private static Rule rule(String line) {
    String[] f = line.split("\t", -1);
    if (f.length != WIDTH) {
      throw new IllegalArgumentException("expected " + WIDTH + " columns, found " + f.length);
    }
    List<Condition> conditions = new ArrayList<>();
    for (String part : f[1].split(" & ")) {
      if (!part.matches("P[1-9]\\d*=(\\*|Q[1-9]\\d*(\\|Q[1-9]\\d*)*)")) {
        throw new IllegalArgumentException(
            "expected statements such as P31=Q5|Q515 & P39=*, found " + part);
      }
      String values = part.substring(part.indexOf('=') + 1);
      conditions.add(
          new Condition(
              part.substring(0, part.indexOf('=')),
              values.equals("*") ? Set.of() : new HashSet<>(List.of(values.split("\\|")))));
    }
    return new Rule(
        Kept.valueOf(f[0].toUpperCase(Locale.ROOT)),
        conditions,
        Integer.parseInt(f[2]),
        Double.parseDouble(f[3]));
  }

  /** Returns the first rule that an item fits. */
  Optional<Rule> of(Item item) {
    return rules.stream().filter(rule -> rule.fits(item)).findFirst();
  }

  /** Tells whether the JSON of an item can fit a rule; much quicker than to read it. */
  boolean mayFit(String json) {
    for (Rule rule : rules) {
      if (rule.kept() != Kept.IGNORE && mayFit(rule, json)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayFit(Rule rule, String json) {
    for (Condition condition : rule.conditions()) {
      boolean some =
          json.contains("\"" + condition.property() + "\"")
              && (condition.values().isEmpty()
                  || condition.values().stream().anyMatch(v -> json.contains("\"" + v + "\"")));
      if (!some) {
        return false;
      }
    }
    return true;
  }
}
