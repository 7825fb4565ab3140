package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of the catalog over the hand-made graph, with the rows that it must answer. */
class QueryCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/entente/query");
  private static final Dataset GRAPH = SampleGraph.load();
  private static final QueryCatalog CATALOG = QueryCatalog.load();

  record Case(String name, String query, Map<String, String> values) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    return Files.readAllLines(FOLDER.resolve("cases.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(QueryCasesTest::read);
  }

  private static Case read(String line) {
    String[] fields = line.split("\\s*\\|\\s*");
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(fields)
        .skip(2)
        .forEach(f -> values.put(f.substring(0, f.indexOf('=')), f.substring(f.indexOf('=') + 1)));
    return new Case(fields[0], fields[1], values);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersTheExpectedRows(Case tested) throws IOException {
    QueryAnswer answer = QueryRunner.over(GRAPH).run(CATALOG.get(tested.query()), tested.values());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultWriter(100, "").write(answer, ResultFormat.CSV, out);
    String actual = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    Path expected = FOLDER.resolve("cases/" + tested.name() + ".csv");
    assertThat(actual).isEqualTo(Files.readString(expected));
    assertThat(answer.size()).isPositive();
  }

  @Test
  void everyQueryHasACase() throws IOException {
    TreeSet<String> tested = new TreeSet<>(cases().map(Case::query).toList());
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            CATALOG.queries().stream().map(NamedQuery::name).toList());
  }
}
