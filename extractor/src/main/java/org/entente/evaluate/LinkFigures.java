package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well mentions or parties are linked to Wikidata identifiers.
 *
 * @param documents number of documents
 * @param held of the people, bodies and places with an identifier, those whose identifier the
 *     gazetteer holds
 * @param right of the held ones, those linked to their identifier
 * @param wrong of the held ones, those linked to another
 * @param found of the held ones, those that an entity of the program overlaps or names
 * @param unknown of the people, bodies and places whose identifier the gazetteer lacks, those
 *     linked to something else
 * @param nameless of the mentions for which the gold standard itself knows no identifier, those
 *     linked
 * @param endToEnd all links of the program beside all mentions with an identifier, by exact bounds;
 *     nothing where the gold standard gives no bounds
 * @param errors what was linked wrong, not linked or not found, as lines
 */
public record LinkFigures(
    int documents,
    Accuracy held,
    Accuracy right,
    Accuracy wrong,
    Accuracy found,
    Accuracy unknown,
    Accuracy nameless,
    Counts endToEnd,
    List<String> errors) {
  /** Figures of nothing. */
  public static final LinkFigures NONE =
      new LinkFigures(
          0,
          Accuracy.NONE,
          Accuracy.NONE,
          Accuracy.NONE,
          Accuracy.NONE,
          Accuracy.NONE,
          Accuracy.NONE,
          Counts.NONE,
          List.of());

  /** Copies the lines. */
  public LinkFigures {
    errors = List.copyOf(errors);
  }

  /** Returns the figures of both. */
  public LinkFigures plus(LinkFigures other) {
    List<String> lines = new ArrayList<>(errors);
    lines.addAll(other.errors);
    return new LinkFigures(
        documents + other.documents,
        sum(held, other.held),
        sum(right, other.right),
        sum(wrong, other.wrong),
        sum(found, other.found),
        sum(unknown, other.unknown),
        sum(nameless, other.nameless),
        new Counts(
            endToEnd.truePositives() + other.endToEnd.truePositives(),
            endToEnd.falsePositives() + other.endToEnd.falsePositives(),
            endToEnd.falseNegatives() + other.endToEnd.falseNegatives()),
        lines);
  }

  private static Accuracy sum(Accuracy a, Accuracy b) {
    return new Accuracy(a.right() + b.right(), a.total() + b.total());
  }

  /** Returns what a link of a held mention reaches: right ones, wrong ones, missing ones. */
  public Counts known() {
    return new Counts(right.right(), wrong.right(), right.total() - right.right());
  }

  /** Returns the head of the table whose rows {@link #row} gives. */
  public static String head() {
    return String.format(
        Locale.ROOT,
        "%-26s %6s %6s | %6s %6s %6s %6s %6s | %7s %7s | %6s %6s %6s",
        "file",
        "gold",
        "held",
        "P",
        "R",
        "F1",
        "wrong",
        "found",
        "unknown",
        "no id",
        "all P",
        "R",
        "F1");
  }

  /** Returns one row of a table. */
  public String row(String name) {
    Counts known = known();
    return String.format(
        Locale.ROOT,
        "%-26s %6d %6.3f | %6.3f %6.3f %6.3f %6.3f %6.3f | %7s %7s | %6.3f %6.3f %6.3f",
        name,
        held.total(),
        held.share(),
        known.precision(),
        known.recall(),
        known.f1(),
        wrong.share(),
        found.share(),
        share(unknown),
        share(nameless),
        endToEnd.precision(),
        endToEnd.recall(),
        endToEnd.f1());
  }

  private static String share(Accuracy accuracy) {
    return accuracy.total() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", accuracy.share());
  }
}
