package org.entente.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file is told by line and column; the cases are in {@code faults.txt}. */
class CorrectionsFileTest {
  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void tellsWhatIsWrong(String text, List<String> faults) {
    CorrectionsException thrown =
        catchThrowableOfType(
            CorrectionsException.class, () -> CorrectionsFile.parse("corrections.tsv", text));
    assertThat(thrown).as(text).isNotNull().hasMessageStartingWith("corrections.tsv");
    assertThat(thrown.faults()).extracting(Fault::toString).isEqualTo(faults);
  }

  static Stream<Object[]> faults() throws IOException {
    List<Object[]> cases = new ArrayList<>();
    List<String> text = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    try (var in = CorrectionsFileTest.class.getResourceAsStream("faults.txt")) {
      List<String> lines =
          new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.add("");
      for (String line : lines) {
        if (line.startsWith("| ")) {
          text.add(line.substring(2).replaceAll(" ?; ?", "\t"));
        } else if (line.startsWith("! ")) {
          faults.add(line.substring(2));
        } else if (!faults.isEmpty()) {
          cases.add(new Object[] {String.join("\n", text), List.copyOf(faults)});
          text.clear();
          faults.clear();
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(15);
    return cases.stream();
  }

  @Test
  void readsColumnsInAnyOrderAndPassesOverCommentsAndEmptyLines() {
    Corrections corrections =
        CorrectionsFile.parse(
            "c",
            "\uFEFF# of the archive\r\n\r\nwhy\tdecision\tdocument\r\n# one more\r\n"
                + "old news\tignore\t a b \r\n\tignore\tc");
    assertThat(corrections.rows()).hasSize(2);
    Correction first = corrections.rows().get(0);
    assertThat(first.line()).isEqualTo(5);
    assertThat(first.decision()).isEqualTo(Decision.IGNORE);
    assertThat(first.cell(Column.DOCUMENT)).isEqualTo("a b");
    assertThat(first.cell(Column.WHY)).isEqualTo("old news");
    assertThat(Correction.of(5, first.row())).isEqualTo(first);
    assertThat(first.inWords()).isEqualTo("ignore, document a b");
  }

  @Test
  void theManualShowsEveryDecision() throws IOException {
    String manual = Files.readString(Path.of("CORRECTIONS.md"));
    String example = manual.split("```tsv\n")[1].split("```")[0];
    assertThat(CorrectionsFile.parse("CORRECTIONS.md", example).rows())
        .extracting(Correction::decision)
        .contains(Decision.values());
    for (Decision decision : Decision.values()) {
      assertThat(manual).contains("| `" + decision.word() + "` |");
    }
  }

  @Test
  void whoWhenAndWhyMakeNoOtherDecision() {
    String header = "decision\tdocument\twho\twhy\n";
    assertThat(CorrectionsFile.parse("c", header + "ignore\ta\tB\tx").rows().get(0).key())
        .isEqualTo(CorrectionsFile.parse("c", header + "ignore\ta").rows().get(0).key())
        .isNotEqualTo(CorrectionsFile.parse("c", header + "ignore\tb").rows().get(0).key());
  }

  @Test
  void referencesAreWordsWithPartiesOrAnIri() {
    assertThat(ReportReference.parse("met  in\u00a0Vienna // Ann Lee,  Bo Dahl"))
        .isEqualTo(
            new ReportReference(
                "met in Vienna", List.of("Ann Lee", "Bo Dahl"), java.util.Optional.empty()));
    for (String iri : Arrays.asList("event/12ab", "https://example.org/id/event/12ab")) {
      assertThat(ReportReference.parse(iri).iri()).contains(iri);
    }
    assertThat(ReportReference.parse("event in Vienna").iri()).isEmpty();
  }
}
