package org.entente.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.cluster.FileTask.Source;
import scala.Tuple2;

/**
 * Reads a folder of files into the graphs of their documents: sorted parts of N-Quads.
 *
 * <p>Two stages, each with a folder of its own in the output and skipped when its {@code _SUCCESS}
 * is there: {@code read}, the documents as they were read, a task a file; and {@code documents},
 * where of documents of one id the first of the input stands, in the order of their graphs.
 */
public final class ClusterJob {
  private static final String DONE = "_SUCCESS";
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private final JavaSparkContext spark;
  private final String base;

  /**
   * Makes a job.
   *
   * @param spark where it runs; stays open
   * @param base base of the graph's IRIs
   */
  public ClusterJob(JavaSparkContext spark, String base) {
    this.spark = spark;
    this.base = base;
  }

  /**
   * Runs what is not done yet.
   *
   * @param input folder, on any file system that Hadoop knows
   * @param output folder for the results, and for what a restart goes on from
   * @return what was counted, in words; zeros for stages that were done before
   * @throws IOException when a file system fails
   */
  public String run(String input, String output) throws IOException {
    Counters counters = Counters.of(spark.sc());
    Path read = new Path(output, "read");
    Path documents = new Path(output, "documents");
    if (begin(read)) {
      List<Source> sources = sources(new Path(input));
      FileTask task = new FileTask(base, counters);
      spark
          .parallelize(sources, Math.max(1, sources.size()))
          .flatMap(source -> task.read(source).iterator())
          .saveAsObjectFile(read.toString());
    }
    if (begin(documents)) {
      spark
          .<ReadDocument>objectFile(read.toString())
          .mapToPair(document -> new Tuple2<>(document.graph(), document))
          .reduceByKey(ReadDocument::first)
          .filter(document -> !document._2().quads().isEmpty())
          .sortByKey()
          .map(document -> document._2().quads().stripTrailing())
          .saveAsTextFile(documents.toString(), GzipCodec.class);
    }
    return counters.toString();
  }

  /** Tells whether the stage is to be run; takes away what one cut off has left. */
  private boolean begin(Path stage) throws IOException {
    FileSystem files = stage.getFileSystem(spark.hadoopConfiguration());
    if (files.exists(new Path(stage, DONE))) {
      return false;
    }
    files.delete(stage, true);
    return true;
  }

  private List<Source> sources(Path input) throws IOException {
    List<String> paths = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> found =
        input.getFileSystem(spark.hadoopConfiguration()).listFiles(input, true);
    while (found.hasNext()) {
      paths.add(found.next().getPath().toString());
    }
    paths.sort(null);
    List<Source> sources = new ArrayList<>();
    for (String path : paths) {
      sources.add(new Source(path, sources.size()));
    }
    return sources;
  }

  /**
   * Runs the job: {@code INPUT OUTPUT BASE}. Exits with 0 when it is done, 1 when it failed and can
   * be started again, 2 when it was called wrongly.
   */
  public static void main(String[] args) {
    if (args.length != 3) {
      System.err.println("usage: ClusterJob INPUT OUTPUT BASE");
      System.exit(USAGE);
    }
    int code = 0;
    try (JavaSparkContext spark =
        new JavaSparkContext(new SparkConf().setAppName("Entente: " + args[0]))) {
      System.out.println(new ClusterJob(spark, args[2]).run(args[0], args[1]));
    } catch (IOException | RuntimeException e) {
      System.err.println("the job failed; started again, it goes on after its last stage: " + e);
      code = FAILED;
    }
    System.exit(code);
  }
}
