package org.entente.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.entente.build.BuildJob;
import org.entente.build.BuildListener;
import org.entente.build.BuildSettings;
import org.entente.build.Outcome;
import org.entente.build.Pipeline;
import org.entente.build.SampleCorpus;
import org.entente.document.Problem;
import org.entente.rdf.Dip;
import org.entente.rdf.Iris;
import org.entente.store.GraphFormat;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the job in Spark's local mode and compares its graph with that of the laptop program. */
class ClusterJobTest {
  private static final JobSettings SETTINGS = new JobSettings(Iris.DEFAULT_BASE, "", false, 0);
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);

  /** Who meets whom, so that a few pairs have most of the reports and chains of pairs are long. */
  private static final List<String> LEADERS =
      List.of(
          "President Barack Obama",
          "Chancellor Angela Merkel",
          "Prime Minister David Cameron",
          "President Nicolas Sarkozy",
          "President Dmitry Medvedev");

  private static final String PART_OF = "<" + Dip.PART_OF.getURI() + ">";

  private static SparkSession spark;
  private static Pipeline pipeline;

  @TempDir Path directory;
  private final List<String> stages = new ArrayList<>();

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("test")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
    pipeline = Pipeline.load();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void makesTheGraphAndTheTableOfTheLaptopProgram() throws IOException {
    Path input = input();
    String counted = job(input, "out");
    assertThat(load("out", "store")).isZero();
    List<String> laptop = laptop(input);
    assertThat(laptop)
        .anyMatch(line -> line.contains("<" + IRIS.eventsGraph() + ">"))
        .anyMatch(line -> line.contains(PART_OF) && line.endsWith(IRIS.eventsGraph() + "> ."));
    assertThat(export("store")).isEqualTo(laptop);
    assertThat(counted).contains(" 0 failures").doesNotContain("0 documents,");
    List<Row> table =
        spark
            .read()
            .parquet(directory.resolve("out/table").toString())
            .orderBy("event")
            .collectAsList();
    assertThat(table)
        .extracting(row -> "<" + row.<String>getAs("event") + "> status " + row.getAs("status"))
        .containsExactlyElementsOf(
            laptop.stream()
                .filter(line -> line.contains(" <" + Dip.STATUS.getURI() + "> "))
                .map(line -> line.split(" "))
                .map(words -> words[0] + " status " + words[2].replaceAll(".*[/#](\\w+)>", "$1"))
                .sorted()
                .toList());
    Row row =
        table.stream()
            .filter(r -> r.<String>getAs("label").contains("Barack Obama and Angela Merkel"))
            .findFirst()
            .orElseThrow();
    assertThat(row.<String>getAs("place_label")).isEqualTo("Berlin");
    assertThat(row.<Double>getAs("latitude")).isBetween(52.0, 53.0);
    assertThat(row.<Row>getList(row.fieldIndex("participants")))
        .extracting(party -> party.<String>getAs("label") + ", " + party.getAs("type"))
        .containsExactlyInAnyOrder("Barack Obama, Person", "Angela Merkel, Person");
  }

  @Test
  void goesOnAfterItsLastStage() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    Files.writeString(input.resolve("a.jsonl"), record("a", 0, 1, 3));
    Files.writeString(input.resolve("b.jsonl"), record("b", 2, 3, 5));
    job(input, "out");
    Map<String, String> whole = parts("out");
    stages.clear();
    assertThat(job(input, "out")).startsWith("0 documents, ");
    assertThat(stages).isEmpty();
    // Cut off while a stage was written: it has parts and no mark of its end.
    Files.delete(directory.resolve("out/documents/_SUCCESS"));
    Files.writeString(directory.resolve("out/documents/part-00099.gz"), "half");
    Files.delete(directory.resolve("out/events/_SUCCESS"));
    assertThat(job(input, "out")).startsWith("0 documents, ");
    assertThat(stages).containsExactly("documents", "events");
    assertThat(parts("out")).isEqualTo(whole);
    // Cut off in the first stage: the pieces that are whole are not read again.
    stages.clear();
    String piece = "read/files-000000000";
    Files.delete(directory.resolve("out").resolve(piece).resolve("_SUCCESS"));
    Files.delete(directory.resolve("out/documents/_SUCCESS"));
    assertThat(job(input, "out")).doesNotStartWith("0 documents, ");
    assertThat(stages).containsExactly(piece, "documents");
    assertThat(parts("out")).isEqualTo(whole);
  }

  @Test
  void refusesTheOutputOfAnotherInput() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    Files.writeString(input.resolve("a.jsonl"), record("a", 0, 1, 3));
    job(input, "out");
    Map<String, String> whole = parts("out");
    Files.writeString(input.resolve("b.jsonl"), record("b", 1, 2, 4));
    assertThatThrownBy(() -> job(input, "out"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other settings or files")
        .hasMessageContaining("b.jsonl");
    assertThat(parts("out")).isEqualTo(whole);
    assertThat(load("nowhere", "store")).isEqualTo(1);
  }

  @Test
  void readsParquetAsItReadsTheSameRecordsAsJsonLines() throws IOException {
    Path lines = Files.createDirectory(directory.resolve("lines"));
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      records.append(record("r" + i, i % 4, i % 4 + 1, i));
    }
    Files.writeString(lines.resolve("all.jsonl"), records);
    spark
        .read()
        .json(lines.resolve("all.jsonl").toString())
        .repartition(2)
        .write()
        .parquet(directory.resolve("table").toString());
    assertThat(job(lines, "a")).startsWith("12 documents, ");
    assertThat(job(directory.resolve("table"), "b")).startsWith("12 documents, ");
    assertThat(parts("b")).isEqualTo(parts("a"));
  }

  @Test
  void givesRecordsOfParquetWithoutIdentifiersTheirNumbers() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    spark
        .createDataset(
            List.of(text(0, 1, "Berlin"), text(1, 2, "Paris"), text(2, 3, "London")),
            Encoders.STRING())
        .toDF("text")
        .coalesce(1)
        .write()
        .parquet(directory.resolve("table").toString());
    try (Stream<Path> files = Files.list(directory.resolve("table"))) {
      Files.copy(
          files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow(),
          input.resolve("news.parquet"));
    }
    job(input, "out");
    assertThat(parts("out").values())
        .anyMatch(part -> part.contains("\"news-1\""))
        .anyMatch(part -> part.contains("\"news-3\""));
  }

  @Test
  void takesOneIdManyTimesAndOnePairInMostReports() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      records.append(record(i % 3 == 0 ? "same" : "r" + i, 0, i % 10 == 9 ? 2 : 1, i));
    }
    Files.writeString(input.resolve("hot.jsonl"), records);
    job(input, "out");
    assertThat(load("out", "store")).isZero();
    assertThat(export("store")).isEqualTo(laptop(input));
  }

  /** The sample, an archive of the web, records in compressed files, an id twice, broken ones. */
  private Path input() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    SampleCorpus.copyTo(input);
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      records.append(record("r" + i, i % 4, i % 7 == 0 ? 4 : i % 4 + 1, i));
    }
    records.append("{\"id\": \"broken\", \"text\": \n");
    gzip(input.resolve("z-records.jsonl.gz"), records.toString());
    Files.writeString(
        input.resolve("zz-again.jsonl"), record("r3", 2, 3, 3) + record("last", 2, 3, 4));
    Files.writeString(
        input.resolve("zzz-summit.jsonl"),
        record(
                "summit",
                26,
                String.join(", ", LEADERS) + " held a summit in Deauville on Thursday.")
            + record("aside", 27, text(0, 2, "Deauville").replace("Monday", "Thursday")));
    gzip(
        input.resolve("crawl.warc.gz"),
        response("https://news.example/a", text(0, 2, "London"))
            + response("https://news.example/b", text(3, 4, "Paris")));
    return input;
  }

  private static void gzip(Path file, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String response(String url, String text) {
    String page =
        "<html><head><title>Talks</title><meta property=\"article:published_time\""
            + " content=\"2011-05-20\"></head><body><article><p>"
            + text
            + "</p></article></body></html>";
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + page.length()
            + "\r\n\r\n"
            + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2011-05-21T00:00:00Z\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.length()
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  private static String text(int one, int other, String place) {
    return LEADERS.get(one)
        + " met "
        + LEADERS.get(other)
        + " in "
        + place
        + " on Monday. The two leaders spoke about trade and about the war in Libya.";
  }

  private static String record(String id, int one, int other, int day) {
    return record(id, day % 28 + 1, text(one, other, "Berlin"));
  }

  private static String record(String id, int day, String text) {
    return String.format(
        Locale.ROOT,
        "{\"id\": \"%s\", \"date\": \"2011-05-%02d\", \"text\": \"%s\"}%n",
        id,
        day,
        text);
  }

  private String job(Path input, String output) throws IOException {
    return new ClusterJob(spark, SETTINGS, stages::add)
        .run(input.toUri().toString(), directory.resolve(output).toUri().toString());
  }

  private int load(String output, String store) {
    return EntenteCluster.run(
        "load", directory.resolve(output).toString(), directory.resolve(store).toString());
  }

  /** What the parts of N-Quads of a stage say, by stage. */
  private Map<String, String> parts(String output) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    for (String stage : List.of("documents", "events", "entities")) {
      StringBuilder lines = new StringBuilder();
      try (Stream<Path> files = Files.list(directory.resolve(output).resolve(stage))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
          try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            lines.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
      parts.put(stage, lines.toString());
    }
    return parts;
  }

  private List<String> laptop(Path input) {
    try (GraphStore store =
        GraphStore.open(
            directory.resolve("laptop"), pipeline.storeSettings(Optional.of(Iris.DEFAULT_BASE)))) {
      new BuildJob(store, pipeline, BuildSettings.defaults(), new Quiet())
          .run(List.of(input), Optional.empty());
    }
    return export("laptop");
  }

  /** All lines but those that tell of runs and when the last of them was. */
  private List<String> export(String store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GraphStore graph =
        GraphStore.open(
            directory.resolve(store), pipeline.storeSettings(Optional.of(Iris.DEFAULT_BASE)))) {
      graph.export(GraphFormat.NQ, out);
    }
    List<String> lines = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.endsWith("<" + IRIS.runsGraph() + "> ."))
        .filter(line -> !line.contains("/terms/modified>"))
        .map(line -> line.replaceAll("_:\\S+", "_:b"))
        .forEach(lines::add);
    lines.sort(null);
    return lines;
  }

  private static final class Quiet implements BuildListener {
    @Override
    public void begin(Stage stage) {}

    @Override
    public void document(String id, String origin, Outcome outcome, int reports) {}

    @Override
    public void problem(Problem problem) {}

    @Override
    public void progress(long done, long known) {}
  }
}
