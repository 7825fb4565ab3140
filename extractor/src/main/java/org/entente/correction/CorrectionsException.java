package org.entente.correction;

import java.util.List;

/** A file of corrections cannot be applied: its rows are faulty, or contradict each other. */
public final class CorrectionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * Makes an exception.
   *
   * @param source the file
   * @param faults what is wrong with it, at least one
   */
  public CorrectionsException(String source, List<Fault> faults) {
    super(
        faults.size() == 1
            ? source + ", " + faults.get(0)
            : source + ": " + faults.size() + " faults" + lines(faults));
    this.faults = List.copyOf(faults);
  }

  private static String lines(List<Fault> faults) {
    StringBuilder lines = new StringBuilder();
    faults.forEach(fault -> lines.append("\n  ").append(fault));
    return lines.toString();
  }

  /** Returns what is wrong, by line. */
  public List<Fault> faults() {
    return faults;
  }
}
