package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a reading of names finds the parties that are known to take part in meetings.
 *
 * @param documents number of documents
 * @param found by type: how many parties a mention of the right type refers to
 * @param whole by type: how many parties stand as one entity under their fullest name
 * @param merged pairs of different people that are read as one
 * @param errors what is wrong, as lines, by document
 */
public record MentionFigures(
    int documents,
    Map<String, Accuracy> found,
    Map<String, Accuracy> whole,
    int merged,
    List<String> errors) {
  /** Copies the collections. */
  public MentionFigures {
    found = Map.copyOf(found);
    whole = Map.copyOf(whole);
    errors = List.copyOf(errors);
  }

  /** Returns the figures as lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Accuracy all = sum(found);
    lines.add("%d documents, %d parties of their meetings".formatted(documents, all.total()));
    lines.add("               found          under the fullest name");
    found.keySet().stream()
        .sorted()
        .forEach(type -> lines.add(line(type, found.get(type), whole.get(type))));
    lines.add(line("all", all, sum(whole)));
    lines.add("different people read as one: " + merged);
    return lines;
  }

  private static String line(String type, Accuracy found, Accuracy whole) {
    return String.format(
        Locale.ROOT,
        "%-13s  %.3f of %-4d  %.3f of %d",
        type,
        found.share(),
        found.total(),
        whole.share(),
        whole.total());
  }

  private static Accuracy sum(Map<String, Accuracy> counts) {
    int right = 0;
    int total = 0;
    for (Accuracy count : counts.values()) {
      right += count.right();
      total += count.total();
    }
    return new Accuracy(right, total);
  }
}
