package org.entente.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;

/**
 * Rows that something hands on, for one who asks for them one by one: they are made in a thread of
 * their own, a few ahead, which ends with Spark's task.
 */
final class Pulled implements Iterator<Row> {
  private static final int AHEAD = 16;

  /** Hands rows on. */
  interface Work {
    void run(Consumer<Row> rows) throws IOException;
  }

  /** A row, the end, or what went wrong. */
  private record Item(Optional<Row> row, Optional<Throwable> failure) {}

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
  private Optional<Item> next = Optional.empty();
  private volatile boolean ended;

  Pulled(Work work) {
    Thread thread =
        new Thread(
            () -> {
              Item last;
              try {
                work.run(row -> put(new Item(Optional.of(row), Optional.empty())));
                last = new Item(Optional.empty(), Optional.empty());
              } catch (IOException | RuntimeException | Error e) {
                last = new Item(Optional.empty(), Optional.of(e));
              }
              if (!ended) {
                put(last);
              }
            },
            "entente-reading");
    thread.setDaemon(true);
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              ended = true;
              thread.interrupt();
            });
    thread.start();
  }

  private void put(Item item) {
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the task has ended", e);
    }
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty()) {
      try {
        next = Optional.of(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    Optional<Throwable> failure = next.get().failure();
    if (failure.isPresent()) {
      if (failure.get() instanceof IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new IllegalStateException(failure.get());
    }
    return next.get().row().isPresent();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next.get().row().orElseThrow();
    next = Optional.empty();
    return row;
  }
}
