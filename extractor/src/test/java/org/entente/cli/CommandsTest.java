package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.endpoint.EntenteServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Runs every command from the command line to what it prints, on stores built from real text. */
class CommandsTest {
  private static final String STORY =
      """
      date 2022-05-04

      TIRANA - President Edi Karu of Norland met Foreign Minister Mira Bel of Sudland in Oslo on Tuesday. \
      They talked for two hours about fishing rights.

      On Monday the United States and Russia held talks in Geneva.
      """;

  @TempDir static Path directory;
  private static Path input;
  private static Path store;
  private static Run built;

  @BeforeAll
  static void build() throws IOException {
    input = Files.createDirectory(directory.resolve("in put"));
    Files.writeString(input.resolve("oslo.txt"), STORY);
    Files.writeString(
        input.resolve("more.jsonl"),
        "{\"id\": \"vienna\", \"published\": \"2021-03-02\", \"text\": \"French President"
            + " Emmanuel Macron met German Chancellor Angela Merkel in Vienna on Monday.\"}\n");
    Files.write(input.resolve("broken.txt"), new byte[] {0, 1, 2, 3, 0, 0, 7});
    store = directory.resolve("a store");
    built = Run.of("build", input, "--store", store, "--report", directory.resolve("report.jsonl"));
  }

  @Test
  void buildTellsWhatItDid() throws IOException {
    assertThat(built.exitCode()).as(built.err()).isEqualTo(ExitCode.OK);
    assertThat(built.out()).isEmpty();
    assertThat(built.err())
        .contains("2 read (2 added", "1 refused", "broken.txt", "keeps its contract");
    assertThat(Files.readString(directory.resolve("report.jsonl")))
        .contains("\"type\":\"refused\"", "\"type\":\"summary\"");
  }

  @Test
  void loadMakesTheSameGraphAgain() throws IOException {
    Path exported = directory.resolve("graph.nq");
    Files.writeString(exported, Run.of("export", "--format", "nq", "--store", store).out());
    Path loaded = directory.resolve("loaded");
    Run load = Run.of("load", exported, "--store", loaded);
    assertThat(load.exitCode()).as(load.err()).isEqualTo(ExitCode.OK);
    assertThat(load.err()).contains("Loaded: ", "keeps its contract");
    assertThat(Run.of("export", "--format", "nq", "--store", loaded).out())
        .isEqualTo(Files.readString(exported));
    Run again = Run.of("load", exported, "--store", loaded);
    assertThat(again.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(again.err()).contains("--replace");
    assertThat(Run.of("load", exported, "--replace", "--store", loaded).exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(Run.of("query", "who-met-whom", "--store", loaded).out())
        .isEqualTo(Run.of("query", "who-met-whom", "--store", store).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<http://example.org/a> <http://example.org/b> .|is not N-Quads",
        "<http://example.org/a> <http://example.org/b> \"c\" <http://example.org/d> .|--base"
      })
  void loadRefusesWhatIsNoGraphAndChangesNothing(String content, String message)
      throws IOException {
    Path file = Files.writeString(directory.resolve("other.nq"), content + "\n");
    Path target = directory.resolve("target");
    Run load = Run.of("load", file, "--store", target);
    assertThat(load.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(load.err()).contains(message);
    assertThat(Run.of("stats", "--store", target).exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(Run.of("load", directory.resolve("none.nq"), "--store", target).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void compactKeepsTheGraph() {
    Path compacted = directory.resolve("compacted");
    Run.of("build", input, "--store", compacted);
    String before = Run.of("export", "--format", "nq", "--store", compacted).out();
    Run compact = Run.of("compact", "--store", compacted);
    assertThat(compact.exitCode()).as(compact.err()).isEqualTo(ExitCode.OK);
    assertThat(compact.err()).contains("MB before");
    assertThat(Run.of("export", "--format", "nq", "--store", compacted).out()).isEqualTo(before);
    assertThat(Run.of("validate", "--store", compacted).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void buildPassesOverWhatIsUnchanged() {
    Run again = Run.of("build", input, "--store", store);
    assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(again.err()).contains("0 added, 0 replaced, 2 unchanged");
  }

  @Test
  void quietPrintsProblemsOnly() {
    Run quiet = Run.of("build", "--quiet", input, "--store", store);
    assertThat(quiet.err()).contains("broken.txt").doesNotContain("unchanged");
  }

  @ParameterizedTest
  @CsvSource({"table, who", "csv, 'who,where'", "tsv, ?who", "json, bindings", "ttl, ResultSet"})
  void queryPrintsEveryFormat(String format, String part) {
    Run run = Run.of("query", "who-met-whom", "--store", store, "--format", format);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains(part).contains("Emmanuel Macron").contains("Vienna");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void queryAsksAnEndpointToo() {
    try (EntenteServer server = EntenteServer.start(store, 0)) {
      Run remote =
          Run.of("query", "who-met-whom", "--endpoint", server.sparql().toString(), "-f", "json");
      assertThat(remote.exitCode()).as(remote.err()).isEqualTo(ExitCode.OK);
      assertThat(remote.out()).contains("Emmanuel Macron");

      Run local = Run.of("query", "who-met-whom", "--store", store);
      assertThat(local.exitCode()).isEqualTo(ExitCode.STORE);
      assertThat(local.err()).contains("in use");
    }
  }

  @Test
  void queryWithoutANameListsTheQuestions() {
    Run run = Run.of("query");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("who-met-whom").contains("?\n").contains("person=...");
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-query, '', no-such-query",
    "meetings-of-person, '', person",
    "meetings-of-person, person, PARAM=VALUE",
    "meetings-of-person, colour=red, colour",
    "meetings-of-person, person=Nobody At All, Nobody At All"
  })
  void queryExplainsWhatIsWrong(String name, String argument, String part) {
    Run run =
        argument.isEmpty()
            ? Run.of("query", "--store", store, name)
            : Run.of("query", "--store", store, name, argument);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(part);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void querySaysThatAnEndpointDoesNotAnswer() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Run run = Run.of("query", "who-met-whom", "--endpoint", "http://localhost:" + port + "/x");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.NETWORK);
    assertThat(run.err()).contains("http://localhost:" + port);
  }

  @Test
  void explainLeadsToTheSentenceAndTheRule() {
    Run run = Run.of("explain", "macron", "--store", store);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("met German Chancellor Angela Merkel in Vienna on Monday.")
        .contains("vienna", "read by: ", "confidence 0.")
        .contains("party    Angela Merkel", "from “Monday”", "dip:status dip:Held");
    String iri = run.out().lines().filter(l -> l.startsWith("https://")).findFirst().orElseThrow();
    assertThat(Run.of("explain", iri, "--store", store)).isEqualTo(run);
    String local = iri.substring(iri.lastIndexOf('/') + 1);
    assertThat(Run.of("explain", local, "--store", store)).isEqualTo(run);
  }

  @Test
  void explainNamesTheEventsThatMatch() {
    Run several = Run.of("explain", "of", "--store", store);
    assertThat(several.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(several.out().lines()).hasSizeGreaterThan(1).allMatch(l -> l.startsWith("event/"));
    Run none = Run.of("explain", "Atlantis", "--store", store);
    assertThat(none.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(none.err()).contains("Atlantis");
  }

  @Test
  void validateFindsNothing() {
    Run run = Run.of("validate", "--store", store);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nq, N-Quads", "ttl, Turtle", "jsonld, JSON-LD"})
  void exportWritesWhatOthersRead(String format, String language) throws IOException {
    Path file = directory.resolve("export." + format);
    Run run = Run.of("export", "--store", store, "--format", format, "--output", file);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(RDFDataMgr.loadDataset(file.toString()).asDatasetGraph().find().hasNext()).isTrue();
    Run printed = Run.of("export", "--store", store, "--format", format);
    if (format.equals("nq")) {
      assertThat(printed.out()).isEqualTo(Files.readString(file));
    }
    assertThat(printed.out()).contains("Macron");
  }

  @ParameterizedTest
  @CsvSource({
    "graphml, <graphml",
    "gexf, <gexf",
    "quickstatements, ''",
    "citation, cff-version: 1.2.0"
  })
  void exportWritesForOtherPrograms(String format, String part) throws IOException {
    Path file = directory.resolve("network." + format);
    Run run = Run.of("export", "--store", store, "--format", format, "--output", file);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(file)).contains(part);
    assertThat(Run.of("export", "--store", store, "--format", format).out())
        .isEqualTo(Files.readString(file));
  }

  @Test
  void exportWritesTables() throws IOException {
    Path folder = directory.resolve("tables/of/events");
    Run run = Run.of("export", "--store", store, "-f", "csv", "-o", folder, "--country", "France");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "CITATION.cff",
              "datapackage.json",
              "events.csv",
              "participations.csv",
              "entities.csv",
              "reports.csv");
    }
    assertThat(Files.readAllLines(folder.resolve("events.csv"))).hasSize(2);
    assertThat(Files.readString(folder.resolve("reports.csv"))).contains("met German Chancellor");
    Path zip = directory.resolve("tables.zip");
    assertThat(Run.of("export", "--store", store, "-f", "csv", "-o", zip).exitCode()).isZero();
    assertThat(zip).isNotEmptyFile();
  }

  @Test
  void annotateMarksTheText() {
    Run run = Run.of("annotate", input.resolve("oslo.txt"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("|person]", "[Tuesday|2022-05-03]", "|place]", "{1}", "when      2022-05-03");
  }

  @Test
  void annotateWritesAPageThatNeedsNothingBesideIt() throws IOException {
    Path text = directory.resolve("markup.txt");
    Files.writeString(
        text, "Angela Merkel met Emmanuel Macron <script>alert(1)</script> in \"Vienna\" & left.");
    Path page = directory.resolve("page.html");
    Run run = Run.of("annotate", "--html", "--published", "2021-03-02", "--output", page, text);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(page))
        .contains("<mark class=\"person", "&lt;script&gt;", "prefers-color-scheme")
        .doesNotContain("<script", "http://", "https://", "<link", "url(");
  }

  @Test
  void evaluateScoresAGoldFile() throws IOException {
    Files.writeString(
        directory.resolve("gold.jsonl"),
        """
        {"id": "oslo", "published": "2022-05-04", "file": "in put/oslo.txt", "meetings": []}
        {"id": "gold-1", "published": "2021-03-02", "text": "Angela Merkel met Emmanuel Macron in Vienna on Monday.", "meetings": [{"kind": "meeting", "status": "held", "participants": [{"name": "Angela Merkel"}, {"name": "Emmanuel Macron"}], "absent": [], "place": {"names": ["Vienna"]}, "date": {"earliest": "2021-03-01", "latest": "2021-03-01"}}]}
        """);
    Path gold = directory.resolve("gold.jsonl");
    Run run = Run.of("evaluate", gold, "--json", "--quiet");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode figures = new ObjectMapper().readTree(run.out());
    assertThat(figures.at("/detect/tp").asInt()).isEqualTo(1);
    assertThat(figures.at("/detect/fp").asInt()).isPositive();

    Path kept = directory.resolve("kept");
    Run lines = Run.of("evaluate", gold, "--errors", "--store", kept, "--floor", "0.99");
    assertThat(lines.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(lines.out()).contains("invented", "detect", "2 documents");
    assertThat(Run.of("validate", "--store", kept).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void evaluateMentionsFindsThePartiesOfMeetings() throws IOException {
    Path gold = directory.resolve("parties.jsonl");
    Files.writeString(
        gold,
        """
        {"id": "p-1", "published": "2021-03-02", "text": "German Chancellor Angela Merkel met Emmanuel Macron on Monday. Ms. Merkel smiled.", "meetings": [{"kind": "meeting", "status": "held", "participants": [{"name": "Angela Merkel", "type": "person"}, {"name": "Emmanuel Macron", "type": "person"}, {"name": "Xanadu Council", "type": "organization"}], "absent": [], "place": {"names": []}, "date": {"earliest": "", "latest": ""}}]}
        """);
    Run run = Run.of("evaluate", "mentions", gold, "--errors");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("missed   organization Xanadu Council")
        .containsPattern("person +1\\.000 of 2 +1\\.000 of 2")
        .contains("different people read as one: 0");
  }

  @Test
  void demoAnswersFromTheSampleCorpus() {
    Path demo = directory.resolve("demo");
    Run run = Run.of("demo", "--no-serve", "--store", demo);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("who", "sentence:", "Donald Trump, Vladimir Putin", "Helsinki");
    assertThat(run.err()).contains("keeps its contract", "entente serve --store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "query who-met-whom", "validate", "export", "explain x"})
  void everyReaderSaysThatThereIsNoStore(String command) {
    Path missing = directory.resolve("missing");
    String[] words = (command + " --store " + missing).split(" ");
    Run run = Run.of((Object[]) words);
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains(missing.toString()).contains("entente build");
    assertThat(missing).doesNotExist();
  }

  @Test
  void buildLeavesAForeignFolderAlone() throws IOException {
    Path foreign = Files.createDirectory(directory.resolve("foreign"));
    Files.writeString(foreign.resolve("letter.txt"), "Dear all");
    Run run = Run.of("build", input, "--store", foreign);
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains("foreign");
    try (Stream<Path> files = Files.list(foreign)) {
      assertThat(files).containsExactly(foreign.resolve("letter.txt"));
    }
  }

  @Test
  void buildSaysThatNothingCouldBeRead() {
    Run run =
        Run.of("build", directory.resolve("nowhere"), "--store", directory.resolve("empty store"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("nowhere");
    assertThat(Run.of("annotate", directory.resolve("nowhere")).exitCode())
        .isEqualTo(ExitCode.INPUT);
    assertThat(Run.of("evaluate", directory.resolve("nowhere")).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void serveSaysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Run run = Run.of("serve", "--store", store, "--port", port);
      assertThat(run.exitCode()).isEqualTo(ExitCode.NETWORK);
      assertThat(run.err()).contains(port).contains("--port");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-such-command",
        "build",
        "build x --threads 0",
        "build x --published yesterday",
        "serve --port many",
        "query who-met-whom --format pdf",
        "export --format docx",
        "export --format csv",
        "export --format nq --country France",
        "export --format gexf --from Tuesday",
        "export --format gexf --kind party",
        "explain",
        "train",
        "train names",
        "demo --port"
      })
  void aWrongCommandLineIsTold(String line) {
    Run run = line.isEmpty() ? Run.of() : Run.of((Object[]) line.split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isNotBlank();
    assertThat(run.out()).isEmpty();
  }

  static List<String> commands() {
    return List.copyOf(Main.commandLine().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExample(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("Usage: entente " + command, "Example", "  entente ");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theHelpListsTheCommandsAndTheExitCodes() {
    Run run = Run.of("--help");
    assertThat(run.out()).contains(commands()).contains("Exit codes:", "130");
    CommandLine version = Main.commandLine();
    assertThat(version.getCommandSpec().versionProvider()).isInstanceOf(Version.class);
    assertThat(Run.of("--version").out()).matches("(?s)Entente \\d+\\.\\d+.*");
  }
}
