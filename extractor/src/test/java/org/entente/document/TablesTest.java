package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads tables and records whose columns are named in many ways, sound and not. */
class TablesTest {
  private static final String TABLE =
      """
      Id,Headline,Publication Date,Body,Newspaper
      n1,"Talks, again",2020-05-06,"Oro Vale met Ina Brook.

      They had ""lunch"" in Oslo.",Example Wire
      n2,A call,2020-05-07,Ina Brook telephoned Oro Vale.,Example Herald
      """;

  @TempDir Path directory;

  private final Collected collected = new Collected();
  private final List<Document> documents = collected.documents;
  private final List<Problem> problems = collected.problems;

  @ParameterizedTest
  @CsvSource({"t.csv, ','", "t.tsv, '\t'", "t.csv, ;", "t.psv, |"})
  void knowsColumnsByTheirNames(String name, String separator) throws IOException {
    read(name, TABLE.replace("\"Talks, again\"", "\"Talks; again\"").replace(",", separator), "");
    assertThat(problems).isEmpty();
    assertThat(documents).extracting(Document::id).containsExactly("n1", "n2");
    Document first = documents.get(0);
    assertThat(first.text()).isEqualTo("Oro Vale met Ina Brook.\n\nThey had \"lunch\" in Oslo.");
    assertThat(first.title()).isEqualTo("Talks; again");
    assertThat(first.published()).contains(LocalDate.of(2020, 5, 6));
    assertThat(first.publisher()).isEqualTo("Example Wire");
    assertThat(documents.get(1).origin()).endsWith(":5");
  }

  @Test
  void takesTheColumnsThatAreNamed() throws IOException {
    read(
        "t.csv",
        "code,lead,rest,day\n7,Oro Vale met Ina Brook.,They had lunch.,6 May 2020\n",
        "text=lead+rest,published=day,id=Code");
    assertThat(problems).isEmpty();
    assertThat(documents.get(0).id()).isEqualTo("7");
    assertThat(documents.get(0).text()).isEqualTo("Oro Vale met Ina Brook.\n\nThey had lunch.");
    assertThat(documents.get(0).published()).contains(LocalDate.of(2020, 5, 6));
  }

  @Test
  void takesTheFieldsOfJsonThatAreNamed() throws IOException {
    read(
        "t.jsonl",
        "{\"story\": {\"words\": \"Oro Vale met Ina Brook.\"}, \"when\": 1588723200, \"key\": {\"a\":"
            + " 1}}\n{\"when\": 5}\n",
        "text=story.words,published=when");
    assertThat(documents.get(0).text()).isEqualTo("Oro Vale met Ina Brook.");
    assertThat(documents.get(0).published()).contains(LocalDate.of(2020, 5, 6));
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.origin()).endsWith("t.jsonl:2");
              assertThat(problem.message()).contains("has no field \"story.words\"");
              assertThat(problem.advice()).contains("when");
            });
  }

  @Test
  void readsATableFromStandardInputWhoseColumnsAreNamed() {
    new DocumentReader(settings("text=said"))
        .read(
            List.of(),
            Optional.of(
                new ByteArrayInputStream(
                    "no,said\n1,Oro Vale met Ina Brook.\n".getBytes(StandardCharsets.UTF_8))),
            collected);
    assertThat(documents).extracting(Document::text).containsExactly("Oro Vale met Ina Brook.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void readsTheUsualEncodings(String charset) throws IOException {
    Path file = directory.resolve("t.csv");
    Files.write(
        file, "text\nJosé Muñoz met Zoë Brontë in Zürich.\n".getBytes(Charset.forName(charset)));
    new DocumentReader(settings("")).read(List.of(file), Optional.empty(), collected);
    assertThat(documents)
        .extracting(Document::text)
        .containsExactly("José Muñoz met Zoë Brontë in Zürich.");
  }

  @Test
  void keepsTheFieldsOfARecordBeforeItsText() throws IOException {
    read(
        "journeys.csv",
        """
        Traveler,City,Country,From,To,Remarks
        Oro Vale,Oslo,Norway,2020-05-06,2020-05-08,Official visit; met with Prime Minister Brook.
        Oro Vale,,Norway,7 June 2020,,Attended a summit.
        """,
        "place=City+Country");
    assertThat(problems).isEmpty();
    Document first = documents.get(0);
    RecordContext context = first.context().orElseThrow();
    assertThat(first.text())
        .isEqualTo(
            "Oro Vale\nOslo, Norway\n2020-05-06 to 2020-05-08\n\n"
                + "Official visit; met with Prime Minister Brook.");
    assertThat(context.subject()).isEqualTo("Oro Vale");
    assertThat(context.place()).isEqualTo("Oslo, Norway");
    assertThat(context.first()).contains(LocalDate.of(2020, 5, 6));
    assertThat(context.last()).contains(LocalDate.of(2020, 5, 8));
    assertThat(first.text().substring(context.begin())).startsWith("Official visit");
    assertThat(first.published()).contains(LocalDate.of(2020, 5, 8));
    RecordContext second = documents.get(1).context().orElseThrow();
    assertThat(second.place()).isEqualTo("Norway");
    assertThat(second.last()).contains(LocalDate.of(2020, 6, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'a,b\\n1,2\\n' # # none of its columns is known to hold texts # a, b",
        "'a,b\\n1,2\\n' # text=c # has no column \"c\" # a, b",
        "'text,id\\nx,1,2\\n' # # has 3 fields where the table has 2 # quotation",
        "'text\\n\"not closed\\nand on\\n' # # ends within quotation marks # get it again",
        "'text,id\\n ,1\\n' # # has a blank text # field",
        "'text\\n' # # is a table without rows # ''",
      })
  void tellsWhatIsWrong(String text, String columns, String message, String advice)
      throws IOException {
    read("t.csv", text.replace("\\n", "\n"), columns == null ? "" : columns);
    assertThat(documents).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.advice()).contains(advice);
              assertThat(problem.severity()).isEqualTo(Severity.REFUSED);
            });
  }

  @Test
  void goesOnAfterARowThatIsWrong() throws IOException {
    read("t.csv", "text,id\na,b,c\nOro Vale met Ina Brook.,2\n", "");
    assertThat(documents).extracting(Document::id).containsExactly("2");
    assertThat(problems).extracting(Problem::origin).allMatch(origin -> origin.endsWith(":2"));
  }

  @Test
  void endsWhereARowDoesNot() throws IOException {
    read("t.csv", "text\nOne met Two.\n\"" + "and on and on\n".repeat(600_000), "");
    assertThat(documents).hasSize(1);
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("a quotation mark that is not closed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "body=text", "text=a,text=b", "text=", "=a", ""})
  void refusesColumnsThatAreNone(String written) {
    assertThatThrownBy(() -> Columns.parse(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void livesThroughDamage() throws IOException {
    byte[] sound = TABLE.repeat(3).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = sound.clone();
      for (int k = 0; k < 1 + random.nextInt(8); k++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) "\",\n\r\0\t;x\u00e9".charAt(random.nextInt(9));
      }
      Path file = directory.resolve("damaged.csv");
      Files.write(file, java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length)));
      int before = documents.size() + problems.size();
      new DocumentReader(settings("")).read(List.of(file), Optional.empty(), collected);
      assertThat(documents.size() + problems.size()).isGreaterThan(before);
    }
  }

  private static ReaderSettings settings(String columns) {
    ReaderSettings usual = ReaderSettings.defaults();
    return new ReaderSettings(
        usual.published(),
        usual.maxDocumentBytes(),
        columns.isEmpty() ? Columns.usual() : Columns.parse(columns));
  }

  private void read(String name, String text, String columns) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    new DocumentReader(settings(columns)).read(List.of(file), Optional.empty(), collected);
  }
}
