package org.entente.extraction;

/** Which end of an event a day is: "began on Monday", "after three days of talks on Friday". */
enum Edge {
  /** Its first day. */
  BEGIN,
  /** Its last day. */
  END,
  /** Neither is told. */
  NONE
}
