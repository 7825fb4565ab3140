package org.entente.analysis.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Names of people, bodies, states and places, looked up by folded name. Immutable once loaded and
 * safe for use by many threads. The data and their sources are described in {@code README.md}
 * beside the files on the class path.
 */
public final class Gazetteer {
  private static final String FOLDER = "/org/entente/analysis/gazetteer/";
  private static final double IMPORTANT = 0.8;

  private final Map<String, Object> rows = new HashMap<>(400_000);
  private final Map<String, Polity> politiesByName = new HashMap<>();
  private final Map<String, Polity> politiesByAdjective = new HashMap<>();
  private final Map<String, Polity> politiesByPeople = new HashMap<>();
  private final Map<String, Polity> politiesBySeat = new HashMap<>();
  private final Map<String, Polity> politiesByCode = new HashMap<>();
  private final Map<String, Entry> bodies = new HashMap<>();
  private final Map<String, Entry> bodiesByLabel = new HashMap<>();
  private final Map<String, Entry> reporters = new HashMap<>();
  private final Map<String, Seat> seats = new HashMap<>();
  private final Map<String, List<Entry>> leadersBySurname = new HashMap<>();
  private final Set<String> exactCase = new HashSet<>();
  private final Set<String> givenNames = new HashSet<>();
  private final List<Polity> polities = new ArrayList<>();
  private final List<Format> formats = new ArrayList<>();

  private Gazetteer() {}

  /**
   * Reads the gazetteer from the class path, in well under a second.
   *
   * @throws UncheckedIOException when a file is missing or unreadable
   */
  public static Gazetteer load() {
    Gazetteer gazetteer = new Gazetteer();
    gazetteer.readPolities();
    gazetteer.readBodies();
    gazetteer.readReporters();
    gazetteer.readFormats();
    gazetteer.readSeats();
    Map<String, int[]> firsts = new HashMap<>();
    gazetteer.readRows("people.tsv.gz", 'p', firsts);
    gazetteer.readRows("places.tsv.gz", 'l', null);
    gazetteer.readRows("organizations.tsv.gz", 'o', null);
    firsts.forEach(
        (name, count) -> {
          if (count[0] >= 4 && name.length() > 2 && !gazetteer.politiesByName.containsKey(name)) {
            gazetteer.givenNames.add(name);
          }
        });
    return gazetteer;
  }

  /** Returns all polities in the order of their file. */
  public Collection<Polity> polities() {
    return List.copyOf(polities);
  }

  /** Returns the formats of diplomacy with their members, one for each period of membership. */
  public List<Format> formats() {
    return List.copyOf(formats);
  }

  /** Returns the polity of that name or alias. */
  public Optional<Polity> polity(String name) {
    return Optional.ofNullable(politiesByName.get(NameFolding.fold(name)))
        .filter(p -> caseAgrees(name));
  }

  /** Returns the polity of that code, such as "IQ". */
  public Optional<Polity> polityOfCode(String code) {
    return Optional.ofNullable(politiesByCode.get(code));
  }

  /** Returns the polity of that adjective, such as "Iraqi". */
  public Optional<Polity> polityOfAdjective(String adjective) {
    return Optional.ofNullable(politiesByAdjective.get(NameFolding.fold(adjective)))
        .filter(p -> caseAgrees(adjective));
  }

  /** Returns the polity of those people, such as "Iraqis". */
  public Optional<Polity> polityOfPeople(String people) {
    return Optional.ofNullable(politiesByPeople.get(NameFolding.fold(people)));
  }

  /** Returns the polity whose capital or seat of government has that name. */
  public Optional<Polity> polityOfSeat(String city) {
    return Optional.ofNullable(politiesBySeat.get(NameFolding.fold(city)));
  }

  /** Returns the seat of power or venue of that name. */
  public Optional<Seat> seat(String name) {
    return Optional.ofNullable(seats.get(NameFolding.fold(name)));
  }

  /** Returns the body, organ, ministry, party or armed movement of that name or acronym. */
  public Optional<Entry> body(String name) {
    return Optional.ofNullable(bodies.get(NameFolding.fold(name))).filter(b -> caseAgrees(name));
  }

  /** Returns the news agency or outlet of that name. */
  public Optional<Entry> reporter(String name) {
    return Optional.ofNullable(reporters.get(NameFolding.fold(name))).filter(b -> caseAgrees(name));
  }

  /** Returns all people, places and lesser organizations of that name, in no order. */
  public List<Entry> named(String name) {
    String folded = NameFolding.fold(name);
    Object found = rows.get(folded);
    List<Entry> entries = new ArrayList<>();
    if (found instanceof String line) {
      entries.add(parse(line));
    } else if (found instanceof String[] lines) {
      for (String line : lines) {
        entries.add(parse(line));
      }
    }
    return entries;
  }

  /** Tells whether people, places or lesser organizations of that kind have that name. */
  public boolean isNamed(String name, EntryKind kind) {
    Object found = rows.get(NameFolding.fold(name));
    char tag =
        switch (kind) {
          case PERSON -> 'p';
          case PLACE -> 'l';
          default -> 'o';
        };
    if (found instanceof String line) {
      return line.charAt(0) == tag;
    }
    if (found instanceof String[] lines) {
      return Arrays.stream(lines).anyMatch(line -> line.charAt(0) == tag);
    }
    return false;
  }

  /** Returns the leaders and ministers with that surname (the last or, in Asia, first part). */
  public List<Entry> leadersBySurname(String surname) {
    return List.copyOf(leadersBySurname.getOrDefault(NameFolding.fold(surname), List.of()));
  }

  /** Tells whether several people of the gazetteer have that given name. */
  public boolean isGivenName(String name) {
    return givenNames.contains(NameFolding.fold(name));
  }

  /** A short name in capitals is an acronym: it must stand in capitals in the text too. */
  private boolean caseAgrees(String name) {
    String folded = NameFolding.fold(name);
    return !exactCase.contains(folded) || name.equals(name.toUpperCase(java.util.Locale.ROOT));
  }

  private void readPolities() {
    read(
        "polities.tsv",
        line -> {
          String[] f = line.split("\t", -1);
          if (f.length != 11) {
            throw new IllegalStateException(
                FOLDER + "polities.tsv: expected 11 columns, found " + f.length + ": " + line);
          }
          Polity polity =
              new Polity(
                  f[0],
                  f[1],
                  f[2],
                  split(f[3]),
                  split(f[4]),
                  split(f[5]),
                  split(f[6]),
                  year(f[7]),
                  year(f[8]),
                  number(f[9]),
                  number(f[10]));
          polities.add(polity);
          politiesByCode.put(polity.code(), polity);
          index(politiesByName, polity.label(), polity);
          polity.aliases().forEach(alias -> index(politiesByName, alias, polity));
          polity.adjectives().forEach(word -> index(politiesByAdjective, word, polity));
          polity.people().forEach(word -> index(politiesByPeople, word, polity));
          polity.seats().forEach(word -> index(politiesBySeat, word, polity));
        });
  }

  private void readBodies() {
    read(
        "bodies.tsv",
        line -> {
          String[] f = line.split("\t", -1);
          Entry body =
              new Entry(
                  f[0],
                  EntryKind.ORGANIZATION,
                  f[1],
                  split(f[2]),
                  f[4],
                  f[3],
                  List.of(),
                  0.8,
                  Double.NaN,
                  Double.NaN);
          bodiesByLabel.put(body.label(), body);
          index(bodies, body.label(), body);
          body.aliases().forEach(alias -> index(bodies, alias, body));
        });
  }

  private void readFormats() {
    read(
        "formats.tsv",
        line -> {
          String[] f = line.split("\t", -1);
          if (!f[0].equals("label")) {
            formats.add(new Format(f[0], split(f[1]), year(f[2]), year(f[3]), split(f[4])));
          }
        });
  }

  private void readReporters() {
    read(
        "reporters.tsv",
        line -> {
          List<String> names = split(line);
          Entry reporter =
              new Entry(
                  "",
                  EntryKind.REPORTER,
                  names.get(0),
                  names.subList(1, names.size()),
                  "",
                  "",
                  List.of(),
                  0.5,
                  Double.NaN,
                  Double.NaN);
          names.forEach(name -> index(reporters, name, reporter));
        });
  }

  private void readSeats() {
    read(
        "seats.tsv",
        line -> {
          String[] f = line.split("\t", -1);
          if (f[0].equals("name")) {
            return;
          }
          seats.put(
              NameFolding.fold(f[0]),
              new Seat(
                  f[0],
                  f[1],
                  f[2],
                  number(f[3]),
                  number(f[4]),
                  Seat.Kind.valueOf(f[5].toUpperCase(java.util.Locale.ROOT)),
                  f[6]));
        });
  }

  /** Rows are kept as text with a tag before them and parsed when looked up. */
  private void readRows(String file, char tag, Map<String, int[]> firsts) {
    read(
        file,
        line -> {
          String row = tag + line;
          int first = row.indexOf('\t');
          int second = row.indexOf('\t', first + 1);
          int third = row.indexOf('\t', second + 1);
          String label = row.substring(first + 1, second);
          String folded = NameFolding.fold(label);
          add(folded, row);
          if (tag == 'p') {
            String plain = withoutInitials(label);
            if (plain.length() < label.length()) {
              add(NameFolding.fold(plain), row);
            }
          }
          if (firsts != null) {
            int space = folded.indexOf(' ');
            if (space > 0) {
              firsts.computeIfAbsent(folded.substring(0, space), k -> new int[1])[0]++;
            }
          }
          if (third > second + 1) {
            for (String alias : row.substring(second + 1, third).split("\\|")) {
              add(NameFolding.fold(alias), row);
            }
          }
          if (tag == 'p') {
            double importance = Double.parseDouble(row.substring(row.lastIndexOf('\t') + 1));
            if (importance >= IMPORTANT) {
              Entry entry = parse(row);
              Set<String> surnames = new HashSet<>();
              surnames(entry.label(), surnames);
              entry.aliases().forEach(alias -> surnames(alias, surnames));
              surnames.forEach(
                  name ->
                      leadersBySurname.computeIfAbsent(name, k -> new ArrayList<>()).add(entry));
            }
          }
        });
  }

  /** "Christopher R. Hill" is written without the middle initial as often as with it. */
  private static String withoutInitials(String name) {
    int dot = name.indexOf(". ");
    if (dot < 4 || name.charAt(dot - 2) != ' ') {
      return name;
    }
    return name.substring(0, dot - 1) + name.substring(dot + 2);
  }

  private static void surnames(String name, Set<String> surnames) {
    String[] words = name.split(" ");
    String last = NameFolding.fold(words[words.length - 1]);
    surnames.add(last);
    if (last.startsWith("al ") || last.startsWith("el ")) {
      surnames.add(last.substring(3));
    }
    if (words.length > 1) {
      surnames.add(NameFolding.fold(words[0]));
    }
    if (words.length > 2) {
      surnames.add(NameFolding.fold(words[words.length - 2] + " " + words[words.length - 1]));
    }
  }

  private void add(String folded, String row) {
    if (folded.isEmpty()) {
      return;
    }
    Object before = rows.putIfAbsent(folded, row);
    if (before instanceof String line) {
      if (line != row) {
        rows.put(folded, new String[] {line, row});
      }
    } else if (before instanceof String[] lines) {
      if (lines[lines.length - 1] != row) {
        String[] more = Arrays.copyOf(lines, lines.length + 1);
        more[lines.length] = row;
        rows.put(folded, more);
      }
    }
  }

  private static Entry parse(String row) {
    String[] f = row.substring(1).split("\t", -1);
    return switch (row.charAt(0)) {
      case 'p' -> {
        List<OfficeTerm> offices = new ArrayList<>();
        if (!f[4].isEmpty()) {
          for (String office : f[4].split("; ")) {
            offices.add(OfficeTerm.parse(office));
          }
        }
        yield new Entry(
            f[0],
            EntryKind.PERSON,
            f[1],
            split(f[2]),
            f[3],
            "",
            offices,
            number(f[5]),
            Double.NaN,
            Double.NaN);
      }
      case 'l' ->
          new Entry(
              f[0],
              EntryKind.PLACE,
              f[1],
              split(f[2]),
              f[4],
              f[5],
              List.of(),
              f[8].isEmpty() ? 0.2 : number(f[8]),
              number(f[6]),
              number(f[7]));
      default ->
          new Entry(
              f[0],
              EntryKind.ORGANIZATION,
              f[1],
              split(f[2]),
              "",
              "",
              List.of(),
              number(f[3]),
              Double.NaN,
              Double.NaN);
    };
  }

  private <T> void index(Map<String, T> map, String name, T value) {
    String folded = NameFolding.fold(name);
    map.putIfAbsent(folded, value);
    if (folded.length() <= 4 && name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
      exactCase.add(folded);
    }
  }

  private static List<String> split(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
  }

  private static int year(String field) {
    return field.isEmpty() ? 0 : Integer.parseInt(field);
  }

  private static double number(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }

  private static void read(String file, Consumer<String> line) {
    try (InputStream raw = Gazetteer.class.getResourceAsStream(FOLDER + file)) {
      if (raw == null) {
        throw new IOException("missing on the class path: " + FOLDER + file);
      }
      InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
        String text;
        while ((text = reader.readLine()) != null) {
          if (!text.isEmpty() && text.charAt(0) != '#' && !text.startsWith("qid\t")) {
            line.accept(text);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the gazetteer: " + e.getMessage(), e);
    }
  }
}
