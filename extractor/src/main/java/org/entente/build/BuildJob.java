package org.entente.build;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Triple;
import org.entente.document.Document;
import org.entente.document.DocumentReader;
import org.entente.document.DocumentSink;
import org.entente.document.Problem;
import org.entente.document.Severity;
import org.entente.rdf.DocumentGraph;
import org.entente.rdf.DocumentMapper;
import org.entente.report.DocumentReports;
import org.entente.store.DocumentSpool;
import org.entente.store.GraphStore;
import org.entente.store.Violation;

/**
 * Brings documents into a store: reads them, analyses several at a time, stores them batch by batch
 * in the order of the input, joins their reports into events and checks the graph.
 *
 * <p>Memory is bounded: a few documents a thread are under way, and one batch. A batch is one
 * transaction, and that of a first build is kept beside the store until all documents are read; a
 * document that the store holds from the same content and program version is passed over, so that a
 * build that was cut off goes on where it was when it is started again. One document that cannot be
 * analysed is told as a problem and never ends the build.
 *
 * <p>An instance runs once.
 */
public final class BuildJob {
  /** Documents under way for each thread, so that no thread waits for a slow one before it. */
  private static final int AHEAD = 8;

  /** A document handed to a thread; without a future it is unchanged, without an id the end. */
  private record Item(String id, String origin, Optional<Future<Analysis>> analysis) {}

  private record Analysis(DocumentGraph graph, int reports) {}

  /** Unwinds the reader when the build has ended before the input. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super(null, null, false, false);
    }
  }

  private static final Item END = new Item("", "", Optional.empty());

  private final GraphStore store;

  /** Where the documents of a first build wait for each other; empty where there are others. */
  private final Optional<DocumentSpool> spool;

  private final Pipeline pipeline;
  private final BuildSettings settings;
  private final BuildListener listener;
  private final DocumentMapper mapper;
  private final BlockingQueue<Item> queue;
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicLong known = new AtomicLong();
  private final long[] outcomes = new long[Outcome.values().length];
  private final long[] problems = new long[Severity.values().length];
  private Map<String, Long> languages = Map.of();
  private long reports;
  private volatile boolean stopping;
  private volatile RuntimeException failure;

  /**
   * Makes a job.
   *
   * @param store where the graph goes; stays open
   * @param pipeline what reads reports from documents, and what the graph is checked with
   * @param settings how it runs
   * @param listener is told how it goes
   */
  public BuildJob(
      GraphStore store, Pipeline pipeline, BuildSettings settings, BuildListener listener) {
    this.store = store;
    this.spool = store.spool();
    this.pipeline = pipeline;
    this.settings = settings;
    this.listener = listener;
    this.mapper = pipeline.mapper(store.iris());
    this.queue = new ArrayBlockingQueue<>(AHEAD * settings.threads());
  }

  /**
   * Runs the build.
   *
   * @param inputs files and folders; {@code -} for standard input
   * @param stdin standard input, where there is one
   * @return what it did
   * @throws org.entente.store.StoreException when the store cannot be written; the batches before
   *     stay
   */
  public BuildSummary run(List<Path> inputs, Optional<InputStream> stdin) {
    long start = System.nanoTime();
    documents(inputs, stdin);
    if (failure != null) {
      throw failure;
    }
    if (stopping) {
      return summary(0, List.of(), start);
    }
    listener.begin(BuildListener.Stage.EVENTS);
    Map<String, Collection<Triple>> fixed = pipeline.fixedGraphs(store.iris());
    int events =
        (spool.isPresent() ? store.fill(spool.get(), fixed) : store.rebuildDerived(fixed)).size();
    listener.begin(BuildListener.Stage.VALIDATION);
    return summary(events, store.validate(pipeline.shapes()), start);
  }

  /**
   * Asks the build to stop, and waits until the batch that is being written is in the store. May be
   * called from any thread, at any time.
   *
   * @param patience how long to wait at most
   * @return whether nothing is being written any more
   */
  public boolean stop(Duration patience) throws InterruptedException {
    stopping = true;
    return written.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void documents(List<Path> inputs, Optional<InputStream> stdin) {
    listener.begin(BuildListener.Stage.DOCUMENTS);
    AtomicInteger number = new AtomicInteger();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            settings.threads(), task -> daemon(task, "analysis-" + number.incrementAndGet()));
    Thread writer = daemon(this::write, "writer");
    writer.start();
    try {
      LanguageFilter english = new LanguageFilter(new Feed(workers));
      new DocumentReader(settings.reader())
          .read(inputs, stdin, settings.allLanguages() ? new Feed(workers) : english);
      languages = english.counts();
      put(END);
    } catch (Ended e) {
      // The writer has stopped, or is about to; its failure is told by run.
    } catch (RuntimeException | Error e) {
      stopping = true;
      throw e;
    } finally {
      join(writer);
      workers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Hands what is read to the threads. */
  private final class Feed implements DocumentSink {
    private final ExecutorService workers;

    Feed(ExecutorService workers) {
      this.workers = workers;
    }

    @Override
    public void document(Document document) {
      boolean unchanged =
          !settings.again() && isCurrent(document.id(), DocumentMapper.digest(document));
      known.incrementAndGet();
      put(
          new Item(
              document.id(),
              document.origin(),
              unchanged ? Optional.empty() : Optional.of(workers.submit(() -> analyse(document)))));
    }

    @Override
    public void problem(Problem problem) {
      tell(problem);
    }
  }

  private boolean isCurrent(String document, String digest) {
    return spool.isPresent()
        ? spool.get().isCurrent(document, digest)
        : store.isCurrent(document, digest);
  }

  private boolean contains(String document) {
    return spool.isPresent() ? spool.get().contains(document) : store.contains(document);
  }

  private Analysis analyse(Document document) {
    DocumentReports found = pipeline.extract(document);
    return new Analysis(mapper.map(found), found.reports().size());
  }

  private void put(Item item) {
    try {
      while (!queue.offer(item, 100, TimeUnit.MILLISECONDS)) {
        if (stopping || failure != null) {
          throw new Ended();
        }
      }
      if (stopping || failure != null) {
        throw new Ended();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
      throw new Ended();
    }
  }

  private void join(Thread writer) {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs on the thread that writes; ends at the end of the input, when stopped, or by failure. */
  private void write() {
    List<Item> batch = new ArrayList<>();
    List<Analysis> analyses = new ArrayList<>();
    try {
      while (!stopping) {
        Item item = queue.poll(100, TimeUnit.MILLISECONDS);
        if (item == null) {
          continue;
        }
        if (item == END) {
          break;
        }
        if (item.analysis().isEmpty()) {
          done(item, Outcome.UNCHANGED, 0);
          continue;
        }
        Optional<Analysis> analysis = await(item);
        if (analysis.isPresent()) {
          batch.add(item);
          analyses.add(analysis.get());
          if (batch.size() >= settings.batchSize()) {
            commit(batch, analyses);
          }
        }
      }
      commit(batch, analyses);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      failure = new IllegalStateException("the build cannot go on: " + e, e);
    } finally {
      written.countDown();
    }
  }

  private void commit(List<Item> batch, List<Analysis> analyses) {
    if (batch.isEmpty()) {
      return;
    }
    List<DocumentGraph> graphs = analyses.stream().map(Analysis::graph).toList();
    List<Outcome> outcome =
        batch.stream().map(item -> contains(item.id()) ? Outcome.REPLACED : Outcome.ADDED).toList();
    if (spool.isPresent()) {
      spool.get().append(graphs);
    } else {
      store.replaceDocuments(graphs);
    }
    for (int i = 0; i < batch.size(); i++) {
      done(batch.get(i), outcome.get(i), analyses.get(i).reports());
    }
    batch.clear();
    analyses.clear();
  }

  /** Waits for the analysis; one that fails is told as a problem. */
  private Optional<Analysis> await(Item item) throws InterruptedException {
    try {
      return Optional.of(item.analysis().orElseThrow().get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      boolean large = cause instanceof OutOfMemoryError || cause instanceof StackOverflowError;
      tell(
          new Problem(
              Severity.REFUSED,
              item.origin(),
              large
                  ? "needs more memory than there is (" + cause.getClass().getSimpleName() + ")"
                  : "cannot be analysed: " + cause,
              large
                  ? "Split it into its articles, or give Java more memory"
                      + " (ENTENTE_JAVA_OPTS=-Xmx4g)."
                  : "This is a defect of the program; please report it with the document."));
      return Optional.empty();
    }
  }

  private synchronized void done(Item item, Outcome outcome, int found) {
    outcomes[outcome.ordinal()]++;
    reports += found;
    listener.document(item.id(), item.origin(), outcome, found);
    long finished = 0;
    for (long count : outcomes) {
      finished += count;
    }
    listener.progress(finished, known.get());
  }

  private synchronized void tell(Problem problem) {
    problems[problem.severity().ordinal()]++;
    listener.problem(problem);
  }

  private synchronized BuildSummary summary(int events, List<Violation> violations, long start) {
    return new BuildSummary(
        outcomes[Outcome.ADDED.ordinal()],
        outcomes[Outcome.REPLACED.ordinal()],
        outcomes[Outcome.UNCHANGED.ordinal()],
        problems[Severity.REFUSED.ordinal()],
        problems[Severity.WARNING.ordinal()],
        problems[Severity.SKIPPED.ordinal()],
        languages,
        reports,
        events,
        violations,
        Duration.ofNanos(System.nanoTime() - start),
        stopping);
  }
}
