package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A researcher's way with one store: corrections come, stay, are told, and are taken back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionsCommandTest {
  private static final String HEADER = "decision\tdocument\treport\tvalue\twho\twhy\n";

  @TempDir static Path directory;
  private static Path texts;
  private static Path store;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    texts = Files.createDirectory(directory.resolve("texts"));
    text("post", "Emmanuel Macron met Angela Merkel in Vienna on Tuesday, March 2.");
    text("times", "Angela Merkel and Emmanuel Macron met in Graz on March 2, 2021.");
    store = directory.resolve("store");
    file = directory.resolve("corrections.tsv");
  }

  private static void text(String id, String text) throws IOException {
    Files.writeString(texts.resolve(id + ".txt"), "Published: March 3, 2021\n\n" + text + "\n");
  }

  @Test
  @Order(1)
  void aFaultyFileEndsTheBuildBeforeItBegins() throws IOException {
    Files.writeString(file, HEADER + "status\tpost\tmet Angela\tmaybe\n" + "skip\tpost\n");
    Run run = Run.of("build", texts, "--store", store, "--corrections", file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .contains("corrections.tsv: 2 faults", "line 2, column value: 'maybe'; expected held,")
        .contains("line 3, column decision: 'skip' is no decision");
    assertThat(store).doesNotExist();
    assertThat(Run.of("corrections", "check", file).exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  @Order(2)
  void correctionsOfABuildStayInForce() throws IOException {
    Files.writeString(
        file,
        HEADER
            + "place\ttimes\tMerkel and Emmanuel\tVienna (Q1741)\tA. Reader\ta slip\n"
            + "status\tpost\tnever said\tdenied\n");
    assertThat(Run.of("corrections", "check", file).exitCode()).isEqualTo(ExitCode.OK);
    Run run = Run.of("build", texts, "--store", store, "--corrections", file);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err())
        .contains("Corrections: 2 in force, 1 of them applied, 1 with warnings")
        .contains("line 3: no report of the document has these words in its evidence: never said")
        .contains("Events: 1 in the store");
    text("herald", "Angela Merkel flew to Vienna, where she met Emmanuel Macron on March 2, 2021.");
    run = Run.of("build", texts, "--store", store);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Corrections: 2 in force, 1 of them applied");
    assertThat(Run.of("corrections", "check", file, "--store", store).exitCode())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  @Order(3)
  void whatWasCorrectedIsTold() {
    Run run = Run.of("explain", "Merkel", "--store", store);
    assertThat(run.out())
        .contains("corrected: place, document times")
        .contains("(A. Reader): a slip")
        .contains("to correct: times\tAngela Merkel and Emmanuel Macron met");
    assertThat(Run.of("stats", "--store", store).out())
        .contains("decisions  2 corrections, 1 of them applied");
    assertThat(Run.of("conflicts", "--store", store).out()).isEmpty();
  }

  @Test
  @Order(3)
  void diffTellsWhatWasDecided() throws IOException {
    Path other = directory.resolve("other");
    Path decided =
        Files.writeString(
            directory.resolve("other.tsv"), HEADER + "duration\tpost\tmet Angela\t3:00\n");
    Run build = Run.of("build", texts, "--store", other, "--corrections", decided);
    assertThat(build.exitCode()).as(build.err()).isEqualTo(ExitCode.OK);
    assertThat(Run.of("diff", store, other).out())
        .contains("  + length PT3H", "because it was decided: duration, document post")
        .contains("because a decision was taken back: place, document times");
  }

  @Test
  @Order(4)
  void theListIsAFileThatGivesTheSameStore() throws IOException {
    Run list = Run.of("corrections", "list", "--store", store);
    assertThat(list.out()).contains("# no report of the document has these words");
    Path copy = Files.writeString(directory.resolve("copy.tsv"), list.out());
    Run run = Run.of("corrections", "apply", copy, "--store", store);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Documents: 0 changed");
    assertThat(
            Run.of("corrections", "list", "--store", store)
                .out()
                .lines()
                .filter(line -> !line.startsWith("#")))
        .containsExactlyElementsOf(
            list.out().lines().filter(line -> !line.startsWith("#")).toList());
  }

  @Test
  @Order(5)
  void takenBackTheyLeaveNothing() throws IOException {
    Files.writeString(file, HEADER);
    Run run = Run.of("corrections", "apply", file, "--store", store);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Documents: 1 changed").doesNotContain("in force");
    Run conflicts = Run.of("conflicts", "--store", store, "--aspect", "place");
    List<String> events = Run.of("query", "who-met-whom", "--store", store).out().lines().toList();
    assertThat(conflicts.out() + events).contains("Graz");
  }

  @Test
  @Order(6)
  void removedDocumentsAreGone() {
    Run run = Run.of("remove", "times", "nothing", "--store", store);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("Documents: 1 removed", "the store has no document nothing");
    assertThat(Run.of("query", "who-met-whom", "--store", store).out()).doesNotContain("Graz");
    assertThat(Run.of("remove", "post", "--store", directory.resolve("none")).exitCode())
        .isEqualTo(ExitCode.STORE);
  }

  @Test
  @Order(7)
  void whatChangedTheStoreIsRecorded() throws IOException {
    assertThat(RecordedRuns.of(store))
        .containsExactly(
            "build [corrections " + file + "] with 7 files, used 2, removed 0",
            "build [] with 7 files, used 1, removed 0",
            // the same decisions on other lines of another file
            "corrections apply [] with 1 files, used 0, removed 0",
            "corrections apply [] with 1 files, used 1, removed 0",
            "remove [] with 1 files, used 0, removed 1");
  }
}
