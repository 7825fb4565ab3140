package org.entente.endpoint.guard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Questions that are being answered, so that whoever asks the same meanwhile waits for that answer
 * and does not have it worked out again. Thread-safe.
 */
final class UnderWay {
  private final ConcurrentMap<Question, Work> works = new ConcurrentHashMap<>();

  /** The work on one question. */
  static final class Work {
    private final Question question;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    Work(Question question) {
      this.question = question;
    }

    /** Returns what is asked, in its common form. */
    Question question() {
      return question;
    }

    /** Ends the work with an answer. */
    void answered(Answer given) {
      answer.complete(given);
    }

    /** Ends the work with a refusal. */
    void refused(RefusedException why) {
      answer.completeExceptionally(why);
    }

    /**
     * Waits for the answer.
     *
     * @return the answer, or empty when the work ended without any
     * @throws RefusedException when it was refused
     */
    Optional<Answer> await() throws RefusedException, InterruptedException {
      try {
        return Optional.ofNullable(answer.get());
      } catch (ExecutionException e) {
        throw (RefusedException) e.getCause();
      }
    }
  }

  /**
   * Begins work, which must be ended.
   *
   * @param mine what is to be begun
   * @return the work of another on the same question, and then nothing was begun; else empty
   */
  Optional<Work> begin(Work mine) {
    return Optional.ofNullable(works.putIfAbsent(mine.question, mine));
  }

  /** Ends work; without an answer until now, it has none. */
  void end(Work work) {
    works.remove(work.question, work);
    work.answer.complete(null);
  }
}
