package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.EntityType;
import org.entente.annotation.TokenRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs find is read and judged like the program's own names. */
class CoreNlpNamesTest {
  private static final List<List<String>> TEXT =
      List.of(
          List.of("The", "talks", "ended", "."),
          List.of("President", "Barack", "Obama", "met", "Angela", "Merkel", "in", "Berlin", "."));

  @Test
  void neighboursWithOneLabelAreOneName() {
    assertThat(
            Spans.ofLabels(3, List.of("PERSON", "PERSON", "LOCATION", "O", "MISC", "ORGANIZATION")))
        .containsExactly(
            name(3, 0, 2, EntityType.PERSON),
            name(3, 2, 3, EntityType.PLACE),
            name(3, 5, 6, EntityType.ORGANIZATION));
  }

  @Test
  void titlesAreStrippedAsInTheAnnotation() {
    NameFinder finder =
        sentences -> List.of(name(1, 0, 3, EntityType.PERSON), name(1, 7, 8, EntityType.PLACE));
    assertThat(finder.byGuideline().names(TEXT))
        .containsExactly(name(1, 1, 3, EntityType.PERSON), name(1, 7, 8, EntityType.PLACE));
  }

  @Test
  void coreNlpFindsNamesInGivenTokens() {
    assertThat(CoreNlpNames.load().names(TEXT))
        .containsExactly(
            name(1, 1, 3, EntityType.PERSON),
            name(1, 4, 6, EntityType.PERSON),
            name(1, 7, 8, EntityType.PLACE));
    assertThat(CoreNlpNames.version()).startsWith("CoreNLP 4.5.");
  }

  @ParameterizedTest
  @CsvSource({
    "Angela Merkel,true",
    "Omar al-Bashir,true",
    "European Union,true",
    "G-8,true",
    "Iranian foreign minister,false",
    "rebels,false"
  })
  void aDescriptionIsNoName(String party, boolean named) {
    assertThat(NamedParties.bearsName(party)).isEqualTo(named);
  }

  private static NameSpan name(int sentence, int begin, int end, EntityType type) {
    return new NameSpan(new TokenRange(sentence, begin, end), type, 1);
  }
}
