package org.entente.analysis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which words keep their full stop, and whether they can end a sentence. Read from {@code
 * abbreviations.tsv} and {@code sentence-starters.txt} beside this class; their headers explain
 * them.
 */
final class Abbreviations {
  /** How an abbreviation behaves before a capital letter. */
  enum Behaviour {
    /** Stands before a name; never ends a sentence. */
    BEFORE,
    /** An abbreviation before a number only. */
    NUMBER,
    /** Ends a sentence when a typical first word follows. */
    EITHER
  }

  private static final Pattern LETTERS_WITH_STOPS =
      Pattern.compile("(?:\\p{L}{1,2}\\.-?){2,}|\\p{Lu}\\.|[0-9:]*[ap]\\.m\\.");

  private final Map<String, Behaviour> entries;
  private final Set<String> starters;

  private Abbreviations(Map<String, Behaviour> entries, Set<String> starters) {
    this.entries = Map.copyOf(entries);
    this.starters = Set.copyOf(starters);
  }

  static Abbreviations load() {
    Map<String, Behaviour> entries = new HashMap<>();
    for (String line : lines("abbreviations.tsv")) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 4) {
        throw new IllegalStateException(
            "abbreviations.tsv: expected 4 columns divided by tabs in: " + line);
      }
      entries.put(cells[1], Behaviour.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT)));
    }
    return new Abbreviations(entries, new HashSet<>(lines("sentence-starters.txt")));
  }

  /** Returns the lines of a data file beside this class that are neither empty nor comments. */
  static List<String> lines(String name) {
    try (InputStream in = Abbreviations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path; build the program anew");
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * Returns how a word with its stop behaves, or null for an ordinary word.
   *
   * @param word a word that ends in a full stop, with no opening punctuation
   */
  Behaviour of(String word) {
    Behaviour entry = entries.get(word);
    if (entry != null) {
      return entry;
    }
    return word.length() <= 16 && LETTERS_WITH_STOPS.matcher(word).matches()
        ? Behaviour.EITHER
        : null;
  }

  /**
   * Tells whether the full stop at the end of a word belongs to it.
   *
   * @param text the text around the word
   * @param begin where the word begins
   * @param end index after its full stop
   */
  boolean keepsStop(String text, int begin, int end) {
    Behaviour behaviour = of(text.substring(begin, end));
    return behaviour != null && (behaviour != Behaviour.NUMBER || numberAt(text, end));
  }

  /** Tells whether a number stands at the place or after one space. */
  static boolean numberAt(String text, int at) {
    int next = at;
    while (next < text.length() && next < at + 2 && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && Character.isDigit(text.charAt(next));
  }

  boolean startsSentence(String word) {
    return starters.contains(word);
  }
}
