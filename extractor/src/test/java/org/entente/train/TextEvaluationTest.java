package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences and tokens measured on a small document in the form of the corpus. */
class TextEvaluationTest {
  private static final String DOCUMENT =
      """
      # newdoc id = GUM_news_nasa
      # newpar
      # text = The U.S.-led talks won't begin at 10am. Hale left.
      1\tThe\t_\tDET\t_\t_\t_\t_\t_\t_
      2\tU.S.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      3\t-\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      4\tled\t_\t_\t_\t_\t_\t_\t_\t_
      5\ttalks\t_\tNOUN\t_\t_\t_\t_\t_\t_
      6-7\twon't\t_\t_\t_\t_\t_\t_\t_\t_
      6\two\t_\t_\t_\t_\t_\t_\t_\t_
      7\tn't\t_\t_\t_\t_\t_\t_\t_\t_
      8\tbegin\t_\t_\t_\t_\t_\t_\t_\t_
      8.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_
      9\tat\t_\tVERB\t_\t_\t_\t_\t_\t_
      10\t10\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      11\tam\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      12\t.\t_\t_\t_\t_\t_\t_\t_\t_
      13\tHale\t_\t_\t_\t_\t_\t_\t_\t_
      14\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      15\t.\t_\t_\t_\t_\t_\t_\t_\t_

      # newpar
      # text = A second paragraph
      1\tA\t_\t_\t_\t_\t_\t_\t_\t_
      2\tsecond\t_\t_\t_\t_\t_\t_\t_\t_
      3\tparagraph\t_\t_\t_\t_\t_\t_\t_\t_
      """;

  @TempDir Path data;

  @Test
  void countsSentencesAndTokensByTheirBounds() throws IOException {
    write(DOCUMENT);

    List<TextFigures> figures = TextEvaluation.run(data);

    assertThat(figures)
        .extracting(TextFigures::system)
        .containsExactly("GUM: OpenNLP's stock models", "GUM: rules alone", "GUM: Entente");
    TextFigures entente = figures.get(2);
    assertThat(entente.tokens()).isEqualTo(new Score(16, 16, 16));
    // "at" bears a wrong tag in the document.
    assertThat(entente.tags()).isEqualTo(new Score(2, 3, 3));
    // The document has two sentences in one, of which neither is counted as right.
    assertThat(entente.sentences()).isEqualTo(new Score(1, 3, 2));
    assertThat(figures.get(1).tokens()).isEqualTo(new Score(14, 15, 16));
    assertThat(TextFigures.table(figures))
        .contains("| GUM: Entente | 40.00 | 100.00 | 100.00 | 100.00 | 66.67 |");
  }

  @Test
  void namesATokenThatIsNotInItsSentence() throws IOException {
    write(DOCUMENT.replace("\tbegin\t", "\tstart\t"));

    assertThatThrownBy(() -> TextEvaluation.run(data))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("GUM_news_nasa", "\"start\"");
  }

  @Test
  void setsVoiceOfAmericaNewsAsItWasPrinted() throws IOException {
    Path file = data.resolve("voa/ner_dataset.csv.zip");
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("ner_dataset.csv"));
      zip.write(
          """
          Sentence #,Word,POS,Tag
          Sentence: 1,He,PRP,O
          ,said,VBD,O
          ,",",",",O
          ,\"""\",``,O
          ,It,PRP,O
          ,is,VBZ,O
          ,n't,RB,O
          ,done,VBN,O
          ,.,.,O
          ,\"""\",``,O
          Sentence: 2,Hale,NNP,B-per
          ,left,VBD,O
          ,.,.,O
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    CutText text = VoaText.read(file).get(0);

    assertThat(text.text()).isEqualTo("He said, \"It isn't done.\" Hale left.");
    assertThat(text.sentences()).hasSize(2);
    assertThat(text.tags()).startsWith("PRON", "", "", "", "PRON", "", "ADV", "VERB");
    assertThat(TextEvaluation.run(data))
        .filteredOn(row -> row.system().equals("VOA: Entente"))
        .extracting(TextFigures::tokens)
        .containsExactly(new Score(13, 13, 13));
  }

  @Test
  void saysWhichCorpusIsMissing() {
    assertThatThrownBy(() -> TextEvaluation.run(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ner/gum.tar.gz");
  }

  private void write(String document) throws IOException {
    Path folder = Files.createDirectories(data.resolve("ner/gum"));
    Files.writeString(folder.resolve("GUM_news_nasa.conllu"), document);
  }
}
