package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.logging.LogManager;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.entente.build.DatasetFile;
import org.entente.correction.CorrectionsException;
import org.entente.endpoint.EndpointException;
import org.entente.query.QueryException;
import org.entente.store.StoreException;
import picocli.CommandLine;

/** Entry point of the command line program. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    quietLibraries();
    // Text goes out as UTF-8 whatever the locale, so that names survive pipes.
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = commandLine().setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Returns the command line; its {@code execute} returns one of {@link ExitCode}. */
  static CommandLine commandLine() {
    return new CommandLine(new Entente())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::tell);
  }

  private static int tell(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof CommandFailure failure) {
      return tell(err, failure.getMessage(), failure.advice(), failure.exitCode());
    }
    if (e instanceof EndpointException failure) {
      return tell(err, failure.getMessage(), failure.advice(), ExitCode.NETWORK);
    }
    if (e instanceof CorrectionsException failure) {
      return tell(
          err,
          failure.getMessage(),
          "Correct the file and start again; events and entities are as they were.",
          ExitCode.INPUT);
    }
    if (e instanceof DatasetFile.FaultyException) {
      return tell(
          err,
          e.getMessage(),
          "Correct the file and start again; nothing was changed.",
          ExitCode.INPUT);
    }
    if (e instanceof StoreException failure) {
      return tell(err, failure.getMessage(), failure.advice(), ExitCode.STORE);
    }
    if (e instanceof QueryException) {
      boolean network =
          e.getCause() instanceof HttpException || e.getCause() instanceof QueryExceptionHTTP;
      return tell(err, e.getMessage(), "", network ? ExitCode.NETWORK : ExitCode.USAGE);
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      return tell(err, reason(e), "", ExitCode.INPUT);
    }
    err.println("entente: a defect of the program: " + e);
    err.println("  Please report it with the lines below and the command that you ran.");
    e.printStackTrace(err);
    err.flush();
    return ExitCode.DEFECT;
  }

  private static int tell(PrintWriter err, String message, String advice, int exitCode) {
    err.println("entente: " + message);
    if (!advice.isBlank()) {
      err.println("  " + advice);
    }
    err.flush();
    return exitCode;
  }

  private static String reason(Exception e) {
    Throwable trouble = e instanceof UncheckedIOException ? e.getCause() : e;
    if (trouble instanceof NoSuchFileException missing) {
      return "there is no file or folder " + missing.getFile();
    }
    if (trouble instanceof AccessDeniedException denied) {
      return "you may not read or write " + denied.getFile();
    }
    return String.valueOf(trouble.getMessage());
  }

  private static void quietLibraries() {
    try (InputStream in = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
