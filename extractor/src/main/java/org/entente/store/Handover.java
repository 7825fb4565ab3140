package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Hands quads from the thread that reads them to the one that stores them, so that both work at a
 * time. Nobody is interrupted, since an interrupted thread closes the files that it reads.
 */
final class Handover {
  private static final int BATCH = 5_000;
  private static final int WAITING = 8;
  private static final long PATIENCE_MILLIS = 100;
  private static final List<Quad> END = List.of();

  private final BlockingQueue<List<Quad>> queue = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean stopped;
  private List<Quad> batch = new ArrayList<>(BATCH);

  private Handover() {}

  /**
   * Passes quads on in their order.
   *
   * @param source hands them to its argument; runs in a thread of its own
   * @param sink takes them, in the calling thread
   * @throws RuntimeException what the source or the sink threw, after both have ended
   */
  static void run(Consumer<Consumer<Quad>> source, Consumer<Quad> sink) {
    Handover handover = new Handover();
    CompletableFuture<Void> reading = new CompletableFuture<>();
    Thread reader = new Thread(() -> handover.read(source, reading), "reading-quads");
    reader.setDaemon(true);
    reader.start();
    try {
      handover.drain(sink);
    } finally {
      handover.stopped = true;
      reading.handle((none, thrown) -> none).join();
    }
    try {
      reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void read(Consumer<Consumer<Quad>> source, CompletableFuture<Void> reading) {
    Throwable thrown = null;
    try {
      source.accept(this::add);
      pass(batch);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    try {
      pass(END);
    } catch (IllegalStateException e) {
      // the other side has stopped, and waits for nothing more
    }
    if (thrown == null) {
      reading.complete(null);
    } else {
      reading.completeExceptionally(thrown);
    }
  }

  private void add(Quad quad) {
    batch.add(quad);
    if (batch.size() == BATCH) {
      pass(batch);
      batch = new ArrayList<>(BATCH);
    }
  }

  private void pass(List<Quad> quads) {
    if (quads.isEmpty() && quads != END) {
      return;
    }
    try {
      while (!queue.offer(quads, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stopped) {
          throw new IllegalStateException("nobody takes the quads any more");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void drain(Consumer<Quad> sink) {
    try {
      List<Quad> quads = queue.take();
      while (quads != END) {
        quads.forEach(sink);
        quads = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
