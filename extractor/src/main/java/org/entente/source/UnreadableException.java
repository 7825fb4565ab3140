package org.entente.source;

/** Says why an input cannot be read as text, and what its owner can do. */
public final class UnreadableException extends Exception {
  private final String advice;

  /**
   * Describes the fault.
   *
   * @param message what was found and what was expected, without the name of the input
   * @param advice what to do
   */
  public UnreadableException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** Returns what to do about it. */
  public String advice() {
    return advice;
  }
}
