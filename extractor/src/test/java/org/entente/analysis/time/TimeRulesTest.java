package org.entente.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.analysis.text.TextAnalyzer;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example of {@code time-rules.txt}. */
class TimeRulesTest {
  static final TextAnalyzer TEXT = TextAnalyzer.load();
  static final TimeTagger TAGGER = TimeTagger.load();

  @TestFactory
  Stream<DynamicTest> everyExampleIsRead() {
    List<DynamicTest> tests = new ArrayList<>();
    for (TimeRule rule : TAGGER.rules().rules()) {
      for (TimeRule.Example example : rule.examples()) {
        tests.add(
            dynamicTest(
                rule.id() + ": " + example.text(),
                () -> {
                  List<TimeExpression> found = tag(example.text(), example.published());
                  if (example.words().equals("-")) {
                    assertThat(found).isEmpty();
                    assertThat(TAGGER.matches(rule, sentences(example.text()))).isTrue();
                    return;
                  }
                  TimeExpression last = found.get(found.size() - 1);
                  assertThat(last.span().of(example.text())).isEqualTo(example.words());
                  assertThat(result(last)).isEqualTo(example.expected());
                  assertThat(last.rule()).isEqualTo(rule.id());
                }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> noCounterexampleMatches() {
    return TAGGER.rules().rules().stream()
        .flatMap(
            rule ->
                rule.counterexamples().stream()
                    .map(
                        text ->
                            dynamicTest(
                                rule.id() + ": " + text,
                                () ->
                                    assertThat(TAGGER.matches(rule, sentences(text))).isFalse())));
  }

  @Test
  void everyRuleHasBothKindsOfExample() {
    assertThat(TAGGER.rules().rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.examples()).as(rule.id()).isNotEmpty();
              assertThat(rule.counterexamples()).as(rule.id()).isNotEmpty();
            });
  }

  static List<Sentence> sentences(String text) {
    Block block = new Block(new Span(0, text.length()), BlockKind.PARAGRAPH);
    return TEXT.analyze(new Document("t", text, List.of(block), Optional.empty(), "", "", "", "t"));
  }

  static List<TimeExpression> tag(String text, String published) {
    return TAGGER.tag(
        sentences(text),
        published.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(published)));
  }

  /** Writes an expression's meaning as the data files do. */
  static String result(TimeExpression expression) {
    if (expression.duration().isPresent()) {
      long hours = expression.duration().get().toHours();
      boolean days = hours >= 24 && expression.duration().get().toMinutes() % (24 * 60) == 0;
      return days ? "P" + hours / 24 + "D" : expression.duration().get().toString();
    }
    if (expression.bounds().isEmpty()) {
      return "-";
    }
    DateBounds bounds = expression.bounds().get();
    return bounds.earliest().equals(bounds.latest())
        ? bounds.earliest().toString()
        : bounds.earliest() + ".." + bounds.latest();
  }
}
