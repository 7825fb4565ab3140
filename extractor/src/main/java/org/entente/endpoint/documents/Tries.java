package org.entente.endpoint.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Counts wrong tries at the password, of each client and of all: after some of them nobody from
 * there is heard for a while. Thread-safe.
 */
final class Tries {
  /** Wrong tries of one client, and of all together, within {@link #WHILE}. */
  private static final int EACH = 5;

  private static final int ALL = 50;

  /** How long nobody is heard, in seconds from the last wrong try on. */
  static final Duration WHILE = Duration.ofMinutes(1);

  private static final String EVERYBODY = "";

  private final Cache<String, Integer> wrong;

  /** Makes one that has counted nothing; the ticker tells the time. */
  Tries(Ticker ticker) {
    wrong =
        Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(100_000).ticker(ticker).build();
  }

  /** Tells whether a client is heard. */
  boolean isHeard(String client) {
    return count(client) < EACH && count(EVERYBODY) < ALL;
  }

  private int count(String client) {
    Integer count = wrong.getIfPresent(client);
    return count == null ? 0 : count;
  }

  /** Counts a wrong try. */
  void wrong(String client) {
    wrong.asMap().merge(client, 1, Integer::sum);
    wrong.asMap().merge(EVERYBODY, 1, Integer::sum);
  }

  /** Forgets the wrong tries of a client who knows the password after all. */
  void right(String client) {
    wrong.invalidate(client);
  }
}
