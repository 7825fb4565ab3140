package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.entente.extraction.ExtractionSettings;
import org.entente.extraction.Extractor;
import org.entente.extraction.TriggerWords;
import org.entente.report.DocumentReports;
import org.junit.jupiter.api.Test;

class ErrorCountsTest {
  private static final Path FILE =
      Path.of("src/test/resources/org/entente/evaluate/error-counts.txt");

  @Test
  void everyErrorIsCountedByItsKind() throws IOException {
    Extractor extractor = Extractor.load(Gazetteer.load(), ExtractionSettings.PATTERNS);
    List<GoldDocument> gold = new GoldReader().read(FILE);
    ErrorCounts counts =
        ErrorCounts.of(
            gold,
            id ->
                gold.stream()
                    .filter(d -> d.id().equals(id))
                    .findFirst()
                    .flatMap(d -> read(d, extractor)),
            TriggerWords.load()::in);

    assertThat(counts.counts())
        .containsEntry(
            "missed events",
            Map.of(
                "no trigger word in its sentences", 1,
                "no event is read there, though there is a trigger word", 1,
                "an event is read there, but too few of the parties are right", 1,
                "the document was not read in this run", 1))
        .containsEntry(
            "missed events, by status and kind",
            Map.of("held call", 1, "planned meeting", 1, "held meeting", 1, "held visit", 1))
        .containsEntry(
            "invented events",
            Map.of(
                "beside a missed event, with wrong parties",
                1,
                "from a sentence without events",
                1))
        .containsEntry("invented events, by rule", Map.of("meet", 2))
        .containsEntry("parties of assigned events", Map.of("missing country", 1))
        .containsEntry("absentees of assigned events", Map.of("missing", 1))
        .containsEntry("status of assigned events", Map.of("planned read as held", 1))
        .containsEntry("kind of assigned events", Map.of("talks read as meeting", 1))
        .containsEntry("place of assigned events", Map.of("wrong", 1))
        .containsEntry("date of assigned events", Map.of("wrong, other days", 1, "invented", 1))
        .containsEntry(
            "assigned events that one field alone keeps from being right", Map.of("date", 1));
    assertThat(counts.lines()).contains("invented events, by rule", "     2  meet");
    assertThat(String.join(" ", counts.lines())).doesNotContain("Merkel", "Berlin");
  }

  private static Optional<DocumentReports> read(GoldDocument gold, Extractor extractor) {
    if (gold.id().equals("unread")) {
      return Optional.empty();
    }
    String text = gold.text().orElseThrow();
    Document document =
        new Document(
            gold.id(),
            text,
            List.of(new Block(new Span(0, text.length()), BlockKind.PARAGRAPH)),
            gold.published().map(LocalDate::parse),
            "",
            "",
            "",
            gold.id());
    return Optional.of(extractor.extract(document));
  }
}
