package org.entente.analysis.text;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A value that another thread computes meanwhile, such as a model that is read.
 *
 * @param <T> its type
 */
public final class Background<T> {
  private final CompletableFuture<T> value;

  private Background(CompletableFuture<T> value) {
    this.value = value;
  }

  /** Begins to compute a value. */
  public static <T> Background<T> of(Supplier<T> supplier) {
    return new Background<>(CompletableFuture.supplyAsync(supplier));
  }

  /** Waits for the value and returns it; throws what the computation threw. */
  public T get() {
    try {
      return value.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
