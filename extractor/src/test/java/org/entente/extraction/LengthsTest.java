package org.entente.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.entente.report.Report;
import org.entente.report.ReportedDuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How long a meeting lasted, in the words of the text. */
class LengthsTest {
  private static Extractor extractor;

  @BeforeAll
  static void load() {
    extractor = Extractor.load(Gazetteer.load(), ExtractionSettings.PATTERNS);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "lengths.tsv", delimiter = '\t')
  void length(String text, String words) {
    Document document =
        new Document(
            "d",
            text,
            List.of(new Block(new Span(0, text.length()), BlockKind.PARAGRAPH)),
            Optional.empty(),
            "",
            "",
            "",
            "d");
    List<Report> reports = extractor.extract(document).reports();
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).duration().map(ReportedDuration::text))
        .isEqualTo(Optional.ofNullable(words));
  }
}
