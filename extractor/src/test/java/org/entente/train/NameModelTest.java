package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.entente.analysis.name.NameTagger;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;

/** Pins the shipped model: these bytes, and at least this quality on the project's test split. */
class NameModelTest {
  private static final String SHA256 =
      "9ebe3ee73f13ceecb2771993d1c9e15cf8c42343f43aec24ede8b64034a17edd";

  @Test
  void isTheModelOfTheCard() throws IOException {
    try (InputStream model = NameTagger.class.getResourceAsStream(NameTagger.MODEL);
        InputStream card =
            NameTagger.class.getResourceAsStream(NameTagger.MODEL.replace(".bin.gz", ".md"))) {
      assertThat(Iris.hash(model.readAllBytes())).isEqualTo(SHA256);
      assertThat(new String(card.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains(SHA256);
    }
  }

  @Test
  void theCardHasTheComparison() throws IOException {
    try (InputStream comparison = ModelCard.class.getResourceAsStream("name-comparison.md");
        InputStream card =
            NameTagger.class.getResourceAsStream(NameTagger.MODEL.replace(".bin.gz", ".md"))) {
      assertThat(new String(card.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains(new String(comparison.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsTheTestSplitAsWellAsMeasured() throws IOException {
    NameFigures figures =
        NameEvaluation.measure("own", NameTagger.load(), AnnotatedText.ownTesting());

    assertThat(figures.all().annotated()).isGreaterThan(900);
    assertThat(figures.all().f1()).isGreaterThan(0.87);
    assertThat(figures.person().f1()).isGreaterThan(0.91);
    assertThat(figures.organization().f1()).isGreaterThan(0.78);
    assertThat(figures.place().f1()).isGreaterThan(0.89);
  }
}
