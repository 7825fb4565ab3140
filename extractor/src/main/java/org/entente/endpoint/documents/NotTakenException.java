package org.entente.endpoint.documents;

import org.entente.endpoint.guard.Refusal;

/** What was sent is not taken; the refusal says why. */
final class NotTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  NotTakenException(int status, String message) {
    super(message, null, false, false);
    this.refusal = new Refusal(status, message);
  }

  Refusal refusal() {
    return refusal;
  }
}
