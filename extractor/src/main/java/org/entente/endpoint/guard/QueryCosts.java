package org.entente.endpoint.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How much processor time queries take, by their shape: what is left of a query without the values
 * in it. A query of a shape that is not known yet counts as slow. Thread-safe.
 */
final class QueryCosts {
  /** Processor time up to which a query is quick. */
  private static final Duration QUICK = Duration.ofMillis(20);

  /** How much the newest run weighs. */
  private static final double NEWEST = 0.2;

  private static final int SHAPES = 2_000;

  private static final Pattern VALUES =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\b\\d+(?:\\.\\d+)?\\b");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Cache<String, Double> means = Caffeine.newBuilder().maximumSize(SHAPES).build();

  /** Returns the shape of a query as it is written out. */
  static String shape(String query) {
    return VALUES.matcher(query).replaceAll("_");
  }

  /** Tells whether queries of that shape were quick so far. */
  boolean isQuick(String shape) {
    Double mean = means.getIfPresent(shape);
    return mean != null && mean <= QUICK.toNanos();
  }

  /** Begins to measure the work of this thread. */
  long begin() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Remembers what the work of this thread took since it was begun. */
  void end(String shape, long begin) {
    double took = THREADS.getCurrentThreadCpuTime() - begin;
    means.asMap().merge(shape, took, (mean, newest) -> mean + NEWEST * (newest - mean));
  }
}
