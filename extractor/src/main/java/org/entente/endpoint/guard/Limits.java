package org.entente.endpoint.guard;

import java.time.Duration;

/**
 * How much clients may ask of a server.
 *
 * @param running queries that run at the same time
 * @param runningEach those of one client among them
 * @param waiting queries that wait for their turn
 * @param waitingEach those of one client among them
 * @param patience how long a query waits for its turn
 * @param request the largest body of a query, in bytes
 * @param answer the largest answer, in bytes
 * @param connectionsEach connections that one client may hold open
 * @param silence how long a connection may be silent, also in the middle of a request
 */
public record Limits(
    int running,
    int runningEach,
    int waiting,
    int waitingEach,
    Duration patience,
    int request,
    int answer,
    int connectionsEach,
    Duration silence) {

  /** Checks the numbers; throws {@link IllegalArgumentException} when one is not positive. */
  public Limits {
    if (running < 1
        || runningEach < 1
        || waiting < 1
        || waitingEach < 1
        || request < 1
        || answer < 1
        || connectionsEach < 1) {
      throw new IllegalArgumentException("every limit must be 1 or more");
    }
  }

  /**
   * Returns the usual limits for this machine: four queries a processor run, a quarter of them for
   * one client, requests of 1 MiB, answers of 16 MiB.
   */
  public static Limits defaults() {
    int running = 4 * Runtime.getRuntime().availableProcessors();
    return new Limits(
        running,
        Math.max(2, running / 4),
        128,
        32,
        Duration.ofSeconds(30),
        1 << 20,
        16 << 20,
        128,
        Duration.ofSeconds(30));
  }

  /** Returns the same limits with another number of queries at a time, a quarter for a client. */
  public Limits withRunning(int queries) {
    return new Limits(
        queries,
        Math.max(1, queries / 4),
        waiting,
        waitingEach,
        patience,
        request,
        answer,
        connectionsEach,
        silence);
  }

  /** Returns the limits of queries that take long, of which a client has one at a time. */
  Limits ofSlow(int queries) {
    return new Limits(
        queries, 1, waiting, waitingEach, patience, request, answer, connectionsEach, silence);
  }

  /** Returns the limits of those who wait for an answer that is being worked out for another. */
  Limits ofOnlookers() {
    return new Limits(
        waiting, waitingEach, 1, 1, Duration.ZERO, request, answer, connectionsEach, silence);
  }

  /** Returns the same limits with another largest answer, in bytes. */
  public Limits withAnswer(int bytes) {
    return new Limits(
        running,
        runningEach,
        waiting,
        waitingEach,
        patience,
        request,
        bytes,
        connectionsEach,
        silence);
  }
}
