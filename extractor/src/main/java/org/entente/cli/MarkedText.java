package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.annotation.Mention;
import org.entente.annotation.TimeExpression;
import org.entente.document.Block;
import org.entente.document.Span;
import org.entente.report.DocumentReports;

/** The text of a document cut into the stretches that differ in what was found in them. */
final class MarkedText {
  /**
   * A stretch of text with the same marks from end to end.
   *
   * @param text its characters
   * @param mention the mention that it is a part of, names before others
   * @param time the time expression that it is a part of
   * @param evidence numbers, from 1, of the reports whose sentence it is a part of
   * @param ending numbers of the reports whose sentence ends with it
   * @param ends whether its mention or time ends with it
   */
  record Stretch(
      String text,
      Optional<Mention> mention,
      Optional<TimeExpression> time,
      List<Integer> evidence,
      List<Integer> ending,
      boolean ends) {}

  private final DocumentReports found;

  /** Marks what was found in a document. */
  MarkedText(DocumentReports found) {
    this.found = found;
  }

  /** Returns the stretches of a block in order. */
  List<Stretch> of(Block block) {
    Span span = block.span();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(span.begin(), span.end()));
    found.annotated().mentions().forEach(m -> cut(cuts, span, m.span()));
    found.annotated().times().forEach(t -> cut(cuts, span, t.span()));
    found.reports().forEach(r -> r.evidence().forEach(e -> cut(cuts, span, e)));
    List<Stretch> stretches = new ArrayList<>();
    Integer begin = null;
    for (int end : cuts) {
      if (begin != null) {
        stretches.add(stretch(new Span(begin, end)));
      }
      begin = end;
    }
    return stretches;
  }

  private static void cut(TreeSet<Integer> cuts, Span block, Span span) {
    if (block.overlaps(span)) {
      cuts.add(Math.max(block.begin(), span.begin()));
      cuts.add(Math.min(block.end(), span.end()));
    }
  }

  private Stretch stretch(Span span) {
    Optional<Mention> mention =
        found.annotated().mentions().stream()
            .filter(m -> m.span().contains(span) && !m.entities().isEmpty())
            .findFirst();
    Optional<TimeExpression> time =
        found.annotated().times().stream().filter(t -> t.span().contains(span)).findFirst();
    List<Integer> evidence = new ArrayList<>();
    List<Integer> ending = new ArrayList<>();
    for (int i = 0; i < found.reports().size(); i++) {
      int number = i + 1;
      for (Span sentence : found.reports().get(i).evidence()) {
        if (sentence.contains(span) && !evidence.contains(number)) {
          evidence.add(number);
        }
        if (sentence.contains(span) && sentence.end() == span.end()) {
          ending.add(number);
        }
      }
    }
    boolean ends =
        mention.map(m -> m.span().end() == span.end()).orElse(false)
            || time.map(t -> t.span().end() == span.end()).orElse(false);
    return new Stretch(
        span.of(found.annotated().document().text()), mention, time, evidence, ending, ends);
  }
}
