package org.entente.annotation;

/** How somebody holds an office, as the text says it. */
public enum Tenure {
  /** In office, or nothing is said. */
  CURRENT,
  /** For the time being: "acting", "interim", "caretaker". */
  ACTING,
  /** Not yet: "president-elect", "prime minister-designate", "incoming". */
  DESIGNATE,
  /** No longer: "former", "ex-", "ousted", "late". */
  FORMER
}
