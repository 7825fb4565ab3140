package org.entente.analysis.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the shipped data for consistency and the look-ups on them. */
class GazetteerTest {
  private static Gazetteer gazetteer;

  @BeforeAll
  static void load() {
    gazetteer = Gazetteer.load();
  }

  private static List<String[]> rows(String file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream raw = Gazetteer.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                    StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        if (!line.startsWith("#") && !line.startsWith("qid\t") && !line.startsWith("name\t")) {
          rows.add(line.split("\t", -1));
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "people.tsv.gz, 6",
    "places.tsv.gz, 9",
    "organizations.tsv.gz, 4",
    "polities.tsv, 11",
    "bodies.tsv, 5"
  })
  void rowsAreWhole(String file, int columns) throws IOException {
    Set<String> ids = new HashSet<>();
    for (String[] row : rows(file)) {
      assertThat(row).as(String.join("|", row)).hasSize(columns);
      assertThat(row[1]).isNotBlank();
      assertThat(row[0]).matches("(Q[1-9][0-9]*)?");
      if (!row[0].isEmpty()) {
        assertThat(ids.add(row[0])).as("second entry with " + row[0]).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"people.tsv.gz", "places.tsv.gz"})
  void noAliasIsOnlyAPolityDemonymOrCode(String file) throws IOException {
    for (String[] row : rows(file)) {
      for (String alias : row[2].split("\\|")) {
        if (alias.isEmpty()) {
          continue;
        }
        String about = row[0] + " " + row[1] + ": " + alias;
        assertThat(gazetteer.polity(alias)).as(about).isEmpty();
        assertThat(gazetteer.polityOfPeople(alias)).as(about).isEmpty();
        assertThat(alias).as(about).matches(".*\\p{Ll}.*");
      }
    }
  }

  @Test
  void coordinatesAreOnEarth() throws IOException {
    for (String[] row : rows("places.tsv.gz")) {
      assertOnEarth(row[6], row[7]);
    }
    for (String[] row : rows("polities.tsv")) {
      assertOnEarth(row[9], row[10]);
    }
    for (String[] row : rows("seats.tsv")) {
      assertOnEarth(row[3], row[4]);
    }
  }

  private static void assertOnEarth(String latitude, String longitude) {
    assertThat(latitude.isEmpty()).isEqualTo(longitude.isEmpty());
    if (!latitude.isEmpty()) {
      assertThat(Double.parseDouble(latitude)).isBetween(-90.0, 90.0);
      assertThat(Double.parseDouble(longitude)).isBetween(-180.0, 180.0);
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
  void seatsStandForSomethingKnown() throws IOException {
    for (String[] row : rows("seats.tsv")) {
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
