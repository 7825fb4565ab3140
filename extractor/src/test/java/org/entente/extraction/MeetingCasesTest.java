package org.entente.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.entente.evaluate.Counts;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.GoldReader;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.ScoredMeeting;
import org.entente.evaluate.Scores;
import org.entente.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every document under {@code cases/PHENOMENON/*.txt} gives exactly the meetings annotated below
 * it: participants, absentees, kind, status, place and date.
 */
class MeetingCasesTest {
  private static final Path CASES = Path.of("src/test/resources/org/entente/extraction/cases");
  private static Extractor extractor;

  @BeforeAll
  static void load() {
    extractor = Extractor.load(Gazetteer.load(), ExtractionSettings.PATTERNS);
  }

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (GoldDocument gold : new GoldReader().read(file)) {
          cases.add(Arguments.of(CASES.relativize(file).toString(), gold.id(), gold));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void documentGivesItsMeetings(String file, String id, GoldDocument gold) {
    List<Report> reports = extractor.extract(document(gold)).reports();
    List<ScoredMeeting> read = reports.stream().map(ScoredMeeting::of).toList();
    Scores scores = MeetingScorer.score(List.of(gold), Map.of(gold.id(), read));
    assertThat(List.of(scores.detect(), scores.people(), scores.strict(), scores.absent()))
        .as("%s%n%s", gold.text().orElseThrow(), scores.errors())
        .allMatch(MeetingCasesTest::complete);
    assertThat(List.of(scores.status(), scores.kind(), scores.place(), scores.date()))
        .as("%s%n%s", gold.text().orElseThrow(), scores.errors())
        .allMatch(a -> a.right() == a.total());
  }

  private static boolean complete(Counts counts) {
    return counts.falsePositives() == 0 && counts.falseNegatives() == 0;
  }

  static Document document(GoldDocument gold) {
    String text = gold.text().orElseThrow();
    List<Block> blocks = new ArrayList<>();
    int begin = 0;
    for (String paragraph : text.split("\n\n")) {
      blocks.add(new Block(new Span(begin, begin + paragraph.length()), BlockKind.PARAGRAPH));
      begin += paragraph.length() + 2;
    }
    return new Document(
        gold.id(), text, blocks, gold.published().map(LocalDate::parse), "", "", "", gold.id());
  }
}
