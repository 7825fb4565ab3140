package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.extraction.MeetingModels;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains the models of meetings on a few documents. */
class TrainMeetingsTest {
  private static final Path CORPUS = Path.of("training/meetings/meetings-short-a.txt");
  private static final int DOCUMENTS = 80;

  @TempDir private Path folder;

  /** The first documents of the project's own, in a file of their own. */
  private Path corpus(int documents) throws IOException {
    Path file = folder.resolve("first.txt");
    Files.writeString(
        file,
        Files.readString(CORPUS)
            .lines()
            .takeWhile(
                new Predicate<>() {
                  private int seen;

                  @Override
                  public boolean test(String line) {
                    seen += line.startsWith("## ") ? 1 : 0;
                    return seen <= documents;
                  }
                })
            .collect(Collectors.joining("\n")));
    return file;
  }

  private TrainMeetings training(String name) throws IOException {
    return new TrainMeetings(
        new TrainMeetingsSettings(List.of(corpus(DOCUMENTS)), folder.resolve(name), 20, 1, 0.4));
  }

  @Test
  void writesTheSameModelsFromTheSameDocuments() throws IOException {
    List<String> progress = new ArrayList<>();
    Path one = training("one").run(List.of(corpus(DOCUMENTS)), 0, progress::add);
    Path two = training("two").run(List.of(), 0, line -> {});

    assertThat(progress.get(0)).startsWith("80 documents, ");
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    try (InputStream stream = Files.newInputStream(one)) {
      assertThat(MeetingModels.read(stream)).isNotNull();
    }
    assertThat(Files.readString(one.resolveSibling("meetings-en-1.md")))
        .contains("80 documents with ")
        .contains("## first.txt")
        .contains(Iris.hash(Files.readAllBytes(one)));
  }

  @Test
  void measuresOnDocumentsThatWereNotTrainedOn() throws IOException {
    TrainMeetings.Measured measured = training("none").crossValidate(2, 0, line -> {});

    assertThat(measured.scores().documents()).isEqualTo(DOCUMENTS);
    assertThat(measured.scores().goldMeetings()).isGreaterThan(DOCUMENTS / 2);
    assertThat(measured.calibration().bins()).hasSize(10);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void saysWhenTheDocumentsAreTooFew() throws IOException {
    TrainMeetings training =
        new TrainMeetings(
            new TrainMeetingsSettings(List.of(corpus(1)), folder.resolve("few"), 20, 1, 0.4));

    assertThatIOException()
        .isThrownBy(() -> training.run(List.of(), 0, line -> {}))
        .withMessageContaining("too few to learn from");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,-0.1"})
  void refusesSettingsOutOfRange(int iterations, int cutoff, double l2) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainMeetingsSettings(List.of(), folder, iterations, cutoff, l2))
        .withMessageContaining("at least");
  }
}
