package org.entente.endpoint.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Keeps answers, bounded by their bytes. A question is looked up as it was written first, which
 * needs no parsing, then as it is written alike. Thread-safe.
 */
final class AnswerCache {
  /** The part of the memory that answers may take, and the most that they take of a large one. */
  private static final int PART = 16;

  private static final long MOST = 128L << 20;

  private final long room = Math.min(MOST, Runtime.getRuntime().maxMemory() / PART);

  private final Cache<Question, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(room)
          .weigher((Question question, Answer answer) -> question.size() + answer.size())
          .build();

  private final Cache<Question, Question> written =
      Caffeine.newBuilder()
          .maximumWeight(room / 8)
          .weigher((Question question, Question alike) -> question.size() + alike.size())
          .build();

  /** Returns the question as it is written alike, if it was asked in these words before. */
  Optional<Question> known(Question asked) {
    return Optional.ofNullable(written.getIfPresent(asked));
  }

  /** Remembers how a question is written alike. */
  void learn(Question asked, Question alike) {
    written.put(asked, alike);
  }

  /** Returns the answer to a question in its common form. */
  Optional<Answer> answer(Question alike) {
    return Optional.ofNullable(answers.getIfPresent(alike));
  }

  /** Keeps an answer unless it is so large that it would drive out too many. */
  void keep(Question alike, Answer answer) {
    if (answer.size() <= room / 8) {
      answers.put(alike, answer);
    }
  }
}
