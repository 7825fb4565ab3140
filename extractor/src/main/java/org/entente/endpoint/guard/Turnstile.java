package org.entente.endpoint.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many at a time pass and serves clients in turn, so that one who asks much does not keep
 * others waiting: of those who wait, the client with the fewest inside is next, and among equals
 * the one who was served longest ago. Thread-safe.
 */
final class Turnstile {
  private final Limits limits;

  /** Those who are inside or wait, in the order in which they were served. */
  private final Map<String, Line> lines = new LinkedHashMap<>();

  private int inside;
  private int waiting;

  Turnstile(Limits limits) {
    this.limits = limits;
  }

  /** A place inside; closing it gives it back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** There is no place, now or within the time that one may wait. */
  static final class CrowdedException extends Exception {
    private static final long serialVersionUID = 1L;

    CrowdedException(String message) {
      super("The server is busy: " + message + ". Try again soon.", null, false, false);
    }
  }

  /** Returns how many wait. */
  synchronized int waiting() {
    return waiting;
  }

  /** The places and those who wait of one client. */
  private static final class Line {
    private final Deque<CountDownLatch> waiters = new ArrayDeque<>();
    private int inside;
  }

  /**
   * Waits for a place.
   *
   * @param client who asks
   * @throws CrowdedException when too many wait already, or no place becomes free in time
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  Place enter(String client) throws CrowdedException, InterruptedException {
    CountDownLatch turn = new CountDownLatch(1);
    synchronized (this) {
      Line line = lines.computeIfAbsent(client, name -> new Line());
      line.waiters.add(turn);
      waiting++;
      admit();
      boolean served = turn.getCount() == 0;
      if (!served && (line.waiters.size() > limits.waitingEach() || waiting > limits.waiting())) {
        boolean own = line.waiters.size() > limits.waitingEach();
        leave(client, line, turn);
        throw new CrowdedException(
            own
                ? "too many of your queries wait already (" + limits.waitingEach() + ")"
                : "too many queries wait already (" + limits.waiting() + ")");
      }
    }
    await(client, turn);
    return new Given(client);
  }

  private void await(String client, CountDownLatch turn)
      throws CrowdedException, InterruptedException {
    Duration patience = limits.patience();
    boolean served = false;
    try {
      served = turn.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!served) {
        synchronized (this) {
          served = turn.getCount() == 0;
          if (!served) {
            leave(client, lines.get(client), turn);
          }
        }
      }
    }
    if (!served) {
      throw new CrowdedException(
          patience.isZero()
              ? "too many wait for an answer already"
              : "no query ended within " + patience.toSeconds() + " seconds");
    }
  }

  private void leave(String client, Line line, CountDownLatch turn) {
    line.waiters.remove(turn);
    waiting--;
    forget(client, line);
  }

  private void forget(String client, Line line) {
    if (line.inside == 0 && line.waiters.isEmpty()) {
      lines.remove(client);
    }
  }

  /** Gives free places to those who are next. */
  private void admit() {
    while (inside < limits.running()) {
      String next = null;
      for (var entry : lines.entrySet()) {
        Line line = entry.getValue();
        if (!line.waiters.isEmpty()
            && line.inside < limits.runningEach()
            && (next == null || line.inside < lines.get(next).inside)) {
          next = entry.getKey();
        }
      }
      if (next == null) {
        return;
      }
      Line line = lines.remove(next);
      lines.put(next, line);
      line.inside++;
      inside++;
      waiting--;
      line.waiters.remove().countDown();
    }
  }

  /** A place that was given to a client. */
  private final class Given implements Place {
    private final String client;
    private boolean returned;

    Given(String client) {
      this.client = client;
    }

    @Override
    public void close() {
      synchronized (Turnstile.this) {
        if (returned) {
          return;
        }
        returned = true;
        Line line = lines.get(client);
        line.inside--;
        inside--;
        forget(client, line);
        admit();
      }
    }
  }
}
