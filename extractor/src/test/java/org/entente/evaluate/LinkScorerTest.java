package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.analysis.Annotator;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of links, counted by hand. */
class LinkScorerTest {
  private static final String TEXT = "Angela Merkel flew to Geneva and met Arlo Quibbington.";

  @TempDir private Path folder;

  private Path file(String labels) throws IOException {
    return Files.writeString(
        folder.resolve("texts.jsonl"),
        "{\"id\": 1, \"text\": \"" + TEXT + "\", \"labels\": [" + labels + "]}\n");
  }

  private static String label(String name, String id) {
    return label(name, id, "Q215627");
  }

  private static String label(String name, String id, String types) {
    int begin = TEXT.indexOf(name);
    return "{\"span\": [%d, %d], \"entity_id\": \"%s\", \"name\": \"%s\", \"type\": \"%s\"}"
        .formatted(begin, begin + name.length(), id, name, types);
  }

  private static LinkFigures score(LinkedText gold, Gazetteer gazetteer) {
    Document document =
        new Document(
            gold.id(),
            gold.text(),
            List.of(new Block(new Span(0, gold.text().length()), BlockKind.PARAGRAPH)),
            Optional.empty(),
            "",
            "",
            "",
            "");
    return new LinkScorer(gazetteer::holds, Annotator.load(gazetteer)::annotate)
        .score(gold, document);
  }

  @Test
  void rightWrongUnknownAndMissedLinksAreCounted() throws IOException {
    List<String> labels = new ArrayList<>();
    labels.add(label("Angela Merkel", "Q567"));
    labels.add(label("Geneva", "Q90"));
    labels.add(label("Arlo Quibbington", "Q999999999"));
    List<LinkedText> texts = new LinkedTextReader().read(file(String.join(", ", labels)));
    LinkFigures figures = score(texts.get(0), Gazetteer.load());
    assertThat(figures.held()).isEqualTo(new Accuracy(2, 3));
    assertThat(figures.right()).isEqualTo(new Accuracy(1, 2));
    assertThat(figures.wrong()).isEqualTo(new Accuracy(1, 2));
    assertThat(figures.unknown()).isEqualTo(new Accuracy(0, 1));
    assertThat(figures.endToEnd()).isEqualTo(new Counts(1, 1, 2));
  }

  @Test
  void occupationsAndEventsAreNoPeopleAndBodies() throws IOException {
    List<String> labels = new ArrayList<>();
    labels.add(label("Angela Merkel", "Q567"));
    labels.add(label("Geneva", "Q90", "Q12737077|Q215627|Q4164871"));
    labels.add(label("Arlo Quibbington", "Q999999999", "Q1656682|Q43229"));
    LinkFigures figures =
        score(
            new LinkedTextReader().read(file(String.join(", ", labels))).get(0), Gazetteer.load());
    assertThat(figures.held()).isEqualTo(new Accuracy(1, 1));
    assertThat(figures.unknown()).isEqualTo(new Accuracy(0, 0));
  }

  @Test
  void offsetsAreCodePoints() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            "{\"id\": 1, \"text\": \"\\ud83d\\udd4a Oslo\", \"labels\": [{\"span\": [2, 6],"
                + " \"entity_id\": \"Q585\"}]}");
    LinkedText text = new LinkedTextReader().read(file).get(0);
    assertThat(text.links().get(0).span().of(text.text())).isEqualTo("Oslo");
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.jsonl"), "{\"labels\": []}\n");
    assertThatThrownBy(() -> new LinkedTextReader().read(file))
        .isInstanceOf(GoldFormatException.class)
        .hasMessageContaining("broken.jsonl:1");
  }
}
