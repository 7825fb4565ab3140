package org.entente.endpoint.documents;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Jobs, run one after the other in the order in which they came. Thread-safe. */
final class Jobs implements AutoCloseable {
  /** How many may wait, and how many that have ended are remembered. */
  private static final int WAITING = 16;

  private static final int REMEMBERED = 100;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Consumer<Job> work;
  private final Map<String, Job> jobs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "add documents");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes an empty queue.
   *
   * @param work does a job, and throws nothing
   */
  Jobs(Consumer<Job> work) {
    this.work = work;
  }

  /**
   * Takes a submission.
   *
   * @throws NotTakenException when too many wait already
   */
  synchronized Job add(Submission submission) throws NotTakenException {
    byte[] name = new byte[8];
    RANDOM.nextBytes(name);
    Job job = new Job(HexFormat.of().formatHex(name), submission);
    try {
      worker.execute(() -> work.accept(job));
    } catch (RejectedExecutionException e) {
      throw new NotTakenException(429, WAITING + " submissions wait already. Try again later.");
    }
    jobs.put(job.id(), job);
    return job;
  }

  /** Returns the job of that name. */
  synchronized Optional<Job> get(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** Returns all that are remembered, in the order in which they came. */
  synchronized List<Job> all() {
    return List.copyOf(jobs.values());
  }

  /** Takes no more; what runs is stopped, and the graph is as before it. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
