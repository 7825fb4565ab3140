package org.entente.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.ReaderSettings;
import org.entente.report.DocumentReports;
import org.entente.report.Report;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads events from records whose text leaves out what their fields tell; the cases are data. */
class RecordsTest {
  private static final Extractor EXTRACTOR = Extractor.load();

  @TempDir Path directory;

  /** A record and the events that it reports, each in a line. */
  record Case(List<String> fields, List<String> events) {
    @Override
    public String toString() {
      return fields.get(0) + ": " + fields.get(4);
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = RecordsTest.class.getResourceAsStream("records.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(
              line -> {
                if (line.startsWith(">")) {
                  cases.get(cases.size() - 1).events().add(line.substring(1).strip());
                } else {
                  List<String> fields =
                      Stream.of(line.split("\\|", -1)).map(String::strip).toList();
                  cases.add(new Case(fields, new ArrayList<>()));
                }
              });
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheEvents(Case record) throws IOException {
    Document document = read(record.fields());
    DocumentReports found = EXTRACTOR.extract(document);
    assertThat(found.annotated().document()).isEqualTo(document);
    assertThat(found.reports().stream().map(r -> told(r, document)).toList())
        .containsExactlyInAnyOrderElementsOf(record.events());
    found
        .annotated()
        .mentions()
        .forEach(m -> assertThat(m.span().of(document.text()).strip()).isNotEmpty());
  }

  private static String told(Report report, Document document) {
    String evidence = report.evidence().get(0).of(document.text());
    String subject = document.context().orElseThrow().subject();
    assertThat(evidence).startsWith(subject);
    return String.join(
        "; ",
        report.kind().name(),
        report.status().name(),
        report.participants().stream()
            .map(p -> p.agent().name())
            .sorted()
            .collect(Collectors.joining(" + ")),
        report.places().stream().map(p -> p.name()).findFirst().orElse(""),
        report.date().map(d -> d.earliest().toString()).orElse(""),
        report.date().map(d -> d.latest().toString()).orElse(""),
        last(evidence, 2));
  }

  private static String last(String text, int words) {
    String[] parts = text.split("\\s+");
    return Stream.of(parts)
        .skip(Math.max(0, parts.length - words))
        .collect(Collectors.joining(" "));
  }

  private Document read(List<String> fields) throws IOException {
    Path file = directory.resolve("records.tsv");
    Files.writeString(
        file, "Traveler\tPlace\tFrom\tTo\tRemarks\n" + String.join("\t", fields) + "\n");
    List<Document> documents = new ArrayList<>();
    new DocumentReader(ReaderSettings.defaults())
        .read(
            List.of(file),
            Optional.empty(),
            new DocumentSink() {
              @Override
              public void document(Document document) {
                documents.add(document);
              }

              @Override
              public void problem(Problem problem) {
                throw new AssertionError(problem.toString());
              }
            });
    return documents.get(0);
  }
}
