package org.entente.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own that serves a store at a free port. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern PAGES = Pattern.compile("\\s+pages\\s+(\\S+)");

  private final Process process;
  private final URI uri;
  private final String told;

  private ServerProcess(Process process, URI uri, String told) {
    this.process = process;
    this.uri = uri;
    this.told = told;
  }

  /**
   * Starts the program and returns when it serves.
   *
   * @param memory the most that it may take, as the JVM's option has it
   * @param options of the command beside the store and the port
   * @throws IOException with what it told, when it ends before
   */
  public static ServerProcess start(Path store, String memory, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseParallelGC", "-Xmx" + memory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.entente.cli.Main", "serve", "--port", "0"));
    command.addAll(List.of("--store", store.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder told = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      told.append(line).append('\n');
      Matcher pages = PAGES.matcher(line);
      if (pages.matches()) {
        drain(lines);
        return new ServerProcess(process, URI.create(pages.group(1)), told.toString());
      }
    }
    throw new IOException(told.toString());
  }

  /** Reads on, so that the process never waits for a reader. */
  private static void drain(BufferedReader lines) {
    Thread reader = new Thread(() -> lines.lines().forEach(System.err::println), "server's log");
    reader.setDaemon(true);
    reader.start();
  }

  /** Returns the address of the server's pages. */
  public URI uri() {
    return uri;
  }

  /** Returns the address for queries. */
  public URI sparql() {
    return uri.resolve("entente/sparql");
  }

  /** Returns what it told until it served. */
  public String told() {
    return told;
  }

  /** Returns the number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Tells whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
