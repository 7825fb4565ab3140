package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures by hand: fractions as they follow from the definitions of the papers named there. */
class EventFiguresTest {
  /** Letters at the same place are one account: its event by the key, and by the response. */
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # key         | response     | B3 P    | B3 R    | MUC P | MUC R | CEAF P  | CEAF R
          aaaaabbccccc  | aaaaabbbbbbb | 0.76190 | 1       | 0.9   | 1     | 0.91667 | 0.61111
          aaaaabbccccc  | aaaaabbaaaaa | 0.58333 | 1       | 0.9   | 1     | 0.83333 | 0.55556
          aaabb         | aaabb        | 1       | 1       | 1     | 1     | 1       | 1
          abc           | abc          | 1       | 1       | 1     | 1     | 1       | 1
          aaaa          | abcd         | 1       | 0.25    | 0     | 0     | 0.1     | 0.4
          abcd          | aaaa         | 0.25    | 1       | 0     | 0     | 0.4     | 0.1
          aabb          | abab         | 0.5     | 0.5     | 0     | 0     | 0.5     | 0.5
          """)
  void partitionsAreCompared(
      String key,
      String response,
      double bCubedP,
      double bCubedR,
      double mucP,
      double mucR,
      double ceafP,
      double ceafR) {
    List<GoldDocument> gold = new ArrayList<>();
    Map<String, List<ScoredMeeting>> system = new LinkedHashMap<>();
    for (int i = 0; i < key.length(); i++) {
      gold.add(new GoldDocument("d" + i, List.of(meeting(key.substring(i, i + 1)))));
      system.put("d" + i, List.of(meeting(response.substring(i, i + 1))));
    }
    EventFigures figures = EventFigures.of(gold, system);
    assertThat(figures.read()).isEqualTo(key.length());
    assertThat(figures.bCubed().precision()).isCloseTo(bCubedP, within(1e-4));
    assertThat(figures.bCubed().recall()).isCloseTo(bCubedR, within(1e-4));
    assertThat(figures.muc().precision()).isCloseTo(mucP, within(1e-4));
    assertThat(figures.muc().recall()).isCloseTo(mucR, within(1e-4));
    assertThat(figures.ceaf().precision()).isCloseTo(ceafP, within(1e-4));
    assertThat(figures.ceaf().recall()).isCloseTo(ceafR, within(1e-4));
    assertThat(figures.conll())
        .isCloseTo(
            (figures.bCubed().f1() + figures.muc().f1() + figures.ceaf().f1()) / 3, within(1e-9));
  }

  @Test
  void accountsWithoutAnEventAndThoseNotReadAreLeftOut() {
    List<GoldDocument> gold =
        List.of(
            new GoldDocument("one", List.of(meeting("a"), meeting(""))),
            new GoldDocument("two", List.of(meeting("a"))),
            new GoldDocument("three", List.of(meeting("a"))));
    EventFigures figures =
        EventFigures.of(
            gold, Map.of("one", List.of(meeting("x"), meeting("y")), "two", List.of(meeting("x"))));
    assertThat(figures.accounts()).isEqualTo(3);
    assertThat(figures.read()).isEqualTo(2);
    assertThat(figures.systemEvents()).isEqualTo(1);
    assertThat(figures.wrong()).isEmpty();
  }

  @Test
  void whatWasPartedAndJoinedIsTold() {
    List<GoldDocument> gold =
        List.of(
            new GoldDocument("one", List.of(meeting("a"))),
            new GoldDocument("two", List.of(meeting("a"))),
            new GoldDocument("three", List.of(meeting("b"))));
    EventFigures figures =
        EventFigures.of(
            gold,
            Map.of(
                "one", List.of(meeting("x")),
                "two", List.of(meeting("y")),
                "three", List.of(meeting("y"))));
    assertThat(figures.wrong()).contains("parted   a", "joined   a, b");
    assertThat(figures.wrong()).anyMatch(line -> line.contains("three: meeting/held"));
  }

  private static ScoredMeeting meeting(String event) {
    return new ScoredMeeting(
        "meeting",
        "held",
        List.of(
            new ScoredAgent("Ann Lee", List.of(), ""), new ScoredAgent("Bo Ray", List.of(), "")),
        List.of(),
        List.of(),
        "",
        "",
        1,
        List.of(),
        event);
  }
}
