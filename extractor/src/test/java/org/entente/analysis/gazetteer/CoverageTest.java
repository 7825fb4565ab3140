package org.entente.analysis.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many of the people of {@code names-since-1945.tsv} the gazetteer holds, and that it knows the
 * bodies of {@code bodies-since-1945.tsv}.
 */
class CoverageTest {
  /** Floors below what was reached, so that no change of the data loses people unseen. */
  private static final int WITH_IDENTIFIER = 781;

  private static final int KNOWN = 803;

  @Test
  void holdsThePeopleOfDiplomacy() {
    Gazetteer gazetteer = Gazetteer.load();
    List<String[]> people = GazetteerFiles.rows("names-since-1945.tsv", 3);
    int known = 0;
    int identified = 0;
    Map<String, String> identifiers = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    for (String[] person : people) {
      List<Entry> found =
          gazetteer.named(person[0]).stream()
              .filter(entry -> entry.kind() == EntryKind.PERSON)
              .filter(entry -> entry.country().isEmpty() || stands(entry, person[1]))
              .toList();
      known += found.isEmpty() ? 0 : 1;
      List<String> ids =
          found.stream().map(Entry::qid).filter(qid -> !qid.isEmpty()).distinct().toList();
      identified += ids.isEmpty() ? 0 : 1;
      for (String qid : ids) {
        String other = identifiers.put(qid, person[0]);
        if (other != null) {
          twice.add(qid + " " + other + ", " + person[0]);
        }
      }
    }
    assertThat(people).hasSizeGreaterThan(800);
    assertThat(twice).isEmpty();
    assertThat(known).isGreaterThanOrEqualTo(KNOWN);
    assertThat(identified).isGreaterThanOrEqualTo(WITH_IDENTIFIER);
  }

  @Test
  void knowsTheBodiesOfDiplomacy() {
    Gazetteer gazetteer = Gazetteer.load();
    List<String> names =
        GazetteerFiles.rows("bodies-since-1945.tsv", 1).stream().map(row -> row[0]).toList();
    assertThat(names).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> gazetteer.body(name).isPresent());
  }

  @Test
  void keepsTheIdentifiersThatWereCheckedByHand() {
    Gazetteer gazetteer = Gazetteer.load();
    List<String[]> rows = GazetteerFiles.rows("hand-checked.tsv", 6);
    assertThat(rows).hasSize(100);
    for (String[] row : rows) {
      assertThat(row[5]).as(row[0]).matches("right|nothing against it|namesake: .+");
      assertThat(gazetteer.named(row[0])).as(row[0]).extracting(Entry::qid).contains(row[3]);
    }
  }

  private static boolean stands(Entry entry, String state) {
    return state.isEmpty()
        || entry.country().equals(state)
        || entry.offices().stream().anyMatch(term -> term.polity().equals(state));
  }
}
