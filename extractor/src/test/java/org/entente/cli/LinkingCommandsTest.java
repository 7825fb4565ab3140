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
    assertThat(Run.of("export", "--store", store, "--format", "nq").out())
        .doesNotContain("me@example.org");
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

  @Test
  void linkLinksAStoreThatWasBuiltWithout() throws IOException {
    Path store = folder.resolve("store");
    assertThat(run("build", story, "--store", store).exitCode()).isEqualTo(ExitCode.OK);
    Path added = folder.resolve("people.tsv");
    Files.writeString(
        added, "kind\tqid\tlabel\taliases\tcountry\nperson\tQ900000031\tOla Fjell\t\tNO\n");
    try (LocalServer server = new LocalServer(new WikidataReplay())) {
      Run linked =
          Run.of(
              "link",
              "--store",
              store,
              "--add",
              added,
              "--link",
              "wikidata:" + server.address(),
              "--link-cache",
              folder.resolve("links.jsonl"));
      assertThat(linked.exitCode()).as(linked.err()).isEqualTo(ExitCode.OK);
      assertThat(linked.err()).contains("1 with new links; 2 new links", "keeps its contract");
    }
    Run ids = Run.of("query", "wikidata-ids", "--store", store, "--format", "csv");
    assertThat(ids.out()).contains("Edi Karu,Person,Q900000001", "Ola Fjell,Person,Q900000031");
    assertThat(RecordedRuns.of(store))
        .hasSize(2)
        .anyMatch(run -> run.matches("build .*with 7 files, used 1, removed 0"))
        .anyMatch(
            run ->
                run.matches(
                    "link \\[add .*people.tsv, link wikidata:.*] with 2 files, used 1, removed 0"));
    Run built = run("build", story, "--store", store);
    assertThat(built.err()).contains("1 unchanged");
  }

  @Test
  void aRowThatIsNoneIsTold() throws IOException {
    Path added = folder.resolve("people.tsv");
    Files.writeString(added, "kind\tqid\tlabel\nperson\tQ1\tA B\nperson\t7747\tC D\n");
    Run run = run("annotate", story, "--add", added);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("people.tsv, line 3", "7747");
  }

  @Test
  void enrichFetchesStatementsAndGoesOnWhereItWasStopped() throws IOException {
    Path store = folder.resolve("store");
    Path cache = folder.resolve("statements.jsonl");
    try (LocalServer server = new LocalServer(new WikidataReplay())) {
      run("build", story, "--store", store, "--link", "wikidata:" + server.address());
      int asked = server.requests().size();
      for (int i = 0; i < 2; i++) {
        Run run =
            Run.of(
                "enrich",
                "--store",
                store,
                "--wikidata",
                server.address(),
                "--cache",
                cache,
                "--property",
                "P27,P39");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
      }
      // the items, and the labels of what they name; the second time nothing
      assertThat(server.requests()).hasSize(asked + 2);
    }
    Run graph = Run.of("export", "--store", store, "--format", "nq");
    assertThat(graph.out())
        .contains(
            "<http://www.wikidata.org/entity/Q900000001> <http://www.wikidata.org/prop/direct/P27>"
                + " <http://www.wikidata.org/entity/Q191>"
                + " <https://w3id.org/entente/id/graph/wikidata> .",
            "\"Minister of Foreign Affairs of Estonia\"@en");
    assertThat(Run.of("validate", "--store", store).exitCode()).isEqualTo(ExitCode.OK);
    // the second time changed nothing
    assertThat(RecordedRuns.of(store).stream().filter(run -> run.startsWith("enrich")))
        .singleElement()
        .asString()
        .contains("property P27 P39")
        .endsWith("with 0 files, used 0, removed 0");
    // a later build keeps them, and without a network what is known is written again
    assertThat(run("build", story, "--store", store, "--again").exitCode()).isEqualTo(ExitCode.OK);
    Run away =
        Run.of(
            "enrich",
            "--store",
            store,
            "--wikidata",
            "http://127.0.0.1:9/",
            "--cache",
            cache,
            "--property",
            "P27,P39,P102");
    assertThat(away.exitCode()).isEqualTo(ExitCode.NETWORK);
    assertThat(away.err()).contains("Start the command again");
    assertThat(Run.of("export", "--store", store, "--format", "nq").out())
        .contains("/graph/wikidata> .");
  }
}
