package org.entente.analysis.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Names of people, bodies, states and places, looked up by folded name. Immutable once loaded and
 * safe for use by many threads. The data and their sources are described in {@code README.md}
 * beside the files on the class path.
 */
public final class Gazetteer {
  private static final String INDEX = "entries.idx.gz";
  private static final double LISTED = 0.8;

  private final List<EntryIndex> indexes = new ArrayList<>();
  private final Map<String, Polity> politiesByName = new HashMap<>();
  private final Map<String, Polity> politiesByAdjective = new HashMap<>();
  private final Map<String, Polity> politiesByPeople = new HashMap<>();
  private final Map<String, Polity> politiesBySeat = new HashMap<>();
  private final Map<String, Polity> politiesByCode = new HashMap<>();
  private final Map<String, Entry> bodies = new HashMap<>();
  private final Map<String, Entry> described = new HashMap<>();
  private final Set<String> openers = new HashSet<>();
  private final Map<String, Entry> reporters = new HashMap<>();
  private final Map<String, Seat> seats = new HashMap<>();
  private final Map<String, String> regions = new HashMap<>();
  private final Set<String> exactCase = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
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
    return load(List.of());
  }

  /**
   * Reads the gazetteer, and entries that somebody added to it, which take the place of those with
   * the same identifier, or with the same name in the same country.
   *
   * @throws UncheckedIOException when a file of the class path is missing or unreadable
   */
  public static Gazetteer load(Collection<Entry> added) {
    try (InputStream file = GazetteerFiles.open(INDEX)) {
      return load(added, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the gazetteer: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a gazetteer with another index than the program's own.
   *
   * @param added entries that come before those of the index
   * @param index an index of people, organizations and places, as {@code gazetteer build} writes it
   * @throws IOException when it cannot be read or is none
   */
  public static Gazetteer load(Collection<Entry> added, InputStream index) throws IOException {
    Gazetteer gazetteer = lists();
    if (!added.isEmpty()) {
      gazetteer.indexes.add(EntryIndex.of(added));
    }
    gazetteer.add(EntryIndex.read(index));
    return gazetteer;
  }

  /** Reads the lists that are written by hand alone: polities, bodies, reporters and seats. */
  public static Gazetteer lists() {
    Gazetteer gazetteer = new Gazetteer();
    gazetteer.readPolities();
    gazetteer.readBodies();
    gazetteer.readReporters();
    gazetteer.readFormats();
    gazetteer.readSeats();
    gazetteer.readRegions();
    return gazetteer;
  }

  private void add(EntryIndex index) {
    indexes.add(index);
    for (String name : index.givenNames()) {
      if (!politiesByName.containsKey(name)) {
        givenNames.add(name);
      }
    }
  }

  /** Returns the entry of that identifier: a person, a place or a lesser organization. */
  public Optional<Entry> entry(String qid) {
    return indexes.stream().flatMap(index -> index.entry(qid).stream()).findFirst();
  }

  /** Hands over all people, places and lesser organizations. */
  public void forEach(Consumer<Entry> consumer) {
    indexes.forEach(index -> index.forEach(consumer));
  }

  /** Returns all polities in the order of their file. */
  public Collection<Polity> polities() {
    return List.copyOf(polities);
  }

  /** Returns the formats of diplomacy with their members, one for each period of membership. */
  public List<Format> formats() {
    return List.copyOf(formats);
  }

  /** Tells whether a polity, body or reporter has that identifier. */
  public boolean isListed(String qid) {
    return !qid.isEmpty() && ids.contains(qid);
  }

  /** Tells whether something here that is no mere seat or venue has that Wikidata identifier. */
  public boolean holds(String qid) {
    return isListed(qid) || indexes.stream().anyMatch(index -> index.holds(qid));
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

  /** Returns the name of the region that is shortened so behind a place: "Ala" for Alabama. */
  public Optional<String> region(String shortened) {
    return Optional.ofNullable(regions.get(shortened.replaceAll("[. ]", "")));
  }

  /** Returns the body, organ, ministry, party or armed movement of that name or acronym. */
  public Optional<Entry> body(String name) {
    return Optional.ofNullable(bodies.get(NameFolding.fold(name))).filter(b -> caseAgrees(name));
  }

  /** Returns the body that words with a common noun at their end mean: "U.N. refugee agency". */
  public Optional<Entry> describedBody(String words) {
    return Optional.ofNullable(described.get(NameFolding.fold(words.replaceAll(" ?'s ", " "))));
  }

  /** Tells whether a word can begin what {@link #describedBody} knows. */
  public boolean opensDescription(String word) {
    return openers.contains(NameFolding.fold(word));
  }

  private static boolean describes(String alias) {
    return Character.isLowerCase(alias.charAt(alias.lastIndexOf(' ') + 1)) && alias.contains(" ");
  }

  private void describe(String alias, Entry body) {
    described.putIfAbsent(NameFolding.fold(alias), body);
    openers.add(NameFolding.fold(alias.substring(0, alias.indexOf(' '))));
  }

  /** Returns the news agency or outlet of that name. */
  public Optional<Entry> reporter(String name) {
    return Optional.ofNullable(reporters.get(NameFolding.fold(name))).filter(b -> caseAgrees(name));
  }

  /** Returns all people, places and lesser organizations of that name. */
  public List<Entry> named(String name) {
    String folded = NameFolding.fold(name);
    return found(index -> index.named(folded));
  }

  /** Tells whether people, places or lesser organizations of that kind have that name. */
  public boolean isNamed(String name, EntryKind kind) {
    String folded = NameFolding.fold(name);
    return indexes.stream().anyMatch(index -> index.isNamed(folded, kind));
  }

  /** Returns the leaders and ministers with that surname (the last or, in Asia, first part). */
  public List<Entry> leadersBySurname(String surname) {
    String folded = NameFolding.fold(surname);
    return found(index -> index.leaders(folded));
  }

  /**
   * Returns the leader, minister or the like who alone of all people here has that surname, which
   * is no given name; a list of one or none.
   */
  public List<Entry> soleBearer(String surname) {
    String folded = NameFolding.fold(surname);
    List<Entry> bearers =
        isGivenName(surname) ? List.of() : found(index -> index.soleBearer(folded));
    return bearers.size() == 1 ? bearers : List.of();
  }

  /** Returns the leaders and ministers whose surname can be that one in another transliteration. */
  public List<Entry> leadersThatSound(String surname) {
    String folded = NameFolding.fold(surname);
    return found(index -> index.leadersThatSound(folded));
  }

  /** What all indexes find, without what an entry of an earlier index stands for. */
  private List<Entry> found(Function<EntryIndex, List<Entry>> find) {
    if (indexes.size() == 1) {
      return find.apply(indexes.get(0));
    }
    List<Entry> all = new ArrayList<>();
    for (EntryIndex index : indexes) {
      List<Entry> before = List.copyOf(all);
      for (Entry entry : find.apply(index)) {
        if (before.stream().noneMatch(e -> replaces(e, entry))) {
          all.add(entry);
        }
      }
    }
    return all;
  }

  /** One identifier, or one name in one country. */
  private static boolean replaces(Entry added, Entry entry) {
    return !entry.qid().isEmpty() && added.qid().equals(entry.qid())
        || added.kind() == entry.kind()
            && !added.country().isEmpty()
            && added.country().equals(entry.country())
            && NameFolding.fold(added.label()).equals(NameFolding.fold(entry.label()));
  }

  /** Tells whether several people of the gazetteer have that given name. */
  public boolean isGivenName(String name) {
    return givenNames.contains(NameFolding.fold(name));
  }

  /** A short name in capitals is an acronym: it must stand in capitals in the text too. */
  private boolean caseAgrees(String name) {
    String folded = NameFolding.fold(name);
    return !exactCase.contains(folded) || name.equals(name.toUpperCase(Locale.ROOT));
  }

  private void readPolities() {
    for (String[] f : GazetteerFiles.rows("polities.tsv", 11)) {
      Polity polity =
          new Polity(
              f[0],
              f[1],
              f[2],
              EntryRow.values(f[3]),
              EntryRow.values(f[4]),
              EntryRow.values(f[5]),
              EntryRow.values(f[6]),
              year(f[7]),
              year(f[8]),
              number(f[9]),
              number(f[10]));
      polities.add(polity);
      ids.add(polity.qid());
      politiesByCode.put(polity.code(), polity);
      index(politiesByName, polity.label(), polity);
      polity.aliases().forEach(alias -> index(politiesByName, alias, polity));
      polity.adjectives().forEach(word -> index(politiesByAdjective, word, polity));
      polity.people().forEach(word -> index(politiesByPeople, word, polity));
      polity.seats().forEach(word -> index(politiesBySeat, word, polity));
    }
  }

  private void readBodies() {
    for (String[] f : GazetteerFiles.rows("bodies.tsv", 5)) {
      Entry body = listed(f[0], EntryKind.ORGANIZATION, f[1], EntryRow.values(f[2]), f[4], f[3]);
      index(bodies, body.label(), body);
      body.aliases().forEach(alias -> index(bodies, alias, body));
      body.aliases().stream().filter(Gazetteer::describes).forEach(alias -> describe(alias, body));
    }
  }

  private void readFormats() {
    for (String[] f : GazetteerFiles.rows("formats.tsv", 6)) {
      formats.add(
          new Format(f[0], EntryRow.values(f[1]), year(f[2]), year(f[3]), EntryRow.values(f[4])));
    }
  }

  private void readReporters() {
    for (String[] f : GazetteerFiles.rows("reporters.tsv", 2)) {
      List<String> names = EntryRow.values(f[1]);
      Entry reporter =
          listed(f[0], EntryKind.REPORTER, names.get(0), names.subList(1, names.size()), "", "");
      names.forEach(name -> index(reporters, name, reporter));
    }
  }

  /** Makes an entry of a list that is written by hand. */
  private Entry listed(
      String qid,
      EntryKind kind,
      String label,
      List<String> aliases,
      String country,
      String region) {
    ids.add(qid);
    return new Entry(
        qid, kind, label, aliases, country, region, List.of(), LISTED, Double.NaN, Double.NaN, "");
  }

  private void readSeats() {
    for (String[] f : GazetteerFiles.rows("seats.tsv", 7)) {
      seats.put(
          NameFolding.fold(f[0]),
          new Seat(
              f[0],
              f[1],
              f[2],
              number(f[3]),
              number(f[4]),
              Seat.Kind.valueOf(f[5].toUpperCase(Locale.ROOT)),
              f[6]));
    }
  }

  private void readRegions() {
    for (String[] f : GazetteerFiles.rows("region-abbreviations.tsv", 2)) {
      EntryRow.values(f[1]).forEach(shortened -> regions.put(shortened, f[0]));
    }
  }

  private <T> void index(Map<String, T> map, String name, T value) {
    String folded = NameFolding.fold(name);
    map.putIfAbsent(folded, value);
    if (folded.length() <= 4 && name.equals(name.toUpperCase(Locale.ROOT))) {
      exactCase.add(folded);
    }
  }

  private static int year(String field) {
    return field.isEmpty() ? 0 : Integer.parseInt(field);
  }

  private static double number(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }
}
