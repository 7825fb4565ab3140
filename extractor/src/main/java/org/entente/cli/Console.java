package org.entente.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.output.WriterOutputStream;
import picocli.CommandLine.Help.Ansi;

/**
 * What the user sees. Results go to standard output and nothing else does; progress, stages and
 * problems go to standard error.
 */
final class Console {
  /** Tells whether standard error is a terminal; the launcher knows and says so. */
  private static final String TERMINAL_PROPERTY = "entente.terminal";

  /** How wide the terminal behind standard output is, if there is one; the launcher says so. */
  private static final String COLUMNS_PROPERTY = "entente.columns";

  /** The width of tables that go to no terminal. */
  private static final int WIDE = 160;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean quiet;
  private final boolean verbose;

  /**
   * Makes a console.
   *
   * @param out for results
   * @param err for everything else
   * @param quiet whether stages and progress are left out
   * @param verbose whether details are told
   */
  Console(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose) {
    this.out = out;
    this.err = err;
    this.quiet = quiet;
    this.verbose = verbose;
  }

  /** Returns the writer of results. */
  PrintWriter out() {
    return out;
  }

  /** Prints a line of the result. */
  void result(String line) {
    out.println(line);
    out.flush();
  }

  /** Returns a stream of UTF-8 onto standard output; flush it, and leave it open. */
  OutputStream stream() throws IOException {
    return WriterOutputStream.builder()
        .setWriter(out)
        .setCharset(StandardCharsets.UTF_8)
        .setWriteImmediately(true)
        .get();
  }

  /** Returns how many characters a line of a table may have. */
  int width() {
    String columns = System.getProperty(COLUMNS_PROPERTY, "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : WIDE;
  }

  /** Tells what a stage did, unless the user wants quiet. */
  void stage(String line) {
    if (!quiet) {
      err.println(line);
      err.flush();
    }
  }

  /** Tells a detail to a user who wants them. */
  void detail(String line) {
    if (verbose) {
      err.println(line);
      err.flush();
    }
  }

  /** Tells what is wrong and what to do. */
  void problem(String message, String advice) {
    err.println(message);
    if (!advice.isBlank()) {
      err.println("  " + advice);
    }
    err.flush();
  }

  /** Returns the text on one line, without the control characters that a terminal would obey. */
  static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ").replaceAll("\\p{Cc}|\\p{Cf}", "").strip();
  }

  /** Returns a progress display: a bar on a terminal, some plain lines elsewhere. */
  Progress progress(String task) {
    if (quiet) {
      return Progress.none();
    }
    return terminal() ? Progress.bar(task) : Progress.lines(task, this);
  }

  /** Tells whether results may carry colours. */
  boolean colours() {
    return Ansi.AUTO.enabled();
  }

  private static boolean terminal() {
    String told = System.getProperty(TERMINAL_PROPERTY);
    return told == null ? Ansi.AUTO.enabled() : Boolean.parseBoolean(told);
  }
}
