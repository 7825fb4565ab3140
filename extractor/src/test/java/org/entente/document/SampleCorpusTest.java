package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample corpus is read as its gold file has it: text, date, and nothing of the furniture. */
class SampleCorpusTest {
  private static final Path SAMPLE = Path.of("src/main/resources/org/entente/sample");
  private static final Path GOLD =
      Path.of("src/test/resources/org/entente/sample/sample.gold.jsonl");
  private static final Pattern FURNITURE =
      Pattern.compile("cookies|newsletter|Privacy|Related stories|Example Pictures|dataLayer");

  private static final Map<String, Document> READ = new LinkedHashMap<>();
  private static final List<Problem> PROBLEMS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    new DocumentReader(ReaderSettings.defaults())
        .read(
            List.of(SAMPLE.resolve("corpus")),
            Optional.empty(),
            new DocumentSink() {
              @Override
              public void document(Document document) {
                READ.put(document.id(), document);
              }

              @Override
              public void problem(Problem problem) {
                PROBLEMS.add(problem);
              }
            });
  }

  static Stream<JsonNode> gold() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> documents = new ArrayList<>();
    for (String line : Files.readAllLines(GOLD)) {
      documents.add(mapper.readTree(line));
    }
    return documents.stream();
  }

  @Test
  void everyDocumentIsReadAndHasGold() throws IOException {
    assertThat(PROBLEMS).isEmpty();
    assertThat(READ.keySet())
        .containsExactlyInAnyOrderElementsOf(gold().map(d -> d.get("id").asText()).toList());
  }

  @Test
  void theIndexListsEveryFile() throws IOException {
    List<String> listed =
        Files.readAllLines(SAMPLE.resolve("corpus.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    try (Stream<Path> files = Files.list(SAMPLE.resolve("corpus"))) {
      assertThat(listed)
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("gold")
  void textAndDateAreThoseOfTheGold(JsonNode gold) {
    Document document = READ.get(gold.get("id").asText());
    assertThat(document.published())
        .hasToString("Optional[" + gold.get("published").asText() + "]");
    assertThat(document.title()).isNotEmpty();
    StringBuilder story = new StringBuilder();
    for (Block block : document.blocks()) {
      if (block.kind() == BlockKind.PARAGRAPH) {
        story.append(document.text(), block.span().begin(), block.span().end()).append(' ');
      }
    }
    assertThat(plain(story.toString())).isEqualTo(plain(gold.get("text").asText()));
  }

  @ParameterizedTest
  @MethodSource("gold")
  void furnitureIsNotRead(JsonNode gold) {
    Document document = READ.get(gold.get("id").asText());
    for (Block block : document.blocks()) {
      if (block.kind() == BlockKind.FURNITURE) {
        continue;
      }
      assertThat(document.text().substring(block.span().begin(), block.span().end()))
          .doesNotContainPattern(FURNITURE);
    }
  }

  private static String plain(String text) {
    return text.replace('\u2019', '\'')
        .replaceAll("[\u201C\u201D]", "\"")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
