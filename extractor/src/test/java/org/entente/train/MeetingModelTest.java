package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.Annotator;
import org.entente.evaluate.GoldDocument;
import org.entente.evaluate.MeetingScorer;
import org.entente.evaluate.ScoredMeeting;
import org.entente.evaluate.Scores;
import org.entente.extraction.ExtractionSettings;
import org.entente.extraction.MeetingExtractor;
import org.entente.extraction.MeetingModels;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;

/**
 * Pins the shipped models: these bytes, and more pairs than the patterns alone, at no cost in whole
 * records.
 */
class MeetingModelTest {
  private static final String SHA256 =
      "eba84b0178e40e8bd7ab29c5c19a850b1791f9256a0a4d203762f43e4e2dc7d7";
  private static final Path HELD_OUT = Path.of("training/meetings/meetings-stories-c.txt");

  /** Every how many stories of the file are read. */
  private static final int STEP = 2;

  @Test
  void areTheModelsOfTheCard() throws IOException {
    try (InputStream models = MeetingModels.class.getResourceAsStream(MeetingModels.FILE);
        InputStream card =
            MeetingModels.class.getResourceAsStream(MeetingModels.FILE.replace(".bin.gz", ".md"))) {
      assertThat(Iris.hash(models.readAllBytes())).isEqualTo(SHA256);
      assertThat(new String(card.readAllBytes(), StandardCharsets.UTF_8)).contains(SHA256);
    }
  }

  @Test
  void findMoreThanThePatternsAlone() throws IOException {
    List<AnnotatedMeetings.Pair> all = AnnotatedMeetings.read(List.of(HELD_OUT), Annotator.load());
    List<AnnotatedMeetings.Pair> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += STEP) {
      some.add(all.get(i));
    }
    Scores models = scores(some, ExtractionSettings.DEFAULTS);
    Scores patterns = scores(some, ExtractionSettings.PATTERNS);

    assertThat(models.goldMeetings()).isGreaterThan(50);
    assertThat(models.detect().f1()).isGreaterThan(0.6);
    assertThat(models.pairs().f1()).isGreaterThan(patterns.pairs().f1());
    assertThat(models.strict().f1()).isGreaterThanOrEqualTo(patterns.strict().f1());
  }

  private static Scores scores(List<AnnotatedMeetings.Pair> pairs, ExtractionSettings settings) {
    MeetingExtractor extractor = MeetingExtractor.load(settings);
    Map<String, List<ScoredMeeting>> system = new HashMap<>();
    for (AnnotatedMeetings.Pair pair : pairs) {
      system.put(
          pair.gold().id(),
          extractor.extract(pair.annotated()).stream().map(ScoredMeeting::of).toList());
    }
    List<GoldDocument> gold = pairs.stream().map(AnnotatedMeetings.Pair::gold).toList();
    return MeetingScorer.score(gold, system);
  }
}
