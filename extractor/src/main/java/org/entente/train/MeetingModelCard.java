package org.entente.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.entente.evaluate.ScoresFormat;
import org.entente.extraction.MeetingModels;
import org.entente.rdf.Iris;

/** The Markdown page that goes with the models of meetings: what they were trained on, and how. */
record MeetingModelCard(
    TrainMeetingsSettings settings,
    int documents,
    int meetings,
    Path models,
    List<Figure> figures) {
  /**
   * Figures on documents that were not trained on.
   *
   * @param name what was measured on
   * @param measured the figures
   */
  record Figure(String name, TrainMeetings.Measured measured) {}

  /** Returns the page. */
  String text() throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# Models of meetings ").append(MeetingModels.FILE).append("\n\n");
    card.append(
        """
        They complete what the patterns read in English news: events that no pattern read, with their status, kind
        and parties; a partner, place or date that an event lacks; and how likely parties and status of the whole
        event are right, which is its confidence. OpenNLP maximum-entropy models trained by
        L-BFGS. They see what the patterns say, the construction around the trigger, lemmas and the types of
        names, but no names of people, states or places.

        """);
    card.append(
        String.format(
            Locale.ROOT,
            "Trained on %d documents with %d meetings, written and annotated for this project"
                + " (Apache-2.0): %s.\n\n",
            documents,
            meetings,
            String.join(
                ", ", settings.files().stream().map(f -> f.getFileName().toString()).toList())));
    card.append(
        String.format(
            Locale.ROOT,
            "Command: `entente train meetings FILES --output DIR`, at most %d iterations, cutoff %d,"
                + " L2 %s, for the decisions on events eight times that; no random numbers.\n\nSHA-256 %s, %d bytes.\n",
            settings.iterations(),
            settings.cutoff(),
            settings.l2(),
            Iris.hash(Files.readAllBytes(models)),
            Files.size(models)));
    for (Figure figure : figures) {
      card.append("\n## ").append(figure.name()).append("\n\n```text\n");
      ScoresFormat.lines(figure.measured().scores()).forEach(l -> card.append(l).append('\n'));
      figure.measured().calibration().lines().forEach(l -> card.append(l).append('\n'));
      card.append("```\n");
    }
    card.append(
        """

        ## Limits

        English only. Written for news of diplomacy: in texts of another kind the confidence is no longer a
        probability. When the patterns change, train again: the models lean on what these say.
        """);
    return card.toString();
  }
}
