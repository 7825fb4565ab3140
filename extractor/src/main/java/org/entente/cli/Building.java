package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.entente.build.BuildJob;
import org.entente.build.BuildListener;
import org.entente.build.BuildSettings;
import org.entente.build.BuildSummary;
import org.entente.build.Outcome;
import org.entente.build.Pipeline;
import org.entente.build.ReportFile;
import org.entente.document.Problem;
import org.entente.document.Severity;
import org.entente.rdf.Run;
import org.entente.store.Finding;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import org.entente.store.Violation;

/** Runs a build on the console: progress, stages, problems, and Ctrl-C. */
final class Building {
  /** How long Ctrl-C waits for the batch that is being written. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How many violations are printed; the report file has all. */
  private static final int SHOWN = 10;

  private final Console console;
  private final Pipeline pipeline;
  private final BuildSettings settings;
  private final Run run;
  private final Optional<Path> report;

  /**
   * Prepares a build.
   *
   * @param console where it is shown
   * @param pipeline reads the documents
   * @param settings how it runs
   * @param run the run of which it is the work, for the provenance
   * @param report file for problems and counts
   */
  Building(
      Console console, Pipeline pipeline, BuildSettings settings, Run run, Optional<Path> report) {
    this.console = console;
    this.pipeline = pipeline;
    this.settings = settings;
    this.run = run;
    this.report = report;
  }

  /**
   * Runs the build, tells what it did, and publishes the graph when it is whole and keeps its
   * contract.
   */
  BuildSummary run(StagedStore staged, List<Path> inputs, Optional<InputStream> stdin)
      throws IOException {
    BuildSummary summary = run(staged.store(), inputs, stdin);
    if (summary.stopped() || summary.read() == 0) {
      return summary;
    }
    publish(console, staged, summary.violations());
    return summary;
  }

  /** Runs the build in a store of its own and tells what it did. */
  BuildSummary run(GraphStore store, List<Path> inputs, Optional<InputStream> stdin)
      throws IOException {
    try (Display display = new Display()) {
      if (report.isEmpty()) {
        return run(store, inputs, stdin, display);
      }
      try (ReportFile file = new ReportFile(report.get(), display)) {
        BuildSummary summary = run(store, inputs, stdin, file);
        file.summary(summary);
        return summary;
      }
    }
  }

  private BuildSummary run(
      GraphStore store, List<Path> inputs, Optional<InputStream> stdin, BuildListener listener) {
    BuildJob job = new BuildJob(store, pipeline, settings, listener);
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> interrupt(job, ended), "stop the build");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      store.beginRun(run);
      BuildSummary summary = job.run(inputs, stdin);
      if (summary.stopped()) {
        store.endRun();
      }
      tell(store, summary);
      return summary;
    } finally {
      ended.countDown();
      release(hook);
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is what ends it.
    }
  }

  /** Runs when the process is told to end: the batch under way is finished first. */
  private void interrupt(BuildJob job, CountDownLatch ended) {
    try {
      console.stage("\nStopping after the batch that is being written ...");
      boolean written = job.stop(PATIENCE);
      // The rest (closing the store and the report) is quick; a read of standard input may hang.
      ended.await(2, TimeUnit.SECONDS);
      console.stage(
          written
              ? "Stopped. Start the same command again to go on."
              : "Stopped in the middle of a batch. Start the same command again to go on.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(GraphStore store, BuildSummary summary) {
    double seconds = Math.max(0.001, summary.elapsed().toMillis() / 1000.0);
    console.stage(
        String.format(
            Locale.ROOT,
            "Documents: %,d read (%,d added, %,d replaced, %,d unchanged), %,d refused,"
                + " %,d with warnings, %,d passed over; %,d reports; %.1f documents a second",
            summary.read(),
            summary.added(),
            summary.replaced(),
            summary.unchanged(),
            summary.refused(),
            summary.warnings(),
            summary.skipped(),
            summary.reports(),
            summary.read() / seconds));
    if (!summary.languages().isEmpty()) {
      console.stage(
          "Not in English, and passed over: "
              + summary.languages().entrySet().stream()
                  .map(e -> String.format(Locale.ROOT, "%,d in %s", e.getValue(), e.getKey()))
                  .collect(Collectors.joining(", ")));
    }
    if (summary.stopped()) {
      return;
    }
    console.stage(
        String.format(
            Locale.ROOT, "Events: %,d in the store, from all its documents", summary.events()));
    corrections(console, store.findings(store.corrections()));
    violations(console, summary.violations());
    console.stage(String.format(Locale.ROOT, "Done in %.1f seconds", seconds));
  }

  /** Tells which corrections a store keeps in force, and which have no effect. */
  static void corrections(Console console, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    long troubles = findings.stream().filter(f -> f.trouble().isPresent()).count();
    console.stage(
        String.format(
            Locale.ROOT,
            "Corrections: %,d in force, %,d of them applied, %,d with warnings",
            findings.size(),
            findings.stream().filter(Finding::applies).count(),
            troubles));
    for (Finding finding : findings) {
      finding
          .trouble()
          .ifPresent(
              why -> console.stage("  line " + finding.row().line() + ": " + why + " (warning)"));
    }
  }

  /**
   * Puts a changed graph in the place of the one before, unless something breaks its contract.
   *
   * @return the exit code that tells whether
   */
  static int publish(Console console, StagedStore staged, List<Violation> violations) {
    if (violations.isEmpty()) {
      staged.publish();
      return ExitCode.OK;
    }
    console.problem(
        "The graph was not put in the place of the one before.",
        "Mend, correct or leave out the documents named above and start the command again: it goes"
            + " on with what it has.");
    return ExitCode.FINDINGS;
  }

  /** Tells what breaks the shapes. */
  static void violations(Console console, List<Violation> violations) {
    if (violations.isEmpty()) {
      console.stage("Validation: the graph keeps its contract");
      return;
    }
    console.problem(
        String.format(Locale.ROOT, "Validation: %,d violations", violations.size()), "");
    for (Violation violation : violations.subList(0, Math.min(SHOWN, violations.size()))) {
      console.problem(
          "  " + violation.focus() + " breaks " + violation.shape() + ": " + violation.message(),
          violation.where().isEmpty() ? "" : "  " + violation.where());
    }
    if (violations.size() > SHOWN) {
      console.problem(
          "  and " + (violations.size() - SHOWN) + " more: entente validate lists all", "");
    }
  }

  /** Returns the exit code that tells how a build went. */
  static int exitCode(BuildSummary summary) {
    if (summary.stopped()) {
      return ExitCode.INTERRUPTED;
    }
    if (summary.read() == 0) {
      return ExitCode.INPUT;
    }
    return summary.violations().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Shows a build as it goes. */
  private final class Display implements BuildListener, AutoCloseable {
    private Progress progress = Progress.none();

    @Override
    public synchronized void begin(Stage stage) {
      progress.close();
      progress = stage == Stage.DOCUMENTS ? console.progress("Documents") : Progress.none();
      if (stage != Stage.DOCUMENTS) {
        console.detail(
            stage == Stage.EVENTS ? "Joining reports into events" : "Checking the graph");
      }
    }

    @Override
    public void document(String id, String origin, Outcome outcome, int reports) {
      console.detail(
          origin
              + ": "
              + outcome.name().toLowerCase(Locale.ROOT)
              + (outcome == Outcome.UNCHANGED ? "" : ", " + reports + " reports"));
    }

    @Override
    public void problem(Problem problem) {
      if (problem.severity() == Severity.REFUSED) {
        console.problem(problem.origin() + ": " + problem.message(), problem.advice());
      } else if (problem.severity() == Severity.WARNING) {
        console.stage(problem.origin() + ": " + problem.message() + " (warning)");
      } else {
        console.detail(problem.origin() + ": " + problem.message() + " (passed over)");
      }
    }

    @Override
    public synchronized void progress(long done, long known) {
      progress.update(done, known);
    }

    @Override
    public synchronized void close() {
      progress.close();
    }
  }
}
