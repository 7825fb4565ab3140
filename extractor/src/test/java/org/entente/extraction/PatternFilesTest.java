package org.entente.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;
import org.entente.document.Span;
import org.entente.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the pattern files reads its positive example and not its negative one. */
class PatternFilesTest {
  private static Extractor extractor;

  @BeforeAll
  static void load() {
    extractor = Extractor.load(Gazetteer.load(), ExtractionSettings.PATTERNS);
  }

  static Document document(String text) {
    return new Document(
        "example",
        text,
        List.of(new Block(new Span(0, text.length()), BlockKind.PARAGRAPH)),
        Optional.of(LocalDate.of(2024, 5, 15)),
        "",
        "",
        "",
        "example");
  }

  static Stream<Arguments> triggers() {
    return Stream.of("verbs.tsv", "nouns.tsv", "journeys.tsv", "gatherings.tsv")
        .flatMap(
            file ->
                Table.read(file).rows().stream()
                    .map(row -> Arguments.of(file, row.get("id"), row)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("triggers")
  void triggerReadsItsExample(String file, String id, Map<String, String> row) {
    String rule = file.equals("nouns.tsv") ? "noun-" + id : id;
    assertThat(extractor.extract(document(row.get("positive"))).reports())
        .as(row.get("positive"))
        .extracting(Report::rule)
        .containsExactly(rule);
    assertThat(extractor.extract(document(row.get("negative"))).reports())
        .as(row.get("negative"))
        .isEmpty();
  }

  static Stream<Arguments> cues() {
    return Stream.of("governors.tsv", "controls.tsv", "modifiers.tsv", "contexts.tsv")
        .flatMap(
            file ->
                Table.read(file).rows().stream()
                    .map(row -> Arguments.of(file, row.get("id"), row)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cues")
  void cueChangesTheReading(String file, String id, Map<String, String> row) {
    List<Report> with = extractor.extract(document(row.get("positive"))).reports();
    List<Report> without = extractor.extract(document(row.get("negative"))).reports();
    assertThat(with).as(row.get("positive")).hasSize(1);
    String status = row.get("status");
    if (!status.equals("tense") && !status.equals("same")) {
      assertThat(with.get(0).status().name().toLowerCase(Locale.ROOT))
          .as(row.get("positive"))
          .isEqualTo(status);
    }
    assertThat(with).as("the example differs from its counterexample").isNotEqualTo(without);
  }

  static Stream<Arguments> details() {
    return Stream.of("formats.tsv", "outcomes.tsv")
        .flatMap(
            file ->
                Table.read(file).rows().stream()
                    .map(row -> Arguments.of(file, row.get("id"), row)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("details")
  void detailIsReadOfTheEvent(String file, String id, Map<String, String> row) {
    String told = row.get(file.equals("formats.tsv") ? "format" : "outcome");
    String positive = row.get("positive");
    List<Report> with = extractor.extract(document(positive)).reports();
    assertThat(with).as(positive).isNotEmpty();
    assertThat(details(with.get(0))).as(positive).containsExactly(told);
    String negative = row.get("negative");
    List<Report> without = extractor.extract(document(negative)).reports();
    assertThat(without).as(negative).isNotEmpty();
    assertThat(without).as(negative).noneMatch(r -> details(r).contains(told));
  }

  private static List<String> details(Report report) {
    return Stream.concat(
            report.details().formats().stream().map(f -> f.format().name()),
            report.details().outcomes().stream().map(o -> o.outcome().name()))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  static Stream<Arguments> attendance() {
    return Table.read("attendance.tsv").rows().stream()
        .map(row -> Arguments.of(row.get("id"), row));
  }

  @ParameterizedTest(name = "attendance.tsv {0}")
  @MethodSource("attendance")
  void attendanceIsReadIntoTheEventToldBefore(String id, Map<String, String> row) {
    boolean led = row.get("subject").equals("led") || row.get("object").equals("led");
    String parties =
        led ? "Germany, France and Italy" : "Angela Merkel, Emmanuel Macron and Giorgia Meloni";
    String told = parties + " held a summit in Berlin. ";
    Report plain = summit(told + row.get("negative"));
    Report read = summit(told + row.get("positive"));
    assertThat(plain.participants()).as(row.get("negative")).hasSize(3);
    assertThat(plain.absentees()).as(row.get("negative")).isEmpty();
    boolean absent =
        List.of(row.get("subject"), row.get("object"), row.get("phrase")).stream()
            .anyMatch(cell -> cell.endsWith("absent") || cell.equals("replaced"));
    boolean present =
        List.of(row.get("subject"), row.get("object"), row.get("phrase")).stream()
            .anyMatch(cell -> cell.endsWith("present"));
    assertThat(read.absentees()).as(row.get("positive")).hasSize(absent ? 1 : 0);
    assertThat(read.participants()).as(row.get("positive")).hasSize(present && !led ? 4 : 3);
    assertThat(read.participants().stream().anyMatch(p -> p.agent().name().equals("Heiko Maas")))
        .as(row.get("positive"))
        .isEqualTo(led || present && row.get("positive").contains("Heiko Maas"));
  }

  private static Report summit(String text) {
    return extractor.extract(document(text)).reports().get(0);
  }
}
