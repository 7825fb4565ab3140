package org.entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Random RANDOM = new Random(3);

  /** A text of made-up words; two of them share next to no run of five. */
  private static String text(int words) {
    return String.join(
        " ", IntStream.range(0, words).mapToObj(i -> "w" + RANDOM.nextInt(2000)).toList());
  }

  @Test
  void copiesAreKnownWholeOrCutOrWithAnotherHead() {
    for (int words : List.of(40, 120, 600, 5000)) {
      String text = text(words);
      Fingerprint original = Fingerprint.of(text);
      String third = text.substring(0, text.indexOf(' ', text.length() / 3));
      for (String copy :
          List.of(
              text, text.toUpperCase(), third, "OSLO (Agency) - " + text, text + ' ' + text(20))) {
        assertThat(Fingerprint.of(copy).copies(original)).as("%d words", words).isTrue();
        assertThat(original.copies(Fingerprint.of(copy))).as("%d words", words).isTrue();
      }
    }
  }

  @Test
  void anEditedCopyIsOneAndASharedQuoteIsNone() {
    String text = text(400);
    List<String> edited = new ArrayList<>(List.of(text.split(" ")));
    for (int i = 0; i < edited.size(); i += 40) {
      edited.set(i, "changed");
    }
    assertThat(Fingerprint.of(String.join(" ", edited)).copies(Fingerprint.of(text))).isTrue();
    String quote = text(40);
    assertThat(
            Fingerprint.of(text(200) + ' ' + quote + ' ' + text(200))
                .copies(Fingerprint.of(quote + ' ' + text(300))))
        .isFalse();
  }

  @Test
  void otherTextsAndTextsOfFewWordsAreNoCopies() {
    for (int words : List.of(40, 120, 600, 5000)) {
      assertThat(Fingerprint.of(text(words)).copies(Fingerprint.of(text(words)))).isFalse();
    }
    assertThat(Fingerprint.of("They met in Oslo.").copies(Fingerprint.of("They met in Oslo.")))
        .isFalse();
    assertThat(Fingerprint.of("").copies(Fingerprint.of(""))).isFalse();
  }

  @Test
  void aFingerprintIsReadBackAsItWas() {
    Fingerprint fingerprint = Fingerprint.of(text(300));
    assertThat(fingerprint.value()).hasSize(348);
    assertThat(Fingerprint.parse(fingerprint.value())).isEqualTo(fingerprint);
    assertThatThrownBy(() -> Fingerprint.parse("AAAA"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
