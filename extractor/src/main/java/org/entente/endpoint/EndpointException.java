package org.entente.endpoint;

/** The endpoint cannot be started; says why and what to do about it. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the trouble lies. */
  public enum Trouble {
    /** There is no store, it cannot be read, or another process has it open. */
    STORE,
    /** The address or port cannot be bound. */
    PORT
  }

  private final Trouble trouble;
  private final String advice;

  /**
   * Says what is wrong.
   *
   * @param trouble where the trouble lies
   * @param message what is wrong, with the directory or port
   * @param advice what to do
   * @param cause the failure below, or null
   */
  public EndpointException(Trouble trouble, String message, String advice, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
    this.advice = advice;
  }

  /** Returns where the trouble lies. */
  public Trouble trouble() {
    return trouble;
  }

  /** Returns what to do, in a sentence. */
  public String advice() {
    return advice;
  }
}
