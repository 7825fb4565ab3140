package org.entente.endpoint;

/** The server cannot listen where it should; says why and what to do about it. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Says what is wrong.
   *
   * @param message what is wrong, with the address and port
   * @param advice what to do
   * @param cause the failure below
   */
  public EndpointException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  /** Returns what to do, in a sentence. */
  public String advice() {
    return advice;
  }
}
