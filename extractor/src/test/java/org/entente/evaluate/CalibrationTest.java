package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many meetings of each confidence are right. */
class CalibrationTest {
  private static ScoredMeeting meeting(String status, double confidence, String... names) {
    return new ScoredMeeting(
        "meeting",
        status,
        List.of(names).stream().map(n -> new ScoredAgent(n, List.of(), "")).toList(),
        List.of(),
        List.of(),
        "",
        "",
        confidence,
        List.of(),
        "");
  }

  @Test
  void countsTheRightOnesOfEachTenth() {
    GoldDocument gold =
        new GoldDocument(
            "d",
            Optional.empty(),
            Optional.of("text"),
            Optional.empty(),
            List.of(meeting("held", 1, "Ada", "Bo"), meeting("planned", 1, "Cy", "Di")));
    Calibration calibration =
        Calibration.of(
            List.of(gold),
            Map.of(
                "d",
                List.of(
                    meeting("held", 0.85, "Ada", "Bo"),
                    meeting("held", 0.82, "Cy", "Di"), // another status
                    meeting("held", 1.0, "Eve", "Flo")))); // nobody says so

    assertThat(calibration.bins()).hasSize(10);
    assertThat(calibration.bins().get(8).meetings()).isEqualTo(2);
    assertThat(calibration.bins().get(8).right()).isEqualTo(1);
    assertThat(calibration.bins().get(9).right()).isZero();
    assertThat(calibration.error()).isCloseTo((0.67 + 1.0) / 3, within(1e-9));
    assertThat(calibration.lines()).contains("0.8 to 0.9         2      1  0.50");
  }
}
