package org.entente.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotation.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code class-words.tsv}. */
class ClassWordsTest {
  private static final ClassWords WORDS = ClassWords.load();

  static Stream<List<String>> rows() {
    return ClassWords.rows().stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void headTellsTheType(List<String> row) {
    EntityType type = EntityType.valueOf(row.get(0).toUpperCase(Locale.ROOT));
    assertThat(WORDS.type(row.get(2))).contains(type);
    String other = row.get(3).toLowerCase(Locale.ROOT);
    assertThat(other).contains(row.get(1)).doesNotEndWith(" " + row.get(1));
  }

  @Test
  void everyHeadIsThereOnce() {
    Set<String> heads = new HashSet<>();
    rows().forEach(row -> assertThat(heads.add(row.get(1))).as(row.get(1)).isTrue());
  }
}
