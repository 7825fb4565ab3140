package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.name.NameSpan;
import org.entente.analysis.name.NameTagger;
import org.entente.annotation.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole training run on a tiny folder of corpora, and the format of own annotated text. */
class TrainNamesTest {
  @TempDir Path folder;

  @Test
  void trainsOnAFolderAndOnOwnText() throws IOException {
    Path corpus = folder.resolve("data/ner/wikigold/wikigold.conll.txt");
    Files.createDirectories(corpus.getParent());
    Files.writeString(
        corpus, "Zorblax I-PER\nvisited O\nQuuxville I-LOC\n. O\n\n-DOCSTART- O\n\nYes O\n. O\n");
    Path own = folder.resolve("own.txt");
    Files.writeString(own, "The <START:organization> Frobnication League <END> met .\n".repeat(30));
    List<String> lines = new ArrayList<>();

    TrainNames.Result first =
        new TrainNames()
            .run(
                new TrainNamesSettings(
                    folder.resolve("data"), List.of(own), folder.resolve("a"), 5, 2, 1),
                lines::add);
    TrainNames.Result second =
        new TrainNames()
            .run(
                new TrainNamesSettings(
                    folder.resolve("data"), List.of(own), folder.resolve("b"), 5, 2, 1),
                lines::add);

    assertThat(lines).anyMatch(line -> line.startsWith("WikiGold: 2 sentences, 2 names"));
    assertThat(second.model()).hasSameBinaryContentAs(first.model());
    assertThat(first.card())
        .content()
        .contains("| WikiGold | 2 | 2 | CC BY 4.0 |", "Voice of America");
    assertThat(first.figures()).extracting(NameFigures::text).containsExactly("own test split");
    NameTagger tagger;
    try (var stream = Files.newInputStream(first.model())) {
      tagger = NameTagger.read(stream);
    }
    assertThat(tagger.tagForms(List.of(List.of("The", "Frobnication", "League", "met", "."))))
        .extracting(NameSpan::type)
        .containsExactly(EntityType.ORGANIZATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [p Wang Yi] left [l Astana]'s airport.       | Wang Yi left Astana 's airport .           | Wang Yi:PERSON Astana:PLACE
          The “[o U.S. Steel]” men won't go (he said). | The " U.S. Steel " men wo n't go ( he said ) . | U.S. Steel:ORGANIZATION
          On the [l Kochi]-[l Bengaluru] road.         | On the Kochi-Bengaluru road .              | ``
          [p Yoon Suk-yeol], [p J. K. Mwangi] met.     | Yoon Suk-yeol , J. K. Mwangi met .         | Yoon Suk-yeol:PERSON J. K. Mwangi:PERSON
          He wrote "[sic]" twice.                      | He wrote " sic " twice .                   | ``
          """)
  void readsNamesInNaturalText(String line, String tokens, String names) throws IOException {
    TaggedDocument document =
        AnnotatedText.read(new BufferedReader(new StringReader("# c\n" + line)), "my.txt").get(0);

    assertThat(document.forms()).containsExactly(List.of(tokens.split(" ")));
    assertThat(
            document.names().stream()
                .map(
                    name ->
                        String.join(
                                " ",
                                document
                                    .forms()
                                    .get(0)
                                    .subList(name.range().begin(), name.range().end()))
                            + ":"
                            + name.type()))
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split("(?<=PERSON|PLACE|TION) ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [x Smaug] flew                              | cannot read the name at "[x Smaug] flew"
          [p Smaug flew                               | cannot read the name
          [p The [l Shire] folk] flew                 | cannot read the name
          <START:dragon> Smaug <END> flew             | unknown type "dragon"
          <START:person> Smaug flew                   | not closed
          Smaug <END> flew                            | no name before it
          <START:person> A <START:place> B <END>      | inside of a name
          """)
  void namesTheLineThatBreaksTheFormat(String line, String message) {
    assertThatThrownBy(
            () ->
                AnnotatedText.read(new BufferedReader(new StringReader("# c\n" + line)), "my.txt"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("my.txt:2: ")
        .hasMessageContaining(message);
  }
}
