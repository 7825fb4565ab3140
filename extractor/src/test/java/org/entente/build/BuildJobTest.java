package org.entente.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.document.Document;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.document.Severity;
import org.entente.document.Span;
import org.entente.ontology.Ontology;
import org.entente.rdf.EntityFacts;
import org.entente.report.DocumentReports;
import org.entente.report.Kind;
import org.entente.report.Participant;
import org.entente.report.Report;
import org.entente.report.Role;
import org.entente.report.Status;
import org.entente.store.GraphFormat;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds real stores; the reading of reports is reduced to "X met Y." so that counts are known. */
class BuildJobTest {
  private static final Pattern MET = Pattern.compile("(\\w+ \\w+) met (\\w+ \\w+)\\.");

  @TempDir Path directory;

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> order = new ArrayList<>();

  @Test
  void addsThenLeavesThenReplaces() throws IOException {
    Path input = records(25, "");
    BuildSummary first = build("store", input, settings(2, 10));
    assertThat(first.added()).isEqualTo(25);
    assertThat(first.reports()).isEqualTo(25);
    assertThat(first.events()).isPositive();
    assertThat(first.violations()).isEmpty();
    assertThat(first.stopped()).isFalse();

    BuildSummary second = build("store", input, settings(2, 10));
    assertThat(second.unchanged()).isEqualTo(25);
    assertThat(second.added() + second.replaced()).isZero();
    assertThat(second.events()).isEqualTo(first.events());

    String changed = Files.readString(input).replaceFirst("Person A3", "Person Z3");
    Files.writeString(input, changed);
    BuildSummary third = build("store", input, settings(2, 10));
    assertThat(third.replaced()).isEqualTo(1);
    assertThat(third.unchanged()).isEqualTo(24);

    BuildSummary again =
        build("store", input, new BuildSettings(ReaderSettings.defaults(), 2, 10, true, false));
    assertThat(again.replaced()).isEqualTo(25);
    assertThat(problems).isEmpty();
  }

  @Test
  void writesTheSameStoreWhateverTheThreadsAndBatches() throws IOException {
    Path input = records(40, "");
    build("one", input, settings(1, 1));
    List<String> inOrder = List.copyOf(order);
    order.clear();
    build("many", input, settings(4, 7));
    assertThat(order).isEqualTo(inOrder).hasSize(40);
    assertThat(export("many")).isEqualTo(export("one"));
  }

  @Test
  void passesOverOtherLanguagesAndCountsThem() throws IOException {
    Path input = directory.resolve("mixed.jsonl");
    Files.writeString(
        input,
        """
        {"id": "en", "text": "The Person A1 met the Person B1 in the capital on Friday."}
        {"id": "fr", "text": "Le président a rencontré vendredi la chancelière à Berlin, et ils ont parlé pendant deux heures du commerce et de la sécurité en Europe, selon leurs services."}
        {"id": "ru", "text": "Президент встретился в пятницу в Москве с премьер-министром."}
        """);
    BuildSummary summary = build("store", input, settings(2, 10));
    assertThat(summary.added()).isEqualTo(1);
    assertThat(summary.languages()).isEqualTo(Map.of("French", 1L, "Russian", 1L));
    assertThat(summary.skipped()).isEqualTo(2);
    BuildSummary all =
        build("store", input, new BuildSettings(ReaderSettings.defaults(), 2, 10, false, true));
    assertThat(all.added()).isEqualTo(2);
    assertThat(all.languages()).isEmpty();
  }

  @Test
  void goesOnAfterADocumentThatCannotBeAnalysed() throws IOException {
    Path input = records(12, "");
    Pipeline failing =
        pipeline(
            document -> {
              if (document.id().equals("r4")) {
                throw new IllegalStateException("no such tag");
              }
              if (document.id().equals("r7")) {
                throw new StackOverflowError();
              }
              return read(document);
            });
    try (GraphStore store = open("store", failing)) {
      BuildSummary summary =
          new BuildJob(store, failing, settings(3, 5), new Listener())
              .run(List.of(input), Optional.empty());
      assertThat(summary.added()).isEqualTo(10);
      assertThat(summary.refused()).isEqualTo(2);
    }
    assertThat(problems)
        .extracting(Problem::severity)
        .containsExactly(Severity.REFUSED, Severity.REFUSED);
    assertThat(problems.get(0).origin()).endsWith("records.jsonl:5");
    assertThat(problems.get(0).message()).contains("no such tag");
    assertThat(problems.get(1).message()).contains("memory");
  }

  @Test
  void goesOnWhereItWasStopped() throws Exception {
    Path input = records(60, "");
    Pipeline pipeline = pipeline(BuildJobTest::read);
    BuildJob[] job = new BuildJob[1];
    BuildListener stopping =
        new Listener() {
          @Override
          public void document(String id, String origin, Outcome outcome, int reports) {
            if (id.equals("r12")) {
              new Thread(() -> stop(job[0])).start();
            }
          }
        };
    // The input has no end: the build ends because it is stopped.
    try (GraphStore store = open("store", pipeline);
        InputStream endless = endless(Files.readAllBytes(input))) {
      job[0] = new BuildJob(store, pipeline, settings(2, 4), stopping);
      BuildSummary summary = job[0].run(List.of(Path.of("-")), Optional.of(endless));
      assertThat(summary.stopped()).isTrue();
      assertThat(summary.read())
          .isGreaterThan(12)
          .isEqualTo(store.spool().orElseThrow().documents().size());
      assertThat(store.documents()).isEmpty();
    }
    BuildSummary rest = build("store", input, settings(2, 4));
    assertThat(rest.unchanged()).isGreaterThan(12);
    assertThat(rest.added()).isEqualTo(60 - rest.unchanged());
    assertThat(rest.replaced()).isZero();
    assertThat(rest.stopped()).isFalse();
  }

  @Test
  void writesAReportOfEveryProblemAndTheCounts() throws IOException {
    Path input = records(3, "{\"id\": \"cut\", \"text\": \"Person A");
    Path report = directory.resolve("report.jsonl");
    Pipeline pipeline = pipeline(BuildJobTest::read);
    try (GraphStore store = open("store", pipeline);
        ReportFile file = new ReportFile(report, new Listener())) {
      file.summary(
          new BuildJob(store, pipeline, settings(2, 2), file)
              .run(List.of(input), Optional.empty()));
    }
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).hasSize(5);
    assertThat(lines.stream().filter(l -> l.contains("\"type\":\"document\""))).hasSize(3);
    assertThat(lines.stream().filter(l -> l.contains("\"type\":\"refused\"")))
        .singleElement()
        .asString()
        .contains("records.jsonl:4");
    assertThat(lines.get(4))
        .contains("\"type\":\"summary\"", "\"read\":3", "\"refused\":1", "\"reports\":3");
  }

  private static void stop(BuildJob job) {
    try {
      job.stop(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path records(int count, String tail) throws IOException {
    String lines =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    ("{\"id\": \"r%d\", \"published\": \"2020-01-%02d\","
                            + " \"text\": \"Person A%d met Person B%d.\"}")
                        .formatted(i, 1 + i % 28, i % 9, i % 7))
            .collect(Collectors.joining("\n"));
    return Files.writeString(directory.resolve("records.jsonl"), lines + "\n" + tail);
  }

  /** The bytes, then records without end. */
  private static InputStream endless(byte[] head) {
    return new InputStream() {
      private final ByteArrayInputStream first = new ByteArrayInputStream(head);
      private byte[] line = new byte[0];
      private int at;
      private int number;

      @Override
      public int read() {
        int next = first.read();
        if (next >= 0) {
          return next;
        }
        if (at == line.length) {
          line =
              ("{\"id\": \"more-" + number++ + "\", \"text\": \"Person A1 met Person B1.\"}\n")
                  .getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
        return line[at++];
      }
    };
  }

  private BuildSummary build(String name, Path input, BuildSettings settings) {
    Pipeline pipeline = pipeline(BuildJobTest::read);
    try (GraphStore store = open(name, pipeline)) {
      return new BuildJob(store, pipeline, settings, new Listener())
          .run(List.of(input), Optional.empty());
    }
  }

  private GraphStore open(String name, Pipeline pipeline) {
    return GraphStore.open(
        directory.resolve(name), pipeline.storeSettings(Optional.of("http://example.org/id/")));
  }

  private byte[] export(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GraphStore store = open(name, pipeline(BuildJobTest::read))) {
      store.export(GraphFormat.NQ, out);
    }
    return out.toByteArray();
  }

  private static BuildSettings settings(int threads, int batch) {
    return new BuildSettings(ReaderSettings.defaults(), threads, batch, false, false);
  }

  private static Pipeline pipeline(Function<Document, DocumentReports> extractor) {
    return new Pipeline(extractor, EntityFacts.none(), Ontology.shapes(), "1.0-test");
  }

  private class Listener implements BuildListener {
    @Override
    public void begin(Stage stage) {}

    @Override
    public void document(String id, String origin, Outcome outcome, int reports) {
      order.add(id);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void progress(long done, long known) {
      assertThat(done).isLessThanOrEqualTo(known);
    }
  }

  private static DocumentReports read(Document document) {
    List<Entity> entities = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    Matcher matcher = MET.matcher(document.text());
    while (matcher.find()) {
      List<Participant> parties =
          Stream.of(matcher.group(1), matcher.group(2))
              .map(name -> new Participant(person(entities, name), Role.PARTICIPANT, "", ""))
              .toList();
      reports.add(
          new Report(
              Kind.MEETING,
              Status.HELD,
              parties,
              List.of(),
              List.of(),
              document.published().map(DateBounds::day),
              "",
              Optional.empty(),
              List.of(),
              List.of(new Span(matcher.start(), matcher.end())),
              0.9,
              "met"));
    }
    return new DocumentReports(
        new AnnotatedDocument(document, List.of(), List.of(), entities, List.of()), reports);
  }

  private static Entity person(List<Entity> entities, String name) {
    Entity entity =
        new Entity(
            entities.size(), EntityType.PERSON, name, List.of(), "", "", Optional.empty(), true);
    entities.add(entity);
    return entity;
  }
}
