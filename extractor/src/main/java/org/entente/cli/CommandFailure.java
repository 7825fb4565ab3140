package org.entente.cli;

/** Ends a command with a message for the user and an exit code. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String advice;

  /**
   * Makes a failure.
   *
   * @param exitCode one of {@link ExitCode}
   * @param message what is wrong
   * @param advice what to do, or empty
   */
  CommandFailure(int exitCode, String message, String advice) {
    this(exitCode, message, advice, null);
  }

  /** Makes a failure with the one below it, or null. */
  CommandFailure(int exitCode, String message, String advice, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** Returns the exit code. */
  int exitCode() {
    return exitCode;
  }

  /** Returns what to do, or empty. */
  String advice() {
    return advice;
  }
}
