package org.entente.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.entente.document.Problem;
import org.entente.store.Violation;

/**
 * Writes what a build tells to a file of JSON Lines: a line for each document ({@code "type":
 * "document"}), problem ({@code "refused"}, {@code "warning"}, {@code "skipped"}) and violation
 * ({@code "violation"}), and a last one with the counts ({@code "summary"}).
 */
public final class ReportFile implements BuildListener, AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final BufferedWriter out;
  private final BuildListener next;

  /**
   * Opens the file anew.
   *
   * @param file where to
   * @param next is told the same
   * @throws IOException when the file cannot be written
   */
  public ReportFile(Path file, BuildListener next) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.next = next;
  }

  @Override
  public void begin(Stage stage) {
    next.begin(stage);
  }

  @Override
  public void document(String id, String origin, Outcome outcome, int reports) {
    line(
        object("document")
            .put("id", id)
            .put("origin", origin)
            .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
            .put("reports", reports));
    next.document(id, origin, outcome, reports);
  }

  @Override
  public void problem(Problem problem) {
    line(
        object(problem.severity().name().toLowerCase(Locale.ROOT))
            .put("origin", problem.origin())
            .put("message", problem.message())
            .put("advice", problem.advice()));
    next.problem(problem);
  }

  @Override
  public void progress(long done, long known) {
    next.progress(done, known);
  }

  /** Writes the violations and the counts. */
  public void summary(BuildSummary summary) {
    for (Violation violation : summary.violations()) {
      line(
          object("violation")
              .put("focus", violation.focus())
              .put("shape", violation.shape())
              .put("message", violation.message())
              .put("event", violation.event())
              .put("document", violation.document()));
    }
    line(
        object("summary")
            .put("read", summary.read())
            .put("added", summary.added())
            .put("replaced", summary.replaced())
            .put("unchanged", summary.unchanged())
            .put("refused", summary.refused())
            .put("warnings", summary.warnings())
            .put("skipped", summary.skipped())
            .put("reports", summary.reports())
            .put("events", summary.events())
            .put("violations", summary.violations().size())
            .<ObjectNode>set("languages", json.valueToTree(summary.languages()))
            .put("seconds", summary.elapsed().toMillis() / 1000.0)
            .put("stopped", summary.stopped()));
  }

  /** Closes the file; throws {@link UncheckedIOException} when its last lines cannot be written. */
  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode object(String type) {
    return json.createObjectNode().put("type", type);
  }

  /** Flushed line by line, so that the file tells what a killed build did. */
  private synchronized void line(ObjectNode object) {
    try {
      out.write(object.toString());
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
