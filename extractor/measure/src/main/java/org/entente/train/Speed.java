package org.entente.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens per second of one core: the text's tokens by the processor time of the whole virtual
 * machine, so that collecting garbage counts and what else the machine does does not.
 */
final class Speed {
  private static final int ROUNDS = 5;

  private Speed() {}

  /**
   * Measures the finders by turns, and keeps the best round of each. They should be warm.
   *
   * @param finders the finders, by name
   * @param documents the text
   * @return tokens per second, by name
   */
  static Map<String, Double> measure(
      Map<String, NameFinder> finders, List<TaggedDocument> documents) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    List<List<List<String>>> texts = documents.stream().map(TaggedDocument::forms).toList();
    long tokens = tokens(documents);
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      finders.forEach(
          (name, finder) -> {
            System.gc();
            long begun = system.getProcessCpuTime();
            texts.forEach(finder::names);
            double seconds = (system.getProcessCpuTime() - begun) / 1e9;
            best.merge(name, tokens / seconds, Math::max);
          });
    }
    return best;
  }

  /** Returns the number of tokens of a text. */
  static long tokens(List<TaggedDocument> documents) {
    return documents.stream()
        .flatMap(document -> document.sentences().stream())
        .mapToLong(sentence -> sentence.tokens().size())
        .sum();
  }
}
