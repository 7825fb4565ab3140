package org.entente.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Names the program to the server, keeps the pace, waits as long as a server asks ({@code
 * Retry-After}, of seconds or a date), and sends again what failed for a reason that may pass. All
 * threads that share one wait for each other.
 */
final class PoliteInterceptor implements Interceptor {
  /** Answers that say "later", beside all of 5xx. */
  private static final int TOO_MANY = 429;

  /** The same in the header of an answer of MediaWiki, whose status may be 200. */
  private static final Set<String> LATER = Set.of("ratelimited", "maxlag", "readonly");

  private static final String RETRY_AFTER = "Retry-After";

  private final WebSettings settings;
  private long next = System.nanoTime();

  PoliteInterceptor(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request =
        chain.request().newBuilder().header("User-Agent", settings.userAgent()).build();
    for (int attempt = 0; ; attempt++) {
      turn();
      Duration wait = settings.firstWait().multipliedBy(1L << Math.min(attempt, 10));
      boolean last = attempt >= settings.retries();
      try {
        Response response = chain.proceed(request);
        if (response.isSuccessful() && !later(response)) {
          return response;
        }
        Optional<Duration> asked = asked(response);
        wait = asked.orElse(wait);
        String told = response.code() + " " + response.message();
        int code = response.code();
        boolean mayPass = code >= 500 || code == TOO_MANY || response.isSuccessful();
        response.close();
        if (last || !mayPass || wait.compareTo(settings.longestWait()) > 0) {
          throw new StatusException(
              request.url().host()
                  + " answers "
                  + told.strip()
                  + asked.map(d -> ", to be asked again in " + d.toSeconds() + " s").orElse(""),
              !mayPass);
        }
      } catch (StatusException | InterruptedIOExceptionOfWait e) {
        throw e;
      } catch (IOException e) {
        if (last || chain.call().isCanceled()) {
          throw e;
        }
      }
      rest(wait);
    }
  }

  private static boolean later(Response response) {
    return LATER.contains(response.header("MediaWiki-API-Error", ""));
  }

  private static Optional<Duration> asked(Response response) {
    String value = response.header(RETRY_AFTER, "").strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Waits for the next turn; the turns of all threads are a pause apart. */
  private void turn() throws IOException {
    long mine;
    synchronized (this) {
      mine = Math.max(System.nanoTime(), next);
      next = mine + settings.pause().toNanos();
    }
    try {
      long nanos = mine - System.nanoTime();
      if (nanos > 0) {
        Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOExceptionOfWait();
    }
  }

  /** Lets no thread ask before the time is over. */
  private synchronized void rest(Duration wait) {
    next = Math.max(next, System.nanoTime() + wait.toNanos());
  }

  /** The thread was told to stop while it waited for its turn. */
  private static final class InterruptedIOExceptionOfWait extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    InterruptedIOExceptionOfWait() {
      super("stopped while waiting");
    }
  }
}
