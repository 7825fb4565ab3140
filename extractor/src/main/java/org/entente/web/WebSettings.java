package org.entente.web;

import java.time.Duration;

/**
 * How services are asked.
 *
 * @param userAgent who asks, with an address for complaints, as Wikimedia's policy wants it
 * @param connect how long a connection may take
 * @param read how long a server may be silent
 * @param retries how often a request that failed is sent again, 0 or more
 * @param pause the least time between two requests
 * @param firstWait how long to wait before the first retry where the server names no time; doubled
 *     for each one after it
 * @param longestWait the longest wait; a server that wants a longer one is given up
 */
public record WebSettings(
    String userAgent,
    Duration connect,
    Duration read,
    int retries,
    Duration pause,
    Duration firstWait,
    Duration longestWait) {
  private static final String HOME = "https://w3id.org/entente/";

  /**
   * Returns the usual settings: five requests a second at most, three tries.
   *
   * @param version version of the program
   * @param contact the user's address, or empty
   */
  public static WebSettings of(String version, String contact) {
    return new WebSettings(
        "Entente/" + version + " (" + HOME + (contact.isBlank() ? "" : "; " + contact) + ")",
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        2,
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60));
  }

  /** Returns the longest that one call can take with all its waits. */
  Duration wholeCall() {
    return connect.plus(read).plus(longestWait).plus(pause).multipliedBy(retries + 1L);
  }
}
