package org.entente.cluster;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What the tasks of reading count. A task that Spark runs twice counts twice.
 *
 * @param documents documents read
 * @param reports reports of events found in them
 * @param failures documents on which the extraction failed
 * @param problems what was wrong with files and records, and what was passed over
 * @param milliseconds time of the threads that read
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
