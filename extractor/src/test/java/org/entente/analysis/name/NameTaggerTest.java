package org.entente.analysis.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as the shipped model finds them; a sentence mark "/" parts the sentences of a document. */
class NameTaggerTest {
  private static final NameTagger TAGGER = NameTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Russian Foreign Minister Sergey Lavrov arrived in Geneva .    | Sergey Lavrov:PERSON Geneva:PLACE
          The U.S. and El Salvador signed it .                          | U.S.:PLACE El Salvador:PLACE
          He was received by Sheikh Tamim bin Hamad Al-Thani in Doha .  | Tamim bin Hamad Al-Thani:PERSON Doha:PLACE
          The two leaders met on Tuesday .                              | ``
          Iraqi and Turkish officials met in Baghdad .                  | Baghdad:PLACE
          PUTIN HOSTS MODI IN MOSCOW                                    | PUTIN:PERSON MODI:PERSON MOSCOW:PLACE
          The Ministry of Defence denied it .                           | Ministry of Defence:ORGANIZATION
          We arrived in Nairobi .                                       | Nairobi:PLACE
          He told us that I had left Oslo .                             | Oslo:PLACE
          The deal is worth US$ 5 million .                             | ``
          The WHO praised it .                                          | WHO:ORGANIZATION
          The Salvadoran spoke to the Burkinabe .                       | ``
          Russians and South Koreans met in Seoul .                     | Seoul:PLACE
          Prime Minister Sheikh Hasina left Dhaka .                     | Sheikh Hasina:PERSON Dhaka:PLACE
          Mr. Zorbakov spoke . / Zorbakov left for Paris .              | Zorbakov:PERSON Zorbakov:PERSON Paris:PLACE
          """)
  void findsNames(String text, String expected) {
    List<List<String>> sentences = new ArrayList<>();
    for (String sentence : text.split(" / ")) {
      sentences.add(Arrays.asList(sentence.trim().split(" ")));
    }
    assertThat(render(sentences)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void isTheSameFromManyThreads() {
    List<List<String>> text =
        List.of(List.of("Sergey", "Lavrov", "met", "Wang", "Yi", "in", "Astana", "."));
    String alone = render(text);

    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> render(text)).distinct())
        .containsExactly(alone);
  }

  @Test
  void readsADocumentWithNothingInIt() {
    assertThat(TAGGER.tag(List.of())).isEmpty();
    assertThat(TAGGER.tagForms(List.of(List.of()))).isEmpty();
  }

  private static String render(List<List<String>> sentences) {
    StringBuilder names = new StringBuilder();
    for (NameSpan name : TAGGER.tagForms(sentences)) {
      List<String> tokens = sentences.get(name.range().sentence());
      names
          .append(names.isEmpty() ? "" : " ")
          .append(String.join(" ", tokens.subList(name.range().begin(), name.range().end())))
          .append(':')
          .append(name.type());
    }
    return names.toString();
  }
}
