package org.entente.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.build.BuildJob;
import org.entente.build.BuildListener;
import org.entente.build.BuildSettings;
import org.entente.build.Outcome;
import org.entente.build.Pipeline;
import org.entente.build.SampleCorpus;
import org.entente.document.Problem;
import org.entente.rdf.Iris;
import org.entente.store.GraphFormat;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the job in Spark's local mode and compares its graph with that of the laptop program. */
class ClusterJobTest {
  private static JavaSparkContext spark;
  private static Pipeline pipeline;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    spark =
        new JavaSparkContext(
            new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    pipeline = Pipeline.load();
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void makesTheGraphOfTheLaptopProgram() throws IOException {
    Path input = input();
    String counted = job(input, "out");
    StoreJob.run(directory.resolve("out/documents"), directory.resolve("store"), base());
    List<String> laptop = laptop(input);
    assertThat(laptop).anyMatch(line -> line.contains("<" + new Iris(base()).eventsGraph() + ">"));
    assertThat(export("store")).isEqualTo(laptop);
    assertThat(counted).contains(" 0 failures").doesNotContain("0 documents,");
  }

  @Test
  void goesOnAfterItsLastStage() throws IOException {
    Path input = input();
    job(input, "out");
    Map<String, String> whole = parts("out");
    // Cut off while the second stage was written: it has parts and no mark of its end.
    Files.delete(directory.resolve("out/documents/_SUCCESS"));
    Files.writeString(directory.resolve("out/documents/part-00099.gz"), "half");
    String counted = job(input, "out");
    assertThat(counted).startsWith("0 documents, ");
    assertThat(parts("out")).isEqualTo(whole);
    // Cut off in the first stage.
    Files.delete(directory.resolve("out/read/_SUCCESS"));
    Files.delete(directory.resolve("out/documents/_SUCCESS"));
    assertThat(job(input, "out")).doesNotStartWith("0 documents, ");
    assertThat(parts("out")).isEqualTo(whole);
  }

  /** The sample, records in one file that is compressed, an id used twice, and broken records. */
  private Path input() throws IOException {
    Path input = Files.createDirectory(directory.resolve("input"));
    SampleCorpus.copyTo(input);
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      records.append(record("r" + i, "President Barack Obama met Chancellor Angela Merkel", i));
    }
    records.append("{\"id\": \"broken\", \"text\": \n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(input.resolve("z-records.jsonl.gz")))) {
      out.write(records.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        input.resolve("zz-again.jsonl"),
        record("r3", "Prime Minister David Cameron met President Nicolas Sarkozy", 3)
            + record("last", "Prime Minister David Cameron met President Nicolas Sarkozy", 4));
    return input;
  }

  private static String record(String id, String sentence, int day) {
    return String.format(
        "{\"id\": \"%s\", \"date\": \"2011-05-%02d\", \"text\": \"%s in Berlin on Monday.\"}%n",
        id, day % 28 + 1, sentence);
  }

  private String job(Path input, String output) throws IOException {
    return new ClusterJob(spark, base())
        .run(input.toUri().toString(), directory.resolve(output).toUri().toString());
  }

  private static String base() {
    return Iris.DEFAULT_BASE;
  }

  private Map<String, String> parts(String output) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve(output).resolve("documents"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
          parts.put(
              file.getFileName().toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }

  private List<String> laptop(Path input) {
    try (GraphStore store =
        GraphStore.open(directory.resolve("laptop"), pipeline.storeSettings(Optional.of(base())))) {
      new BuildJob(store, pipeline, BuildSettings.defaults(), new Quiet())
          .run(List.of(input), Optional.empty());
    }
    return export("laptop");
  }

  /** All lines but those of the record of runs, which a cluster does not write. */
  private List<String> export(String store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String runs = "<" + new Iris(base()).runsGraph() + "> .";
    try (GraphStore graph =
        GraphStore.open(directory.resolve(store), pipeline.storeSettings(Optional.of(base())))) {
      graph.export(GraphFormat.NQ, out);
    }
    List<String> lines = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.endsWith(runs))
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
