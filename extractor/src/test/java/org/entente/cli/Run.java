package org.entente.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One run of the command line in this process.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record Run(int exitCode, String out, String err) {
  /** Runs a command; paths are written as they print. */
  static Run of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Arrays.stream(args)
                    .map(a -> a instanceof Path path ? path.toString() : (String) a)
                    .toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
