package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.extraction.MeetingModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains the models of meetings on a few documents. */
class TrainMeetingsTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/org/entente/train/meetings.txt");

  @TempDir private Path folder;

  private TrainMeetings training(String name) {
    return new TrainMeetings(
        new TrainMeetingsSettings(List.of(CORPUS), folder.resolve(name), 20, 1, 0.4));
  }

  @Test
  void writesTheSameModelsFromTheSameDocuments() throws IOException {
    List<String> progress = new ArrayList<>();
    Path one = training("one").run(List.of(CORPUS), 0, progress::add);
    Path two = training("two").run(List.of(), 0, line -> {});

    assertThat(progress.get(0)).isEqualTo("8 documents, 7 meetings");
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    try (InputStream stream = Files.newInputStream(one)) {
      assertThat(MeetingModels.read(stream)).isNotNull();
    }
    assertThat(Files.readString(one.resolveSibling("meetings-en-1.md")))
        .contains("8 documents with 7 meetings")
        .contains("## meetings.txt")
        .contains(ModelCard.sha256(Files.readAllBytes(one)));
  }

  @Test
  void measuresOnDocumentsThatWereNotTrainedOn() throws IOException {
    TrainMeetings.Measured measured = training("none").crossValidate(2, 0, line -> {});

    assertThat(measured.scores().documents()).isEqualTo(8);
    assertThat(measured.scores().goldMeetings()).isEqualTo(7);
    assertThat(measured.calibration().bins()).hasSize(10);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,-0.1"})
  void refusesSettingsOutOfRange(int iterations, int cutoff, double l2) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TrainMeetingsSettings(List.of(), folder, iterations, cutoff, l2))
        .withMessageContaining("at least");
  }
}
