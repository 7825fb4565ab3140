package org.entente.reconcile;

/** A request that is not as the specification has it; the message says what was expected. */
public final class ReconciliationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public ReconciliationException(String message) {
    super(message);
  }
}
