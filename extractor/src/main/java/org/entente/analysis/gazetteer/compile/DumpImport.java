package org.entente.analysis.gazetteer.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.analysis.gazetteer.CountryBoxes;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.wikidata.DumpFile;
import org.entente.wikidata.Item;
import org.entente.wikidata.ItemReader;

/**
 * Reads a dump of Wikidata once, from beginning to end, and keeps what the rules say. Memory does
 * not grow with the dump: what is kept goes to files of a folder, and only labels of offices and of
 * kept places are held when these are joined at the end. Every few thousand entities the folder
 * notes how far it is; started again with the same folder, a reading that was stopped passes over
 * what it has read.
 */
public final class DumpImport {
  /** After so many entities the state is noted. */
  private static final int STEP = 20_000;

  private static final int MOST_OFFICES = 8;
  private static final double PER_TENFOLD = 0.15;
  private static final double MOST = 0.95;

  private static final String COUNTRY = "P17";
  private static final String CITIZENSHIP = "P27";
  private static final String JURISDICTION = "P1001";
  private static final String POSITION = "P39";
  private static final String WITHIN = "P131";
  private static final String PLACE = "P625";

  private final Gazetteer lists = Gazetteer.lists();
  private final DumpRules rules;
  private final Path folder;
  private final int step;

  /**
   * Makes an import.
   *
   * @param rules what is kept
   * @param folder where it is kept; it may hold the state of an import that was stopped
   */
  public DumpImport(DumpRules rules, Path folder) {
    this(rules, folder, STEP);
  }

  DumpImport(DumpRules rules, Path folder, int step) {
    this.rules = rules;
    this.folder = folder;
    this.step = step;
  }

  /** Is told how an import goes. */
  public interface Listener {
    /**
     * So much is done.
     *
     * @param entities entities of the dump that were read
     * @param kept how many of them were kept
     * @param done bytes of the packed dump
     * @param size bytes of all of it
     */
    void progress(long entities, long kept, long done, long size);

    /** An entity could not be read. */
    void malformed(long number, String reason);
  }

  /**
   * Reads a dump.
   *
   * @return the entries, whose names are those that {@link GazetteerCompiler} allows
   * @throws IOException when it cannot be read or ends in the middle, or the folder cannot be
   *     written
   */
  public List<Entry> read(Path dump, Listener listener) throws IOException {
    Files.createDirectories(folder);
    ImportState state = ImportState.of(folder, dump);
    ItemReader reader = new ItemReader();
    try (DumpFile file = DumpFile.open(dump);
        RowFile kept = new RowFile(folder.resolve("kept.tsv"), state.kept);
        RowFile offices = new RowFile(folder.resolve("offices.tsv"), state.offices)) {
      long number = 0;
      for (String json = file.next(); json != null; json = file.next()) {
        number++;
        if (number <= state.entities) {
          continue;
        }
        if (rules.mayFit(json)) {
          try {
            Optional<Item> item = reader.read(json);
            if (item.isPresent() && keep(item.get(), kept, offices)) {
              state.items++;
            }
          } catch (JsonProcessingException e) {
            listener.malformed(number, e.getOriginalMessage());
          }
        }
        if (number % step == 0) {
          state.note(number, kept.flushed(), offices.flushed());
          listener.progress(number, state.items, file.done(), file.size());
        }
      }
      state.note(Math.max(number, state.entities), kept.flushed(), offices.flushed());
      listener.progress(number, state.items, file.size(), file.size());
    }
    return join();
  }

  private boolean keep(Item item, RowFile kept, RowFile offices) throws IOException {
    Optional<DumpRules.Rule> rule = rules.of(item);
    if (rule.isEmpty() || item.label().isEmpty()) {
      return false;
    }
    return switch (rule.get().kept()) {
      case IGNORE -> false;
      case OFFICE -> {
        List<String> owner =
            item.has(JURISDICTION) ? item.values(JURISDICTION) : item.values(COUNTRY);
        offices.row(item.id(), item.label(), String.join("|", owner));
        yield true;
      }
      default -> {
        row(item, rule.get(), kept);
        yield true;
      }
    };
  }

  private static void row(Item item, DumpRules.Rule rule, RowFile kept) throws IOException {
    List<String> terms = new ArrayList<>();
    for (Item.Dated term : item.dated(POSITION)) {
      terms.add(term.value() + "@" + term.from() + "-" + term.to());
    }
    Optional<Item.Coordinates> place = item.coordinates(PLACE);
    double importance =
        Math.min(MOST, rule.importance() + PER_TENFOLD * Math.log10(Math.max(1, item.pages())));
    kept.row(
        rule.kept().name(),
        item.id(),
        item.label(),
        String.join("|", item.aliases()),
        item.description(),
        String.join("|", item.values(rule.kept() == DumpRules.Kept.PERSON ? CITIZENSHIP : COUNTRY)),
        String.join("|", item.values(WITHIN)),
        String.join("; ", terms),
        String.format(Locale.ROOT, "%.2f", importance),
        place.map(p -> Double.toString(p.latitude())).orElse(""),
        place.map(p -> Double.toString(p.longitude())).orElse(""));
  }

  /** An office by its item. */
  private record Office(String label, String polity) {}

  private List<Entry> join() throws IOException {
    Map<String, String> codes = new HashMap<>();
    for (Polity polity : lists.polities()) {
      codes.putIfAbsent(polity.qid(), polity.code());
    }
    Map<String, Office> offices = new HashMap<>();
    rows("offices.tsv", f -> offices.put(f[0], new Office(f[1], code(codes, f[2]))));
    Map<String, String> places = new HashMap<>();
    rows(
        "kept.tsv",
        f -> {
          if (f[0].equals(DumpRules.Kept.PLACE.name())) {
            places.put(f[1], f[2]);
          }
        });
    AliasRules aliases = new AliasRules(lists);
    CountryBoxes boxes = CountryBoxes.load();
    List<Entry> entries = new ArrayList<>();
    rows(
        "kept.tsv",
        f -> {
          if (AliasRules.latin(f[2]) && !lists.isListed(f[1])) {
            entries.add(entry(f, codes, offices, places, aliases, boxes));
          }
        });
    return entries;
  }

  private Entry entry(
      String[] f,
      Map<String, String> codes,
      Map<String, Office> offices,
      Map<String, String> places,
      AliasRules aliases,
      CountryBoxes boxes) {
    EntryKind kind = EntryKind.valueOf(f[0]);
    List<OfficeTerm> terms = terms(f[7], offices);
    String country =
        kind == EntryKind.PERSON
            ? terms.stream()
                .map(OfficeTerm::polity)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse(code(codes, f[5]))
            : code(codes, f[5]);
    String label = kind == EntryKind.PERSON ? AliasRules.personal(f[2]) : f[2];
    String region = "";
    for (String around : f[6].split("\\|")) {
      if (region.isEmpty() && kind == EntryKind.PLACE && !label.equals(places.get(around))) {
        region = places.getOrDefault(around, "");
      }
    }
    double latitude = f[9].isEmpty() ? Double.NaN : Double.parseDouble(f[9]);
    double longitude = f[10].isEmpty() ? Double.NaN : Double.parseDouble(f[10]);
    boolean somewhere =
        kind == EntryKind.PLACE
            && !Double.isNaN(latitude)
            && boxes.canHold(country, latitude, longitude);
    return new Entry(
        f[1],
        kind,
        label,
        aliases.kept(kind, label, f[3].isEmpty() ? List.of() : List.of(f[3].split("\\|")), country),
        country,
        region,
        terms,
        Double.parseDouble(f[8]),
        somewhere ? latitude : Double.NaN,
        somewhere ? longitude : Double.NaN,
        kind == EntryKind.PERSON ? "" : f[4]);
  }

  /** The latest first, each with the state or body that it belongs to. */
  private List<OfficeTerm> terms(String field, Map<String, Office> offices) {
    List<OfficeTerm> terms = new ArrayList<>();
    for (String term : field.isEmpty() ? new String[0] : field.split("; ")) {
      Office office = offices.get(term.substring(0, term.indexOf('@')));
      if (office != null) {
        String[] years = term.substring(term.indexOf('@') + 1).split("-");
        int from = Math.max(0, Integer.parseInt(years[0]));
        int to = Math.max(0, Integer.parseInt(years[1]));
        terms.add(
            new OfficeTerm(
                title(office.label()),
                office.polity(),
                to != 0 && to < from ? 0 : from,
                to < from ? 0 : to));
      }
    }
    terms.sort((a, b) -> Integer.compare(b.from(), a.from()));
    return terms.stream().distinct().limit(MOST_OFFICES).toList();
  }

  /** "Minister of Foreign Affairs of Estonia" without the state, "Prime Minister of X" too. */
  private String title(String label) {
    String lower = label.toLowerCase(Locale.ROOT).replaceAll("[@;]", " ");
    int of = label.lastIndexOf(" of ");
    String owner = of < 0 ? "" : label.substring(of + 4).replaceFirst("^the ", "");
    return lists.polity(owner).isPresent() ? lower.substring(0, of) : lower;
  }

  private static String code(Map<String, String> codes, String ids) {
    for (String id : ids.split("\\|")) {
      if (codes.containsKey(id)) {
        return codes.get(id);
      }
    }
    return "";
  }

  /** Takes the fields of a row. */
  private interface Row {
    void accept(String[] fields);
  }

  private void rows(String file, Row row) throws IOException {
    try (BufferedReader lines =
        Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        row.accept(line.split("\t", -1));
      }
    }
  }
}
