package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the notation for annotating by hand reads, and where it refuses a line. */
class MeetingNotationTest {
  private static final String HEAD = "## wire 1994-03-08 oslo";
  private static final String TEXT = "A met B in Oslo on Monday.";

  private static List<GoldDocument> read(String... lines) throws IOException {
    return MeetingNotation.read(
        new BufferedReader(new StringReader(String.join("\n", lines))), "file.txt");
  }

  @Test
  void readsEveryField() throws IOException {
    List<GoldDocument> documents =
        read(
            "# a comment",
            HEAD,
            TEXT,
            "= visit planned | who: host country Norway; guest A | absent: B | where: Oslo; Norway"
                + " | when: 1994-03-07..1994-03-09 \"this week\" | topics: fish | evidence: 1",
            "",
            "## radio 1994-03-09 none",
            "Nobody met anybody.");

    assertThat(documents).extracting(GoldDocument::id).containsExactly("oslo", "none");
    ScoredMeeting meeting = documents.get(0).meetings().get(0);
    assertThat(meeting.describe())
        .isEqualTo("visit/planned [Norway; A] @Oslo/Norway 1994-03-07..1994-03-09");
    assertThat(meeting.absent()).extracting(ScoredAgent::name).containsExactly("B");
    assertThat(meeting.evidence()).containsExactly(1);
    assertThat(documents.get(1).meetings()).isEmpty();
  }

  static Stream<Arguments> malformed() throws IOException {
    try (InputStream stream = MeetingNotationTest.class.getResourceAsStream("malformed.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> !l.startsWith("# "))
              .skip(1)
              .map(l -> Arguments.of((Object[]) l.split("\t")))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesTheLineByItsNumber(String line, String message) {
    boolean head = line.startsWith("##");
    assertThatThrownBy(
            () -> read(head ? line : HEAD, TEXT, head ? "= meeting held | who: A" : line))
        .isInstanceOf(GoldFormatException.class)
        .hasMessageStartingWith("file.txt:" + (head ? 1 : 3) + ": ")
        .hasMessageContaining(message);
  }
}
