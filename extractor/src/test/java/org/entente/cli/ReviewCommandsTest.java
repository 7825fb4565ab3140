package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.endpoint.EntenteServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which a researcher goes through a store: stats, conflicts, diff. */
class ReviewCommandsTest {
  private static final String POST =
      record(
          "post",
          "2021-03-03",
          "The Post",
          "French President Emmanuel Macron met German Chancellor Angela Merkel in Vienna on"
              + " Tuesday for two hours.");
  private static final String TIMES =
      record(
          "times",
          "2021-03-03",
          "The Times",
          "Angela Merkel and Emmanuel Macron met in Vienna on March 2 for three" + " hours.");
  private static final String PLAN =
      record(
          "plan",
          "2021-02-20",
          "The Post",
          "Angela Merkel will meet Emmanuel Macron in Vienna on March 2.");
  private static final String ROME =
      record(
          "rome",
          "2021-05-05",
          "The Post",
          "Joe Biden met Mario Draghi in Rome on Tuesday, May 4.");

  @TempDir static Path directory;

  private static String record(String id, String day, String source, String text) {
    return "{\"id\": \"%s\", \"published\": \"%s\", \"source\": \"%s\", \"text\": \"%s\"}%n"
        .formatted(id, day, source, text);
  }

  private static Path build(String name, String... records) throws IOException {
    Path file = directory.resolve(name + ".jsonl");
    Files.writeString(file, String.join("", records));
    Path store = directory.resolve(name);
    Run run = Run.of("build", file, "--store", store);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    return store;
  }

  private static Path both;

  @BeforeAll
  static void stores() throws IOException {
    both = build("both", POST, TIMES, PLAN);
  }

  @Test
  void statsCountWhatTheStoreHolds() throws IOException {
    Run run = Run.of("stats", "--store", both);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("documents  3 of 2 outlets, published 2021-02-20 to 2021-03-03")
        .contains("reports    3")
        .contains("events     1, 2021-03-02 to 2021-03-02, 1 of more than one independent source");
    JsonNode json = new ObjectMapper().readTree(Run.of("stats", "--store", both, "--json").out());
    assertThat(json.at("/events/Meeting/Held").asInt()).isEqualTo(1);
    assertThat(json.at("/entities/Person").asInt()).isEqualTo(2);
    assertThat(json.at("/linked/Person").asInt()).isEqualTo(2);
  }

  @Test
  void conflictsAreListedWithWhoSaysWhat() {
    Run run = Run.of("conflicts", "--store", both);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("2 hours: post (The Post)", "3 hours: times (The Times)")
        .doesNotContain("status", "date ");
    assertThat(run.err()).contains("1 events with conflicts");
    assertThat(Run.of("conflicts", "--store", both, "--aspect", "date").out()).isEmpty();
    assertThat(Run.of("conflicts", "--store", both, "--aspect", "mood").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void diffTellsWhatChangedAndWhy() throws IOException {
    Path before = build("before", PLAN, ROME);
    Path after = build("after", PLAN, POST);
    Run run = Run.of("diff", before, after);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    List<String> lines = run.out().lines().toList();
    assertThat(lines)
        .anyMatch(l -> l.startsWith("lost") && l.contains("Draghi"))
        .anyMatch(l -> l.startsWith("changed") && l.contains("Macron"))
        .contains("  because document rome is gone", "  because document post is new")
        .contains("  - status planned", "  + status held", "  + length PT2H");
    assertThat(run.err()).contains("0 events gained, 1 lost, 1 changed");
    Run back = Run.of("diff", after, before);
    assertThat(back.out()).contains("gained", "document rome is new", "- status held");
  }

  @Test
  void equalStoresDoNotDiffer() {
    Run run = Run.of("diff", both, both);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    Run missing = Run.of("diff", both, directory.resolve("nothing"));
    assertThat(missing.exitCode()).isEqualTo(ExitCode.STORE);
  }

  @Test
  void whatIsSaidOfTheDatasetStaysAndIsShown() throws Exception {
    Path said = directory.resolve("dataset.txt");
    Files.writeString(
        said,
        """
        title = Vienna talks
        creator = Ada Kask <https://orcid.org/0000-0002-1825-0097>
        licence = https://creativecommons.org/licenses/by/4.0/
        doi = 10.5281/zenodo.1234
        """);
    Path store = build("described", POST);
    Path file = directory.resolve("described.jsonl");
    assertThat(Run.of("stats", "--store", store).out()).contains("title      Entente:");
    Run told = Run.of("build", file, "--store", store, "--dataset", said);
    assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.OK);
    Files.writeString(file, POST + ROME);
    assertThat(Run.of("build", file, "--store", store).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Run.of("stats", "--store", store).out())
        .contains(
            "title      Vienna talks\n",
            "creators   Ada Kask\n",
            "licence    https://creativecommons.org/licenses/by/4.0/\n",
            "doi        https://doi.org/10.5281/zenodo.1234\n");
    try (EntenteServer server = EntenteServer.start(store, 0)) {
      String description =
          new String(
              server.sparql().resolve("/.well-known/void").toURL().openStream().readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(description)
          .contains("Vienna talks", "0000-0002-1825-0097", "by/4.0/", "zenodo.1234")
          .doesNotContain("publicdomain");
    }
    Files.writeString(said, "autor = Ada\n");
    Run faulty = Run.of("build", file, "--store", store, "--dataset", said);
    assertThat(faulty.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(faulty.err()).contains("line 1: no such key: 'autor'");
  }
}
