package org.entente.endpoint.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who passes when, with threads that wait. */
class TurnstileTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static Limits limits(int running, int each, int waiting, int waitingEach, long patience) {
    return new Limits(
        running,
        each,
        waiting,
        waitingEach,
        Duration.ofMillis(patience),
        1,
        1,
        1,
        Duration.ofSeconds(1));
  }

  @Test
  void givesOneClientNoMoreThanItsShare() throws Exception {
    Turnstile turnstile = new Turnstile(limits(4, 2, 8, 8, 50));
    try (var first = turnstile.enter("a");
        var second = turnstile.enter("a")) {
      assertThatThrownBy(() -> turnstile.enter("a"))
          .isInstanceOf(Turnstile.CrowdedException.class)
          .hasMessageContaining("no query ended");
      turnstile.enter("b").close();
    }
    turnstile.enter("a").close();
  }

  @Test
  void servesWhoHasLessInsideFirst() throws Exception {
    Turnstile turnstile = new Turnstile(limits(2, 2, 99, 99, 60_000));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Turnstile.Place one = turnstile.enter("greedy");
    Turnstile.Place two = turnstile.enter("greedy");
    List<Future<?>> waiting = new ArrayList<>();
    for (String client : List.of("greedy", "greedy", "greedy", "modest")) {
      waiting.add(
          threads.submit(
              () -> {
                try (Turnstile.Place place = turnstile.enter(client)) {
                  synchronized (order) {
                    order.add(client);
                  }
                }
                return null;
              }));
      while (turnstile.waiting() < waiting.size()) {
        Thread.onSpinWait();
      }
    }
    one.close();
    for (Future<?> future : waiting) {
      future.get();
    }
    two.close();
    assertThat(order).hasSize(4);
    assertThat(order.get(0)).isEqualTo("modest");
  }

  @Test
  void sendsThoseAwayForWhomThereIsNoRoomToWait() throws Exception {
    Turnstile turnstile = new Turnstile(limits(1, 1, 3, 2, 60_000));
    Turnstile.Place inside = turnstile.enter("a");
    List<Future<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      waiting.add(pass(turnstile, "a"));
      while (turnstile.waiting() <= i) {
        Thread.onSpinWait();
      }
    }
    assertThatThrownBy(() -> turnstile.enter("a")).hasMessageContaining("your queries");
    waiting.add(pass(turnstile, "b"));
    while (turnstile.waiting() < 3) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> turnstile.enter("c")).hasMessageContaining("too many queries");
    inside.close();
    for (Future<?> future : waiting) {
      future.get();
    }
    assertThat(turnstile.waiting()).isZero();
  }

  private Future<?> pass(Turnstile turnstile, String client) {
    return threads.submit(
        () -> {
          turnstile.enter(client).close();
          return null;
        });
  }

  @Test
  void keepsAPlaceForNobodyWhoseThreadWasInterrupted() throws Exception {
    Turnstile turnstile = new Turnstile(limits(1, 1, 3, 2, 60_000));
    Turnstile.Place inside = turnstile.enter("a");
    Future<Turnstile.Place> waiting = threads.submit(() -> turnstile.enter("b"));
    while (turnstile.waiting() < 1) {
      Thread.onSpinWait();
    }
    waiting.cancel(true);
    while (turnstile.waiting() > 0) {
      Thread.onSpinWait();
    }
    inside.close();
    inside.close();
    turnstile.enter("c").close();
  }
}
