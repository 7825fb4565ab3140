package org.entente.cluster;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts what is read, over all executors. A task that Spark runs again is counted again.
 *
 * @param documents documents that were read
 * @param reports reports found in them
 * @param failures documents that cannot be analysed
 * @param problems files and records refused, read with a warning, or passed over
 * @param milliseconds time of threads spent on files
 */
record Counters(
    LongAccumulator documents,
    LongAccumulator reports,
    LongAccumulator failures,
    LongAccumulator problems,
    LongAccumulator milliseconds)
    implements Serializable {
  static Counters of(SparkContext spark) {
    return new Counters(
        spark.longAccumulator("documents"),
        spark.longAccumulator("reports"),
        spark.longAccumulator("failures"),
        spark.longAccumulator("problems"),
        spark.longAccumulator("milliseconds"));
  }

  @Override
  public String toString() {
    return String.format(
        "%d documents, %d reports, %d failures, %d problems, %d ms of threads",
        documents.value(),
        reports.value(),
        failures.value(),
        problems.value(),
        milliseconds.value());
  }
}
