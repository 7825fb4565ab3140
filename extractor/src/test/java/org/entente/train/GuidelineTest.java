package org.entente.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels and bounds of the corpora, mapped to the one guideline. */
class GuidelineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          politician    | Mr. Rutte said           | 0-2 | Rutte/PERSON
          person        | Foreign Minister Wang Yi | 0-4 | Wang Yi/PERSON
          person        | the Minister             | 1-2 |
          per           | Justin Rouhani           | 0-2 | Justin Rouhani/PERSON
          politicalparty| the Greens               | 0-2 | Greens/ORGANIZATION
          corporation   | Gazprom                  | 0-1 | Gazprom/ORGANIZATION
          organisation  | Iraqi forces             | 0-2 | Iraqi forces/ORGANIZATION
          country       | The Gambia               | 0-2 | Gambia/PLACE
          loc           | German                   | 0-1 |
          gpe           | Iraqis                   | 0-1 |
          facility      | Heathrow Airport         | 0-2 | Heathrow Airport/PLACE
          location      | Ukraine 's               | 0-2 | Ukraine/PLACE
          norp          | Kurdish                  | 0-1 |
          event         | World Cup                | 0-2 |
          loc           | the border               | 0-2 |
          """)
  void mapsLabels(String label, String text, String span, String expected) {
    List<String> tokens = List.of(text.split(" "));
    int begin = span.charAt(0) - '0';
    int end = span.charAt(2) - '0';
    List<TaggedName> names = new ArrayList<>();
    Guideline.type(label).ifPresent(type -> names.add(new TaggedName(begin, end, type)));

    assertThat(
            Guideline.names(tokens, names).stream()
                .map(
                    name ->
                        String.join(" ", tokens.subList(name.begin(), name.end()))
                            + "/"
                            + name.type()))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Yoon Suk - yeol spoke  | Yoon Suk-yeol spoke
          Mr . Obama ’ s plan    | Mr. Obama 's plan
          `` Yes '' -LRB- he     | " Yes " ( he
          U.S. envoy             | U.S. envoy
          """)
  void bringsTokensToOneForm(String text, String expected) {
    assertThat(Tokens.sentence(List.of(text.split(" ")), List.of(), null).tokens())
        .isEqualTo(List.of(expected.split(" ")));
  }
}
