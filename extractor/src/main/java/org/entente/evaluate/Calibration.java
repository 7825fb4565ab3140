package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of the system's meetings of each confidence are right, with parties that overlap with a
 * gold meeting by an F1 of at least one half and with its status.
 *
 * @param bins from the least sure to the surest, each a tenth wide
 */
public record Calibration(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * The meetings whose confidence lies in a range.
   *
   * @param from least confidence
   * @param to upper bound, not reached but by the last bin
   * @param meetings number of meetings
   * @param right number of those that are right
   * @param confidence sum of their confidence
   */
  public record Bin(double from, double to, int meetings, int right, double confidence) {}

  /** Copies the bins. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Counts.
   *
   * @param gold the gold documents
   * @param system the system's meetings by document id
   */
  public static Calibration of(List<GoldDocument> gold, Map<String, List<ScoredMeeting>> system) {
    int[] meetings = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (GoldDocument document : gold) {
      List<ScoredMeeting> found = system.getOrDefault(document.id(), List.of());
      List<Boolean> verdicts = MeetingScorer.right(document, found);
      for (int i = 0; i < found.size(); i++) {
        double sure = found.get(i).confidence();
        int bin = Math.min(BINS - 1, (int) (sure * BINS));
        meetings[bin]++;
        right[bin] += verdicts.get(i) ? 1 : 0;
        confidence[bin] += sure;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, meetings[i], right[i], confidence[i]));
    }
    return new Calibration(bins);
  }

  /** The mean distance between confidence and share of right ones, weighted by the bins' sizes. */
  public double error() {
    double sum = 0;
    int all = 0;
    for (Bin bin : bins) {
      sum += Math.abs(bin.confidence() - bin.right());
      all += bin.meetings();
    }
    return all == 0 ? 0 : sum / all;
  }

  /** Returns a line for each bin that has meetings, and the error. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("confidence  meetings  right  share");
    for (Bin bin : bins) {
      if (bin.meetings() > 0) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%.1f to %.1f  %8d  %5d  %.2f",
                bin.from(),
                bin.to(),
                bin.meetings(),
                bin.right(),
                (double) bin.right() / bin.meetings()));
      }
    }
    lines.add(String.format(Locale.ROOT, "calibration error %.3f", error()));
    return lines;
  }
}
