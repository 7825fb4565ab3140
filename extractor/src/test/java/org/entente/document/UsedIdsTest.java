package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedIdsTest {
  /** More than fits in memory, with an origin that alone does not, and ids of all lengths. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 5_000})
  void tellsTheFirstUseOfEveryId(int documents) throws IOException {
    try (UsedIds ids = new UsedIds()) {
      for (int i = 0; i < documents; i++) {
        assertThat(ids.put(id(i), use(i))).isEmpty();
      }
      for (int i = documents - 1; i >= 0; i--) {
        UsedIds.Use first = ids.put(id(i), use(i + 1)).orElseThrow();
        assertThat(first.origin()).isEqualTo(use(i).origin());
        assertThat(first.digest()).isEqualTo(use(i).digest());
      }
      assertThat(ids.put("another", use(0))).isEmpty();
      assertThat(ids.put("another", use(1)).orElseThrow().origin()).isEqualTo(use(0).origin());
    }
  }

  private static String id(int number) {
    return "é".repeat(number % 70) + number;
  }

  private static UsedIds.Use use(int number) {
    String origin = "folder/".repeat(number == 77 ? 12_000 : number % 5) + number + ".jsonl";
    return new UsedIds.Use(origin, ("digest " + number).getBytes(StandardCharsets.UTF_8));
  }
}
