package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.web.LocalServer;
import org.entente.wikidata.WikidataReplay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands that link, with servers on this machine in the place of Wikidata. */
class LinkingCommandsTest {
  private static final String STORY =
      "Estonian Foreign Minister Edi Karu met Norwegian Foreign Minister Ola Fjell in Oslo on"
          + " Tuesday.\n";

  @TempDir Path folder;
  private Path story;

  @BeforeEach
  void write() throws IOException {
    story = folder.resolve("story.txt");
    Files.writeString(story, STORY);
  }

  private Run run(String command, Path what, Object... more) {
    Object[] args = new Object[4 + more.length];
    args[0] = command;
    args[1] = what;
    args[2] = "--published=2021-03-04";
    args[3] = "--link-cache=" + folder.resolve("cache/links.jsonl");
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  @Test
  void buildLinksWhatTheGazetteerDoesNotKnow() {
    Path store = folder.resolve("store");
    try (LocalServer server = new LocalServer(new WikidataReplay())) {
      Run built =
          run(
              "build",
              story,
              "--store",
              store,
              "--link",
              "wikidata:" + server.address(),
              "--contact",
              "me@example.org");
      assertThat(built.exitCode()).as(built.err()).isEqualTo(ExitCode.OK);
      assertThat(built.err()).contains("2 names asked for, 1 linked, 0 without an answer");
      assertThat(server.agents()).allMatch(agent -> agent.contains("me@example.org"));
      // only what a report names leaves the machine
      assertThat(server.requests().stream().map(r -> r.get("search")).filter(n -> n != null))
          .containsExactlyInAnyOrder("Edi Karu", "Ola Fjell");
    }
    Run ids = Run.of("query", "wikidata-ids", "--store", store, "--format", "csv");
    assertThat(ids.out()).contains("Edi Karu,Person,Q900000001,exact");
  }

  @Test
  void buildGoesOnWithoutANetwork() {
    Run built =
        run(
            "build",
            story,
            "--store",
            folder.resolve("store"),
            "--link",
            "reconcile:http://127.0.0.1:9/reconcile");
    assertThat(built.exitCode()).as(built.err()).isEqualTo(ExitCode.OK);
    assertThat(built.err())
        .contains("no links from http://127.0.0.1:9/reconcile", "keeps its contract");
  }

  @Test
  void annotateLinksToo() {
    try (LocalServer server = new LocalServer(new WikidataReplay())) {
      Run run = run("annotate", story, "--link", "wikidata:" + server.address());
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).contains("Q900000001");
    }
    assertThat(run("annotate", story).out()).doesNotContain("Q900000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconcile", "dbpedia", "reconcile:file:///etc", "wikidata:", ""})
  void otherServicesAreWrong(String service) {
    assertThat(run("annotate", story, "--link", service).exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
