package org.entente.cli;

/** What the program tells the shell; {@code entente --help} lists the same. */
final class ExitCode {
  /** Everything went well. */
  static final int OK = 0;

  /** The work is done and found something: shapes violated, a figure below its floor, no event. */
  static final int FINDINGS = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Nothing could be read from the input. */
  static final int INPUT = 3;

  /** The store is missing, broken, full or in use. */
  static final int STORE = 4;

  /** A port is taken, or an endpoint does not answer. */
  static final int NETWORK = 5;

  /** A defect of the program. */
  static final int DEFECT = 70;

  /** Stopped by Ctrl-C; the Java runtime itself returns this code. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
