package org.entente.cluster;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.entente.document.Columns;
import org.entente.rdf.Iris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a folder of files on a cluster. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Read a folder of files and write the graph of their diplomacy as sorted N-Quads, and a table"
          + " of its events as Parquet. Start it by spark-submit.",
      "A job that was cut off goes on after its last stage when it is started again."
    })
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "INPUT",
      description =
          "Folder on any file system that Hadoop knows: JSON Lines, WARC, WET, Parquet, CSV, text,"
              + " HTML and what else the laptop program reads, plain or compressed.")
  private String input;

  @Parameters(index = "1", paramLabel = "OUTPUT", description = "Folder for the results.")
  private String output;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Iris.DEFAULT_BASE,
      description = "Base of the graph's IRIs (default: ${DEFAULT-VALUE}).")
  private String base;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      defaultValue = "",
      description = "Which fields of records are what, as for the laptop program's build.")
  private String columns;

  @Option(
      names = "--all-languages",
      description = "Read documents in other languages than English too.")
  private boolean allLanguages;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      defaultValue = "0",
      description = "Leave out events below this confidence, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double least;

  @Override
  public Integer call() {
    JobSettings settings = new JobSettings(base, columns, allLanguages, least);
    try {
      settings.extraction();
      if (!columns.isEmpty()) {
        Columns.parse(columns);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    try (SparkSession spark = SparkSession.builder().appName("Entente: " + input).getOrCreate()) {
      ClusterJob job =
          new ClusterJob(
              spark, settings, stage -> spec.commandLine().getErr().println("stage " + stage));
      spec.commandLine().getOut().println(job.run(input, output));
      return 0;
    } catch (IOException | RuntimeException e) {
      spec.commandLine()
          .getErr()
          .println("the job failed; started again, it goes on after its last stage: " + e);
      return EntenteCluster.FAILED;
    }
  }
}
