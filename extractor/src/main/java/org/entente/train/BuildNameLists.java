package org.entente.train;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.analysis.name.Folding;

/**
 * Writes the lists of known names that the name model takes as evidence, from a table of entities:
 * tab-separated, gzip-compressed, with a header line and the columns qid, type (person, place,
 * country, organization), label, aliases (separated by "|") and others that are not read.
 */
public final class BuildNameLists {
  private static final Pattern REMARK = Pattern.compile("\\s*\\(.*?\\)");
  private static final Pattern PERSON = Pattern.compile("[a-z.'\\- ]+");
  private static final Pattern PHRASE = Pattern.compile("[a-z0-9.'&\\- ]{3,60}");
  private static final Pattern SHORT = Pattern.compile("[a-z0-9]{2,}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}(-[A-Z]+)?");
  private static final Pattern DEMONYM =
      Pattern.compile(".*(an|ian|ese|ish|ans|i|is|ic|ch|er|ers|lander|ander)");
  private static final Pattern LONG_NAME =
      Pattern.compile("(Republic|State|Islamic|Kingdom|People).*");
  private static final Set<String> PARTICLES =
      Set.of(
          "the",
          "of",
          "and",
          "al",
          "de",
          "la",
          "el",
          "von",
          "van",
          "bin",
          "ibn",
          "da",
          "di",
          "du",
          "dos",
          "das",
          "del",
          "le",
          "i",
          "ii",
          "iii",
          "iv",
          "jr.",
          "sr.",
          "lord",
          "baron",
          "earl",
          "sir",
          "prince",
          "princess",
          "king",
          "queen",
          "duke",
          "viscount",
          "st",
          "1st",
          "2nd",
          "pope",
          "sheikh",
          "dr",
          "abu",
          "ben",
          "te",
          "ter",
          "den",
          "der",
          "y",
          "e",
          "san",
          "bt",
          "mc",
          "st.");
  private static final int MOST_ALIASES = 12;

  private final Map<String, Double> given = new HashMap<>();
  private final Map<String, Double> surnames = new HashMap<>();
  private final SortedMap<String, SortedSet<String>> phrases = new TreeMap<>();

  private BuildNameLists() {}

  /**
   * Reads the table and writes {@code name-tokens.txt.gz} and {@code name-phrases.txt.gz}.
   *
   * @param entities the table
   * @param output the folder to write to; made where it is missing
   * @throws IOException naming the file that cannot be read or written
   */
  public static void run(Path entities, Path output) throws IOException {
    BuildNameLists lists = new BuildNameLists();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(entities)), StandardCharsets.UTF_8))) {
      reader.readLine();
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String[] columns = line.split("\t", -1);
        if (columns.length < 4) {
          throw new IOException(
              entities + ":" + number + ": expected qid, type, label and aliases, parted by tabs");
        }
        lists.add(columns[1], columns[2], columns[3]);
      }
    }
    Files.createDirectories(output);
    Files.write(output.resolve("name-tokens.txt.gz"), compressed(lists.tokens()));
    Files.write(output.resolve("name-phrases.txt.gz"), compressed(lists.phrases()));
  }

  private void add(String type, String label, String aliases) {
    if (type.equals("person")) {
      person(label);
      return;
    }
    String[] parts = aliases.split("\\|");
    Stream.concat(
            Stream.of(label),
            Arrays.stream(parts)
                .filter(alias -> !alias.isEmpty())
                .filter(alias -> !type.equals("country") || countryName(alias))
                .filter(alias -> !(capitals(alias) && alias.length() > 6)))
        .limit(MOST_ALIASES)
        .forEach(name -> phrase(type, name));
  }

  private void person(String label) {
    String folded = Folding.fold(REMARK.matcher(label).replaceAll("").split(",", -1)[0]);
    List<String> tokens = List.of(folded.strip().split("\\s+"));
    if (!PERSON.matcher(folded).matches() || tokens.size() < 2) {
      return;
    }
    count(given, tokens.get(0), 1);
    for (String middle : tokens.subList(1, tokens.size() - 1)) {
      count(given, middle, 0.5);
    }
    count(surnames, tokens.get(tokens.size() - 1), 1);
  }

  private static void count(Map<String, Double> counts, String token, double weight) {
    if (!PARTICLES.contains(token) && token.replaceAll("^\\.+|\\.+$", "").length() > 1) {
      counts.merge(token, weight, Double::sum);
    }
  }

  private static boolean countryName(String alias) {
    return !CODE.matcher(alias).matches()
        && (!DEMONYM.matcher(alias).matches() || LONG_NAME.matcher(alias).matches());
  }

  private static boolean capitals(String name) {
    return name.equals(name.toUpperCase(java.util.Locale.ROOT))
        && !name.equals(name.toLowerCase(java.util.Locale.ROOT));
  }

  private void phrase(String type, String name) {
    String folded = Folding.fold(REMARK.matcher(name).replaceAll("").replace(",", ""));
    boolean organization = type.equals("organization");
    if (PHRASE.matcher(folded).matches() || organization && SHORT.matcher(folded).matches()) {
      phrases
          .computeIfAbsent(
              folded.startsWith("the ") ? folded.substring(4) : folded, key -> new TreeSet<>())
          .add(type.substring(0, 1));
    }
  }

  private String tokens() {
    StringBuilder text =
        new StringBuilder(
            "# Given names and surnames, by token: folded token, TAB, class of its frequency as a"
                + " given name, TAB, as a surname\n"
                + "# (0 never, n for at least 2^(n-1) people, at most 4). Counted over the labels"
                + " of people in Wikidata exports (CC0).\n");
    SortedSet<String> all = new TreeSet<>(given.keySet());
    all.addAll(surnames.keySet());
    for (String token : all) {
      int first = frequencyClass(given.getOrDefault(token, 0.0));
      int last = frequencyClass(surnames.getOrDefault(token, 0.0));
      if (first + last > 0) {
        text.append(token).append('\t').append(first).append('\t').append(last).append('\n');
      }
    }
    return text.toString();
  }

  private static int frequencyClass(double count) {
    return count < 1 ? 0 : Math.min(4, 1 + Math.getExponent(count));
  }

  private String phrases() {
    StringBuilder text =
        new StringBuilder(
            "# Names of places (p), countries (c) and organizations (o): folded name, TAB, its"
                + " types. Labels and aliases of\n"
                + "# Wikidata exports (CC0) and Natural Earth (public domain).\n");
    phrases.forEach(
        (name, types) ->
            text.append(name).append('\t').append(String.join("", types)).append('\n'));
    return text.toString();
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
