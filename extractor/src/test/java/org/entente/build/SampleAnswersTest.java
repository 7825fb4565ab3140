package org.entente.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.DatasetFactory;
import org.entente.document.Problem;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalog;
import org.entente.query.QueryRunner;
import org.entente.query.ResultFormat;
import org.entente.query.ResultWriter;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole way from the sample corpus to the answers of the catalog, each query with its example
 * values. The expected answers are in the folder <code>queries/expected</code>; run with <code>
 * -Dentente.accept=true</code> to write the present ones there, and read the difference before you
 * commit it.
 */
class SampleAnswersTest {
  private static final Path CORPUS = Path.of("src/main/resources/org/entente/sample/corpus");
  private static final Path EXPECTED = Path.of("../queries/expected");
  private static final QueryCatalog CATALOG = QueryCatalog.load();

  @TempDir static Path directory;

  private static GraphStore store;
  private static BuildSummary summary;

  @BeforeAll
  static void build() {
    Pipeline pipeline = Pipeline.load();
    store = GraphStore.open(directory.resolve("store"), pipeline.storeSettings(Optional.empty()));
    BuildJob job = new BuildJob(store, pipeline, BuildSettings.defaults(), new Silent());
    summary = job.run(List.of(CORPUS), Optional.empty());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<String> queries() {
    return CATALOG.queries().stream().map(NamedQuery::name);
  }

  @Test
  void theWholeCorpusIsInTheGraphAndTheGraphKeepsItsContract() {
    assertThat(summary.added()).isEqualTo(51);
    assertThat(summary.refused()).isZero();
    assertThat(summary.violations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersAsExpected(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultWriter(100, "")
        .write(
            QueryRunner.over(DatasetFactory.wrap(store.dataset())).run(CATALOG.get(name).query()),
            ResultFormat.CSV,
            out);
    String answer = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    Path expected = EXPECTED.resolve(name + ".csv");
    if (Boolean.getBoolean("entente.accept")) {
      Files.createDirectories(EXPECTED);
      Files.writeString(expected, answer);
    }
    assertThat(answer).isEqualTo(Files.readString(expected));
    assertThat(answer.lines().count()).as("rows with the header").isGreaterThan(1);
  }

  @Test
  void anExampleNamesWhatTheSampleHas() {
    for (NamedQuery query : CATALOG.queries()) {
      Map<String, String> examples = new java.util.HashMap<>();
      query.parameters().forEach(p -> examples.put(p.name(), p.example()));
      assertThat(QueryRunner.over(DatasetFactory.wrap(store.dataset())).run(query, examples).size())
          .as(query.name())
          .isPositive();
    }
  }

  /** The build of a test tells nobody how it goes. */
  private static final class Silent implements BuildListener {
    @Override
    public void begin(Stage stage) {}

    @Override
    public void document(String id, String origin, Outcome outcome, int reports) {}

    @Override
    public void problem(Problem problem) {
      throw new AssertionError(problem.toString());
    }

    @Override
    public void progress(long done, long known) {}
  }
}
