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
          organisation  | Iraqi forces             | 0-2 |
          organisation  | Assad regime             | 0-2 |
          organisation  | Greek football union     | 0-3 |
          organisation  | Iraqi Army               | 0-2 | Iraqi Army/ORGANIZATION
          organisation  | Green party              | 0-2 | Green party/ORGANIZATION
          location      | Lima , Peru              | 0-3 | Lima/PLACE Peru/PLACE
          location      | Washington , D.C.        | 0-3 | Washington , D.C./PLACE
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
        .isEqualTo(
            expected == null ? List.of() : List.of(expected.split("(?<=PLACE|PERSON|TION) ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an Oxford - trained man | 1-2 org        | an Oxford-trained man |
          US - China talks        | 0-1 loc, 2-3 loc | US-China talks      |
          in March - After Ruto   | 4-5 per        | in March-After Ruto   | Ruto
          in Lima - After Ruto    | 1-2 loc, 4-5 per | in Lima - After Ruto | Lima, Ruto
          Kim Jong - un met       | 0-4 per        | Kim Jong-un met       | Kim Jong-un
          """)
  void tellsHyphensFromDashes(String text, String spans, String tokens, String names) {
    List<TaggedName> marked = new ArrayList<>();
    for (String span : spans.split(", ")) {
      marked.add(
          new TaggedName(
              span.charAt(0) - '0',
              span.charAt(2) - '0',
              Guideline.type(span.substring(4)).orElseThrow()));
    }
    TaggedSentence sentence = Tokens.sentence(List.of(text.split(" ")), marked, null);

    assertThat(String.join(" ", sentence.tokens())).isEqualTo(tokens);
    assertThat(
            sentence.names().stream()
                .map(n -> String.join(" ", sentence.tokens().subList(n.begin(), n.end()))))
        .isEqualTo(names == null ? List.of() : List.of(names.split(", ")));
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
