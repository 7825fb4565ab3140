package org.entente.endpoint.guard;

/** Ends the handling of a request with a refusal. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(int status, String message) {
    super(message, null, false, false);
    this.refusal = new Refusal(status, message);
  }

  Refusal refusal() {
    return refusal;
  }
}
