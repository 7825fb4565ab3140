package org.entente.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a document says of the course of an event, and how it was read.
 *
 * @param formats in which form the parties dealt with each other
 * @param outcomes with what result it ended
 * @param partOf number of the report, from 0 in its document, of the event within which it took
 *     place
 * @param derivation the way from the words to the report, step by step
 */
public record Details(
    List<ReportedFormat> formats,
    List<ReportedOutcome> outcomes,
    OptionalInt partOf,
    List<Step> derivation) {
  /** Of which nothing is told. */
  public static final Details NONE =
      new Details(List.of(), List.of(), OptionalInt.empty(), List.of());

  /** Copies the lists. */
  public Details {
    formats = List.copyOf(formats);
    outcomes = List.copyOf(outcomes);
    derivation = List.copyOf(derivation);
  }
}
