package org.entente.analysis.gazetteer.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.entente.analysis.gazetteer.CountryBoxes;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;

/**
 * Reads a list of facts, one entity a line: Wikidata identifier, type (person, organization, place
 * or country), label, aliases separated by "|", description, country code, latitude, longitude and
 * importance, separated by tabs, below a line of column names. A file whose name ends in {@code
 * .gz} is unpacked.
 *
 * <p>What is known to be wrong in such lists is mended or left out: names in other scripts, aliases
 * that name something else, common nouns ("judge" as a person), countries without a code, and
 * coordinates outside of their country.
 */
final class FactsFile {
  private static final int WIDTH = 9;
  private static final Pattern WITHIN =
      Pattern.compile("(?:populated place|.* capital) in (.+), [^,]+");
  private static final Pattern ADMINISTRATIVE = Pattern.compile("(city|adm\\d) in [A-Z]{2}");

  private final Gazetteer lists;
  private final CountryBoxes boxes = CountryBoxes.load();
  private final AliasRules aliases;
  private final OfficeFacts offices;

  FactsFile(Gazetteer lists) {
    this.lists = lists;
    this.aliases = new AliasRules(lists);
    this.offices = new OfficeFacts(lists);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or a line has another number of columns
   */
  List<Entry> read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                    StandardCharsets.UTF_8))) {
      int number = 1;
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String[] f = line.split("\t", -1);
        if (f.length != WIDTH || !f[0].matches("Q[1-9][0-9]{0,8}")) {
          throw new IOException(
              file + ":" + number + ": expected an identifier and eight more columns: " + line);
        }
        entry(f).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<Entry> entry(String[] f) {
    List<String> names = new ArrayList<>();
    names.add(f[2]);
    names.addAll(List.of(f[3].split("\\|")));
    Optional<String> label =
        names.stream().filter(n -> !n.isBlank()).filter(AliasRules::latin).findFirst();
    if (label.isEmpty()
        || lists.isListed(f[0])
        || AliasRules.isGeneral(label.get(), f[4].strip())) {
      return Optional.empty();
    }
    double importance = f[8].isEmpty() ? 0.2 : Double.parseDouble(f[8]);
    return switch (f[1]) {
      case "person" -> Optional.of(person(f, label.get(), names, importance));
      case "organization" ->
          Optional.of(
              entry(f, EntryKind.ORGANIZATION, label.get(), names, code(f[5]), importance, f[4]));
      default -> Optional.of(place(f, label.get(), names, importance));
    };
  }

  private Entry person(String[] f, String label, List<String> names, double importance) {
    List<OfficeTerm> terms = offices.read(f[4]);
    String country =
        terms.stream()
            .map(OfficeTerm::polity)
            .filter(code -> !code.isEmpty())
            .findFirst()
            .orElse(code(f[5]));
    String name = AliasRules.personal(label);
    List<String> others = aliases.kept(EntryKind.PERSON, name, names, country);
    return new Entry(
        f[0],
        EntryKind.PERSON,
        name,
        others,
        country,
        "",
        terms,
        importance,
        Double.NaN,
        Double.NaN,
        "");
  }

  private Entry place(String[] f, String label, List<String> names, double importance) {
    Matcher within = WITHIN.matcher(f[4]);
    String region = within.matches() ? within.group(1) : "";
    boolean plain = within.matches() || ADMINISTRATIVE.matcher(f[4]).matches();
    Entry entry =
        entry(
            f,
            EntryKind.PLACE,
            label,
            names,
            code(f[5]),
            importance,
            plain || f[1].equals("country") ? "" : f[4]);
    double latitude = f[6].isEmpty() ? Double.NaN : Double.parseDouble(f[6]);
    double longitude = f[7].isEmpty() ? Double.NaN : Double.parseDouble(f[7]);
    if (!Double.isNaN(latitude) && !boxes.canHold(entry.country(), latitude, longitude)) {
      latitude = Double.NaN;
      longitude = Double.NaN;
    }
    return new Entry(
        f[0],
        EntryKind.PLACE,
        label,
        entry.aliases(),
        entry.country(),
        region.equals(label) ? "" : region,
        List.of(),
        importance,
        latitude,
        longitude,
        entry.description());
  }

  private Entry entry(
      String[] f,
      EntryKind kind,
      String label,
      List<String> names,
      String country,
      double importance,
      String description) {
    return new Entry(
        f[0],
        kind,
        label,
        aliases.kept(kind, label, names, country),
        country,
        "",
        List.of(),
        importance,
        Double.NaN,
        Double.NaN,
        description);
  }

  private String code(String field) {
    return lists.polityOfCode(field).isPresent() ? field : "";
  }
}
