package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingScorerTest {
  private static final Path SCRIPT = Path.of("../../shared/eval/score_meetings.py");
  private static final List<String> NAMES =
      List.of(
          "Ada Lindqvist",
          "Lindqvist",
          "President Ada Lindqvist",
          "Bo Ek",
          "Ek",
          "Chidi Okafor",
          "Chidi E. Okafor",
          "Okafor",
          "Zoë Straße",
          "ZOE STRASSE",
          "Norway",
          "Norway's",
          "U.S.",
          "United States",
          "the UN",
          "United Nations",
          "Ιωάννης Σοφός",
          "ΣΟΦΟΣ",
          "Kıraç",
          "İnci Ay",
          "Prime Minister",
          "Nguyễn Văn An",
          "Nguyen Van An",
          "",
          "李明",
          "राम");
  private static final List<String> PLACES = List.of("Oslo", "oslo", "Geneva", "Genève", "Bergen");
  private static final List<String> KINDS = List.of("meeting", "talks", "conference", "visit");
  private static final List<String> STATUSES = List.of("held", "held", "planned");

  @Test
  void countsByHand() {
    ScoredMeeting gold =
        meeting("meeting", "held", List.of("Ada Lindqvist", "Bo Ekman"), "Oslo", "2024-05-03");
    ScoredMeeting missed = meeting("call", "planned", List.of("Norway", "Peru"), "", "");
    ScoredMeeting right =
        meeting("talks", "held", List.of("Lindqvist", "Ekman"), "oslo", "2024-05-03");
    ScoredMeeting invented = meeting("meeting", "held", List.of("Chidi Okafor", "Kenya"), "", "");
    Scores scores =
        MeetingScorer.score(
            List.of(new GoldDocument("a", List.of(gold, missed))),
            Map.of("a", List.of(invented, right), "b", List.of(invented)));

    assertThat(scores.detect()).isEqualTo(new Counts(1, 1, 1));
    assertThat(scores.people()).isEqualTo(new Counts(2, 2, 2));
    assertThat(scores.pairs()).isEqualTo(new Counts(1, 1, 0));
    assertThat(scores.strict()).isEqualTo(new Counts(1, 1, 1));
    assertThat(scores.status()).isEqualTo(new Accuracy(1, 1));
    assertThat(scores.kind()).isEqualTo(new Accuracy(0, 1));
    assertThat(scores.place()).isEqualTo(new Accuracy(1, 1));
    assertThat(scores.date()).isEqualTo(new Accuracy(1, 1));
    assertThat(scores.pairs().f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(ScoresFormat.lines(scores))
        .contains(
            "1 documents, 2 gold meetings, 2 system meetings",
            "pairs   P 0.500  R 1.000  F1 0.667   (tp 1 fp 1 fn 0)",
            "kind    accuracy 0.000 of 1");
    assertThat(ScoresFormat.errorLines(scores))
        .containsExactly(
            "a",
            "  missed   call/planned [Norway; Peru] @ ..",
            "  invented meeting/held [Chidi Okafor; Kenya] @ ..",
            "  differs  meeting/held [Ada Lindqvist; Bo Ekman] @Oslo 2024-05-03..2024-05-03"
                + "  <>  talks/held [Lindqvist; Ekman] @oslo 2024-05-03..2024-05-03");
  }

  @Test
  void goldAgainstItselfIsPerfect() {
    Random random = new Random(11);
    List<GoldDocument> gold = documents(random, false);
    Map<String, List<ScoredMeeting>> same = new LinkedHashMap<>();
    gold.forEach(document -> same.put(document.id(), named(document.meetings())));
    List<GoldDocument> named =
        gold.stream().map(d -> new GoldDocument(d.id(), named(d.meetings()))).toList();
    Scores scores = MeetingScorer.score(named, same);
    assertThat(scores.detect().falsePositives()).isZero();
    assertThat(scores.detect().falseNegatives()).isZero();
    assertThat(scores.strict().f1()).isEqualTo(1.0);
    assertThat(scores.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void figuresAreThoseOfTheReferenceScript(int seed, @TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(SCRIPT), () -> "no reference script at " + SCRIPT);
    assumeTrue(onPath("python3"), "no python3 on the PATH");
    Random random = new Random(seed);
    List<GoldDocument> gold = documents(random, false);
    List<GoldDocument> system = documents(random, true);
    Path goldFile = write(folder.resolve("gold.jsonl"), gold);
    Path systemFile = write(folder.resolve("system.jsonl"), system);
    Map<String, List<ScoredMeeting>> found = new LinkedHashMap<>();
    new GoldReader().read(systemFile).forEach(d -> found.put(d.id(), d.meetings()));
    Scores scores = MeetingScorer.score(new GoldReader().read(goldFile), found);

    List<String> expected = new ArrayList<>(ScoresFormat.errorLines(scores));
    expected.addAll(ScoresFormat.lines(scores));
    assertThat(script(folder, goldFile, systemFile, "--errors")).isEqualTo(expected);
    assertThat(script(folder, goldFile, systemFile, "--json"))
        .containsExactly(ScoresFormat.json(scores));
  }

  private static List<String> script(Path folder, Path gold, Path system, String option)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3", SCRIPT.toString(), gold.toString(), "--system", system.toString(), option);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process =
        builder
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(output);
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static List<GoldDocument> documents(Random random, boolean withLabels) {
    List<GoldDocument> documents = new ArrayList<>();
    for (int d = 0; d < 60; d++) {
      List<ScoredMeeting> meetings = new ArrayList<>();
      int count = random.nextInt(5);
      for (int m = 0; m < count; m++) {
        String earliest = "";
        String latest = "";
        if (random.nextInt(3) > 0) {
          int day = 1 + random.nextInt(20);
          earliest = "2024-05-%02d".formatted(day);
          latest = "2024-05-%02d".formatted(day + random.nextInt(8));
        }
        meetings.add(
            new ScoredMeeting(
                pick(random, KINDS),
                pick(random, STATUSES),
                agents(random, 4, withLabels),
                agents(random, 2, withLabels),
                random.nextBoolean()
                    ? List.of()
                    : List.of(pick(random, PLACES), pick(random, PLACES)),
                earliest,
                latest));
      }
      documents.add(new GoldDocument("d" + d, meetings));
    }
    return documents;
  }

  private static List<ScoredAgent> agents(Random random, int most, boolean withLabels) {
    List<ScoredAgent> agents = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      List<String> labels =
          withLabels && random.nextBoolean() ? List.of(pick(random, NAMES)) : List.of();
      String qid = random.nextInt(4) == 0 ? "Q" + (1 + random.nextInt(3)) : "";
      agents.add(new ScoredAgent(pick(random, NAMES), labels, qid));
    }
    return agents;
  }

  private static String pick(Random random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Leaves out what cannot match itself: nameless agents, and meetings without participants. */
  private static List<ScoredMeeting> named(List<ScoredMeeting> meetings) {
    return meetings.stream()
        .filter(m -> !m.participants().isEmpty())
        .filter(m -> m.participants().stream().noneMatch(a -> a.name().isEmpty()))
        .limit(1)
        .toList();
  }

  private static ScoredMeeting meeting(
      String kind, String status, List<String> names, String place, String day) {
    List<ScoredAgent> participants =
        names.stream().map(name -> new ScoredAgent(name, List.of(), "")).toList();
    List<String> places = place.isEmpty() ? List.of() : List.of(place);
    return new ScoredMeeting(kind, status, participants, List.of(), places, day, day);
  }

  private static Path write(Path file, List<GoldDocument> documents) throws IOException {
    var mapper = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (GoldDocument document : documents) {
      List<Map<String, Object>> meetings = new ArrayList<>();
      for (ScoredMeeting meeting : document.meetings()) {
        meetings.add(
            Map.of(
                "kind", meeting.kind(),
                "status", meeting.status(),
                "participants", meeting.participants(),
                "absent", meeting.absent(),
                "place", Map.of("names", meeting.places()),
                "date", Map.of("earliest", meeting.earliest(), "latest", meeting.latest())));
      }
      lines.add(mapper.writeValueAsString(Map.of("id", document.id(), "meetings", meetings)));
    }
    return Files.write(file, lines, StandardCharsets.UTF_8);
  }
}
