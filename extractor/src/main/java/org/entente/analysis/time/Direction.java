package org.entente.analysis.time;

/** Where a date with missing parts lies, seen from the day of publication. */
enum Direction {
  /** The latest fitting day up to the day of publication. */
  PAST,
  /** The first fitting day from the day of publication on. */
  FUTURE,
  /** As {@link #FUTURE}, but yesterday counts: "they are meeting Friday" in Saturday's paper. */
  PRESENT,
  /**
   * The nearer weekday, else as {@link #PAST}: "after Friday's talks they will", in Monday's paper
   * and in Thursday's.
   */
  EITHER
}
