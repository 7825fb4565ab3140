package org.entente.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.annotation.TimeExpression;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TimeTaggerTest {
  @TestFactory
  Stream<DynamicTest> readsEveryCase() throws IOException {
    try (InputStream in = TimeTaggerTest.class.getResourceAsStream("cases.tsv")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      return lines.stream()
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  dynamicTest(
                      cells[0] + " " + cells[1],
                      () -> {
                        String found =
                            TimeRulesTest.tag(cells[1], cells[0]).stream()
                                .map(
                                    time ->
                                        time.span().of(cells[1])
                                            + " = "
                                            + TimeRulesTest.result(time))
                                .collect(Collectors.joining(" ; "));
                        assertThat(found.isEmpty() ? "-" : found).isEqualTo(cells[2]);
                      }));
    }
  }

  @Test
  void rangesPointToTheTokensOfTheSpan() {
    String text = "They met. They met again on June 16, 2021, for nearly three hours.";
    List<TimeExpression> times = TimeRulesTest.tag(text, "2025-08-13");
    assertThat(times)
        .extracting(time -> time.range().sentence(), time -> time.range().begin())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 4), org.assertj.core.groups.Tuple.tuple(1, 10));
    assertThat(times.get(1).span().of(text)).isEqualTo("nearly three hours");
  }
}
