package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the program as a process of its own, by its launcher, and does to it what happens to
 * processes: signals, a kill, a file system that takes no more.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class ProcessTest {
  private static final Pattern COUNTS =
      Pattern.compile("(\\d+) added, (\\d+) replaced, (\\d+) unchanged");

  @TempDir static Path directory;
  private static Path launcher;
  private static String whole;

  /** What a process said. */
  private record Ended(int exitCode, String out, String err) {}

  /** Builds in one go what the other builds are to arrive at. */
  @BeforeAll
  static void buildWhole() throws IOException {
    Path input = Files.writeString(directory.resolve("whole.jsonl"), records(0, 60));
    Path store = directory.resolve("whole");
    assertThat(Run.of("build", input, "--store", store).exitCode()).isEqualTo(ExitCode.OK);
    whole = facts(store);
  }

  /** Lays the launcher out as in a clone, with a jar that points to the classes under test. */
  @BeforeAll
  static void layOut() throws IOException {
    Path home = Files.createDirectories(directory.resolve("a home"));
    launcher = home.resolve("entente");
    Files.copy(Path.of("..", "entente"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "org.entente.cli.Main");
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(":"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = home.resolve("extractor/target/entente.jar");
    Files.createDirectories(jar.getParent());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  void theLauncherWorksFromAnyFolderAndByALink() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), launcher);
    Path second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("link"));
    for (Path path : List.of(launcher, link, second)) {
      Ended run =
          run(new ProcessBuilder(path.toString(), "--version").directory(elsewhere.toFile()));
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("Entente ");
      assertThat(run.err()).isEmpty();
    }
    // The class archive, empty where Java makes none of such a jar, and nothing else is left.
    try (Stream<Path> files = Files.list(launcher.resolveSibling("extractor/target"))) {
      assertThat(files.filter(file -> !file.toString().endsWith(".jar")))
          .singleElement()
          .satisfies(archive -> assertThat(archive).isRegularFile().hasExtension("jsa"));
    }
    Ended usage = run(new ProcessBuilder(launcher.toString(), "no-such-command"));
    assertThat(usage.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theLauncherSaysWhichJavaItNeeds() throws Exception {
    ProcessBuilder none = new ProcessBuilder(launcher.toString(), "--version");
    none.environment().put("JAVA_HOME", directory.resolve("no java").toString());
    Ended run = run(none);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("JAVA_HOME", "no java", "17");

    Path old = Files.createDirectories(directory.resolve("old java/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    ProcessBuilder eleven = new ProcessBuilder(launcher.toString(), "--version");
    eleven.environment().put("JAVA_HOME", old.getParent().getParent().toString());
    run = run(eleven);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Java 11 is too old", "17");
  }

  @Test
  void namesComeOutAsUtf8WhateverTheLocale() throws Exception {
    Path text = Files.writeString(directory.resolve("accents.txt"), "Erdoğan met Peña in Kraków.");
    ProcessBuilder plain = new ProcessBuilder(launcher.toString(), "annotate", text.toString());
    plain.environment().put("LC_ALL", "C");
    assertThat(run(plain).out()).contains("Erdoğan", "Peña", "Kraków");
  }

  @Test
  void aKilledBuildGoesOnWhereItWas() throws Exception {
    Path store = directory.resolve("killed");
    Process build = startBuild(store);
    feed(build, 0, 40);
    awaitCommitted(build, 30);
    build.destroyForcibly();
    assertThat(build.waitFor()).isEqualTo(128 + 9);
    resume(store, 30);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void anInterruptedBuildFinishesItsBatchAndGoesOn(String signal, int exitCode) throws Exception {
    // Where the tests themselves run in the background, a shell has made them deaf to Ctrl-C.
    String[] hearing = {"env", "--default-signal=INT"};
    assumeTrue(run(new ProcessBuilder(hearing[0], hearing[1], "true")).exitCode() == 0);
    Path store = directory.resolve("interrupted by " + signal);
    Process build = startBuild(store, hearing);
    feed(build, 0, 40);
    awaitCommitted(build, 30);
    run(new ProcessBuilder("kill", "-" + signal, String.valueOf(build.pid())));
    assertThat(build.waitFor()).isEqualTo(exitCode);
    resume(store, 30);
  }

  @Test
  void aFileSystemThatTakesNoMoreEndsTheBuildAndLosesNothing() throws Exception {
    Path store = directory.resolve("full");
    Path input = Files.writeString(directory.resolve("records.jsonl"), records(0, 60));
    // The limit on the size of a file stands in for a disk with no space left.
    Ended full =
        run(
            new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 4000; exec \"$0\" build \"$1\" --store \"$2\" --batch 10",
                launcher.toString(),
                input.toString(),
                store.toString()));
    assertThat(full.exitCode()).as(full.err()).isEqualTo(ExitCode.STORE);
    assertThat(full.err()).contains(store.toString()).doesNotContain("defect");
    resume(store, 0);
  }

  @Test
  void aStoreThatIsBeingBuiltIsTold() throws Exception {
    Path store = directory.resolve("in use");
    Process build = startBuild(store);
    try {
      feed(build, 0, 10);
      awaitCommitted(build, 5);
      Run second =
          Run.of("build", Files.createFile(directory.resolve("other.txt")), "--store", store);
      assertThat(second.exitCode()).isEqualTo(ExitCode.STORE);
      assertThat(second.err()).contains("in use");
      for (String command : List.of("validate", "serve")) {
        Run run = Run.of(command, "--store", store);
        assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
        assertThat(run.err()).contains("its first build was not finished");
      }
    } finally {
      build.destroyForcibly().waitFor();
    }
  }

  /** Starts a build that reads records from the test, batch by batch. */
  private static Process startBuild(Path store, String... prefix) throws IOException {
    List<String> command = new ArrayList<>(List.of(prefix));
    command.addAll(List.of(launcher.toString(), "build", "--verbose", "-"));
    command.addAll(List.of("--store", store.toString(), "--batch", "5"));
    return new ProcessBuilder(command).start();
  }

  private static void feed(Process build, int from, int to) throws IOException {
    OutputStream in = build.getOutputStream();
    in.write(records(from, to).getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** Reads standard error until so many documents are told as added. */
  private static void awaitCommitted(Process build, int count) throws IOException {
    BufferedReader err = build.errorReader(StandardCharsets.UTF_8);
    List<String> told = new ArrayList<>();
    int added = 0;
    while (added < count) {
      String line = err.readLine();
      assertThat(line).as(String.join("\n", told)).isNotNull();
      told.add(line);
      if (line.contains(": added, ")) {
        added++;
      }
    }
  }

  /** Builds all 60 records into the store and checks that none was lost and none is doubled. */
  private static void resume(Path store, int atLeast) throws Exception {
    Path input = Files.writeString(directory.resolve("all.jsonl"), records(0, 60));
    Run rest = Run.of("build", input, "--store", store);
    assertThat(rest.exitCode()).as(rest.err()).isEqualTo(ExitCode.OK);
    Matcher counts = COUNTS.matcher(rest.err());
    assertThat(counts.find()).isTrue();
    int added = Integer.parseInt(counts.group(1));
    int unchanged = Integer.parseInt(counts.group(3));
    assertThat(unchanged).isGreaterThanOrEqualTo(atLeast);
    assertThat(added + unchanged).isEqualTo(60);

    assertThat(facts(store)).isEqualTo(whole);
  }

  /** Returns all that a store holds but when it was built, and by which runs. */
  private static String facts(Path store) {
    return Run.of("export", "--store", store)
        .out()
        .lines()
        .filter(line -> !line.contains("/graph/runs> .") && !line.contains("/dc/terms/modified>"))
        .collect(Collectors.joining("\n"));
  }

  /** Records with white space between their fields, more than the reader looks ahead. */
  private static String records(int from, int to) {
    String space = " ".repeat(8 << 10);
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                "{\"id\": \"r%d\",%s\"published\": \"2020-01-%02d\", \"text\": \"Angela Merkel met"
                        .formatted(i, space, 1 + i % 28)
                    + " Emmanuel Macron in Paris on Monday.\"}\n")
        .collect(Collectors.joining());
  }

  private static Ended run(ProcessBuilder builder) throws Exception {
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
