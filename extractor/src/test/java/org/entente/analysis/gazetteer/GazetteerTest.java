package org.entente.analysis.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the shipped data for consistency and the look-ups on them. */
class GazetteerTest {
  private static Gazetteer gazetteer;

  @BeforeAll
  static void load() {
    gazetteer = Gazetteer.load();
  }

  private static Stream<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    gazetteer.forEach(all::add);
    return all.stream();
  }

  @Test
  void identifiersAreUnique() {
    Set<String> ids = new HashSet<>();
    for (String file : List.of("polities.tsv", "bodies.tsv", "reporters.tsv")) {
      int columns = file.equals("polities.tsv") ? 11 : file.equals("bodies.tsv") ? 5 : 2;
      for (String[] row : GazetteerFiles.rows(file, columns)) {
        assertThat(row[0]).as(row[1]).matches("(Q[1-9][0-9]*)?");
        assertThat(row[0].isEmpty() || ids.add(row[0])).as(row[0] + " " + row[1]).isTrue();
      }
    }
    entries()
        .forEach(
            entry -> {
              assertThat(entry.label()).isNotBlank();
              assertThat(entry.qid().isEmpty() || ids.add(entry.qid()))
                  .as(entry.qid() + " " + entry.label())
                  .isTrue();
            });
  }

  @Test
  void everyEntryIsFoundByItsNamesAndIdentifier() {
    entries()
        .forEach(
            entry -> {
              assertThat(gazetteer.named(entry.label())).contains(entry);
              entry.aliases().forEach(a -> assertThat(gazetteer.named(a)).contains(entry));
              if (!entry.qid().isEmpty()) {
                assertThat(gazetteer.entry(entry.qid())).contains(entry);
                assertThat(gazetteer.holds(entry.qid())).isTrue();
              }
            });
  }

  @Test
  void noEntryIsAKindOfThings() {
    for (String kind :
        List.of("judge", "vice president", "infantry", "2010 United States Census")) {
      assertThat(gazetteer.named(kind)).as(kind).isEmpty();
    }
    assertThat(gazetteer.named("The town")).isEmpty();
  }

  @Test
  void noAliasIsOnlyADemonymOrMetonymOrCode() {
    entries()
        .forEach(
            entry -> {
              for (String alias : entry.aliases()) {
                String about = entry.qid() + " " + entry.label() + ": " + alias;
                assertThat(gazetteer.polity(alias)).as(about).isEmpty();
                assertThat(gazetteer.polityOfPeople(alias)).as(about).isEmpty();
                assertThat(gazetteer.polityOfAdjective(alias)).as(about).isEmpty();
                if (entry.kind() == EntryKind.ORGANIZATION) {
                  assertThat(gazetteer.polityOfSeat(alias)).as(about).isEmpty();
                }
                if (entry.kind() != EntryKind.ORGANIZATION) {
                  assertThat(alias).as(about).matches(".*\\p{Ll}.*");
                } else if (alias.matches("[A-Z.]+")) {
                  assertThat(entry.label()).as(about).matches(initials(alias));
                }
              }
            });
  }

  /** The letters of an acronym begin words of the label, in their order. */
  private static String initials(String acronym) {
    return acronym.replace(".", "").replaceAll("(.)", "(?:.*\\\\b)?$1.*");
  }

  @Test
  void labelsOfOneIdentifierShareAWord() {
    for (Entry listed : ListedEntries.read()) {
      if (!listed.qid().isEmpty()) {
        assertThat(words(gazetteer.entry(listed.qid()).orElseThrow()))
            .as(listed.qid())
            .containsAnyElementsOf(words(listed));
      }
    }
    for (String[] row : GazetteerFiles.rows("seats.tsv", 7)) {
      gazetteer
          .entry(row[6])
          .ifPresent(
              entry ->
                  assertThat(words(entry))
                      .as(row[6])
                      .containsAnyOf(NameFolding.fold(row[0]).split(" ")));
    }
  }

  private static Set<String> words(Entry entry) {
    Set<String> words = new HashSet<>(List.of(NameFolding.fold(entry.label()).split(" ")));
    entry.aliases().forEach(a -> words.addAll(List.of(NameFolding.fold(a).split(" "))));
    return words;
  }

  @Test
  void bodiesBelongToSomethingKnown() {
    for (String[] row : GazetteerFiles.rows("bodies.tsv", 5)) {
      assertThat(
              row[4].isEmpty()
                  || gazetteer.polityOfCode(row[4]).isPresent()
                  || gazetteer.body(row[4]).isPresent())
          .as(row[1] + " belongs to " + row[4])
          .isTrue();
    }
  }

  @Test
  void shortenedRegionsAreKnown() {
    for (String[] row : GazetteerFiles.rows("region-abbreviations.tsv", 2)) {
      assertThat(gazetteer.isNamed(row[0], EntryKind.PLACE)).as(row[0]).isTrue();
      for (String shortened : EntryRow.values(row[1])) {
        assertThat(gazetteer.region(shortened)).contains(row[0]);
      }
    }
  }

  @Test
  void coordinatesLieInTheCountry() {
    CountryBoxes boxes = CountryBoxes.load();
    entries()
        .forEach(
            entry -> {
              String about = entry.qid() + " " + entry.label();
              assertOnEarth(about, entry.latitude(), entry.longitude());
              if (!Double.isNaN(entry.latitude())) {
                assertThat(boxes.canHold(entry.country(), entry.latitude(), entry.longitude()))
                    .as(about)
                    .isTrue();
              }
            });
    for (Polity polity : gazetteer.polities()) {
      assertOnEarth(polity.label(), polity.latitude(), polity.longitude());
      if (!Double.isNaN(polity.latitude())) {
        assertThat(boxes.canHold(polity.code(), polity.latitude(), polity.longitude()))
            .as(polity.label())
            .isTrue();
      }
    }
    for (String[] row : GazetteerFiles.rows("seats.tsv", 7)) {
      assertOnEarth(row[0], number(row[3]), number(row[4]));
      Optional<Polity> around = gazetteer.polity(row[2]).or(() -> gazetteer.polityOfSeat(row[2]));
      if (around.isPresent() && !row[3].isEmpty()) {
        assertThat(boxes.canHold(around.get().code(), number(row[3]), number(row[4])))
            .as(row[0])
            .isTrue();
      }
    }
  }

  private static double number(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }

  private static void assertOnEarth(String about, double latitude, double longitude) {
    assertThat(Double.isNaN(latitude)).as(about).isEqualTo(Double.isNaN(longitude));
    if (!Double.isNaN(latitude)) {
      assertThat(latitude).as(about).isBetween(-90.0, 90.0);
      assertThat(longitude).as(about).isBetween(-180.0, 180.0);
    }
  }

  @Test
  void officesEndAfterTheyBegin() {
    entries()
        .flatMap(entry -> entry.offices().stream().map(term -> Map.entry(entry.label(), term)))
        .forEach(
            held -> {
              OfficeTerm term = held.getValue();
              assertThat(term.title()).as(held.getKey()).isNotBlank();
              assertThat(
                      term.polity().isEmpty() || gazetteer.polityOfCode(term.polity()).isPresent())
                  .as(held.toString())
                  .isTrue();
              if (term.from() != 0 && term.to() != 0) {
                assertThat(term.to()).as(held.toString()).isGreaterThanOrEqualTo(term.from());
              }
            });
  }

  @Test
  void indexIsSmallAndReadAsItWasWritten() throws IOException {
    List<Entry> few = entries().limit(500).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EntryIndex.of(few).write(out);
    EntryIndex read = EntryIndex.read(new ByteArrayInputStream(out.toByteArray()));
    List<Entry> again = new ArrayList<>();
    read.forEach(again::add);
    assertThat(again).isEqualTo(few);
    try (InputStream file = GazetteerFiles.open("entries.idx.gz")) {
      assertThat(file.readAllBytes()).hasSizeLessThan(12_000_000);
    }
  }

  @Test
  void everyPolityAnswersToItsNamesAndSeats() {
    for (Polity polity : gazetteer.polities()) {
      assertThat(gazetteer.polity(polity.label())).contains(polity);
      assertThat(gazetteer.polityOfCode(polity.code())).contains(polity);
      for (String people : polity.people()) {
        assertThat(gazetteer.polityOfPeople(people)).as(people).isPresent();
      }
    }
    assertThat(gazetteer.polities()).hasSizeGreaterThan(240);
  }

  @Test
  void membersOfFormatsAreKnown() {
    for (Format format : gazetteer.formats()) {
      assertThat(format.members()).as(format.label()).hasSizeGreaterThan(1);
      for (String member : format.members()) {
        assertThat(gazetteer.polityOfCode(member).isPresent() || gazetteer.body(member).isPresent())
            .as(format.label() + " has the member " + member)
            .isTrue();
      }
    }
  }

  @Test
  void seatsStandForSomethingKnown() {
    for (String[] row : GazetteerFiles.rows("seats.tsv", 7)) {
      if (!row[1].isEmpty()) {
        assertThat(gazetteer.polityOfCode(row[1]).isPresent() || gazetteer.body(row[1]).isPresent())
            .as(row[0] + " stands for " + row[1])
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Dutch, Netherlands",
    "Ivorian, Ivory Coast",
    "Burmese, Myanmar",
    "Soviet, Soviet Union",
    "East German, East Germany",
    "Kosovar, Kosovo",
    "U.S., United States"
  })
  void adjectivesNameTheirPolity(String adjective, String label) {
    assertThat(gazetteer.polityOfAdjective(adjective).orElseThrow().label()).isEqualTo(label);
  }

  @Test
  void acronymsNeedCapitals() {
    assertThat(gazetteer.polity("US")).isPresent();
    assertThat(gazetteer.polity("us")).isEmpty();
    assertThat(gazetteer.body("who")).isEmpty();
    assertThat(gazetteer.body("WHO")).isPresent();
  }

  @Test
  void kyivIsKyiv() {
    assertThat(gazetteer.named("Kiev")).extracting(Entry::label).contains("Kyiv");
  }
}
