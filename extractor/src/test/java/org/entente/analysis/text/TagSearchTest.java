package org.entente.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

/** The tags are those of OpenNLP's own tagger, on all sentences of the annotated training text. */
class TagSearchTest {
  private static final String WORDS = "\\s+|(?=[.,;:!?\"])|(?<=[(\"])";
  private static final Path TEXTS = Path.of("training/meetings");

  @Test
  void tagsAsOpenNlpDoes() throws IOException {
    POSModel model = TextAnalyzer.model("pos", POSModel::new);
    POSTaggerME tagger = new POSTaggerME(model, POSTagFormat.UD);
    TagSearch search = new TagSearch(model);
    int words = 0;
    for (String[] sentence : sentences()) {
      assertThat(search.tag(sentence)).containsExactly(tagger.tag(sentence));
      words += sentence.length;
    }
    assertThat(words).isGreaterThan(100_000);
    assertThat(search.tag(new String[0])).isEmpty();
  }

  private static List<String[]> sentences() throws IOException {
    List<String[]> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            sentences.add(line.strip().split(WORDS));
          }
        }
      }
    }
    return sentences;
  }
}
