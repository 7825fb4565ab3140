package org.entente.endpoint.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.build.BuildJob;
import org.entente.build.BuildSettings;
import org.entente.build.BuildSummary;
import org.entente.build.Knowledge;
import org.entente.build.Pipeline;
import org.entente.document.Problem;
import org.entente.document.Severity;
import org.entente.rdf.Run;
import org.entente.store.GraphStore;
import org.entente.store.StagedStore;
import org.entente.store.StoreException;
import org.entente.store.Violation;
import org.entente.web.PublicPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings submissions into a store: builds its next generation, checks it, and puts it in the place
 * of the one that is served. What breaks the contract of the graph is not put there.
 */
final class DocumentAdder {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentAdder.class);

  private final Path store;
  private final Supplier<Pipeline> loading;
  private final Optional<PublicPages> pages;
  private final Runnable renewal;
  private Pipeline pipeline;

  /**
   * Makes one.
   *
   * @param store directory of the store
   * @param loading loads what reads documents, when the first come
   * @param pages fetches addresses, where that is allowed
   * @param renewal lets the server take up the next generation
   */
  DocumentAdder(
      Path store, Supplier<Pipeline> loading, Optional<PublicPages> pages, Runnable renewal) {
    this.store = store;
    this.loading = loading;
    this.pages = pages;
    this.renewal = renewal;
  }

  /** Does a job; what goes wrong is told by the job. */
  void add(Job job) {
    try {
      Path folder = Files.createTempDirectory("entente-added");
      try {
        List<Path> files = files(job, folder);
        build(job, files);
      } finally {
        clear(folder);
      }
    } catch (StoreException e) {
      job.failed(e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Documents could not be added", e);
      job.failed("The documents could not be added: " + e);
    }
  }

  private List<Path> files(Job job, Path folder) throws IOException {
    Submission submission = job.submission();
    List<Path> files = new ArrayList<>();
    if (submission.urls().isEmpty()) {
      files.add(folder.resolve(submission.name() + submission.suffix()));
      Files.write(files.get(0), submission.body());
      return files;
    }
    job.enter(Job.State.FETCHING);
    for (String url : submission.urls()) {
      try {
        PublicPages.Page page = pages.orElseThrow().get(url);
        String suffix = Submission.TYPES.get(page.type());
        if (suffix == null || !page.type().startsWith("text/")) {
          throw new IOException("it is no page of text: " + page.type());
        }
        // Plain text of the web is no record of JSON.
        String ending = page.type().equals("text/plain") ? ".txt" : suffix;
        Path file = folder.resolve(submission.name() + "-" + (files.size() + 1) + ending);
        Files.write(file, page.body());
        files.add(file);
      } catch (IOException | IllegalArgumentException e) {
        job.problem(
            new Problem(
                Severity.REFUSED,
                url,
                "cannot be fetched: " + e.getMessage(),
                "Save the page and send its text."));
      }
    }
    return files;
  }

  private void build(Job job, List<Path> files) throws IOException {
    if (files.isEmpty()) {
      job.failed("None of the addresses could be fetched.");
      return;
    }
    if (pipeline == null) {
      pipeline = loading.get();
    }
    BuildSettings usual = BuildSettings.defaults();
    BuildSettings settings =
        new BuildSettings(
            job.submission().published().map(usual.reader()::withPublished).orElse(usual.reader()),
            1, // the other processors answer queries
            usual.batchSize(),
            false,
            false);
    try (StagedStore staged =
        StagedStore.openExisting(store, pipeline.storeSettings(Optional.empty()))) {
      GraphStore graph = staged.store();
      graph.beginRun(
          new Run(Instant.now(), pipeline.version(), "serve", Map.of(), Knowledge.own()));
      BuildSummary summary =
          new BuildJob(graph, pipeline, settings, job).run(files, Optional.empty());
      Optional<String> failure = failure(summary);
      if (failure.isPresent()) {
        staged.discard();
        job.failed(failure.get());
        return;
      }
      if (!job.read().isEmpty()) {
        staged.publish();
        renewal.run();
      }
      job.done(summary);
    }
  }

  private static Optional<String> failure(BuildSummary summary) {
    if (summary.stopped()) {
      return Optional.of("The server was stopped before the documents were in the graph.");
    }
    if (summary.read() == 0) {
      return Optional.of("There was no document that could be read.");
    }
    return summary.violations().stream()
        .findFirst()
        .map(Violation::message)
        .map(
            first ->
                "The graph would break its contract "
                    + summary.violations().size()
                    + " times, and is as before. The first: "
                    + first);
  }

  private static void clear(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
