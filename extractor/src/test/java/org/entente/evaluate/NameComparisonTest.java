package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zoë Kravitz-Ólafsdóttir   | zoe kravitz olafsdottir",
        "The Hague                 | hague",
        "Norway's                  | norway",
        "Norway’s                  | norway s",
        "U.S.                      | united states",
        "the U.K.                  | united kingdom",
        "STRAẞE                    | strasse",
        "Straße                    | strasse",
        "ΟΔΥΣΣΕΥΣ                  | οδυσσευσ",
        "Οδυσσεύς                  | οδυσσευσ",
        "Irmak Kıraç               | irmak kırac",
        "İzmir                     | izmir",
        "Snake_Case 3²             | snake_case 32",
        "…                         | ''",
      })
  void normalizes(String name, String normalized) {
    assertThat(NameComparison.normalize(name)).isEqualTo(normalized);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President Ada Lindqvist | Ada Lindqvist       | true",
        "Lindqvist               | Ada Lindqvist       | true",
        "Ada                     | Ada Lindqvist       | false",
        "Lin                     | Ada Lin             | false",
        "Ada M. Lindqvist        | Ada Lindqvist       | true",
        "Ada Lindqvist           | Eva Lindqvist       | false",
        "Foreign Minister        | Prime Minister      | false",
        "Foreign Minister        | Foreign Minister    | true",
        "America                 | US                  | true",
        "''                      | ''                  | false",
      })
  void compares(String one, String other, boolean same) {
    assertThat(NameComparison.same(one, other)).isEqualTo(same);
    assertThat(NameComparison.same(other, one)).isEqualTo(same);
  }
}
