package org.entente.analysis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of people's names, and the keys by which they are looked up. */
class PersonNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lavrov            | Sergey Lavrov           | 3
          Sergey            | Sergey Lavrov           | 1
          Sergei Lavrov     | Sergey Lavrov           | 3
          Zelensky          | Volodymyr Zelenskyy     | 3
          Ban               | Ban Ki-moon             | 1
          Rodriguez         | Jose Rodriguez Zapatero | 2
          Muammar Qaddafi   | Moammar Gadhafi         | 3
          Alyaksandr Lukashenka | Aleksandr Lukashenko | 3
          Hussein Mohammed  | Hassan Mohammed         | 0
          George Bush       | Barbara Bush            | 0
          John Paul I       | John Paul II            | 0
          Louis XVIII       | Louis XVI of France     | 0
          Abdullah II       | Abdullah II of Jordan   | 3
          Abdullah          | Abdullah II             | 1
          """)
  void fits(String shorter, String longer, int fit) {
    assertThat(PersonNames.fit(shorter, longer)).isEqualTo(fit);
  }

  /** What fits is found by its keys: no look-up loses a form of a name. */
  @Test
  void keysLoseNoForm() {
    List<String> names =
        List.of(
            "Sergey Lavrov",
            "Sergei Lavrov",
            "Lavrov",
            "Volodymyr Zelenskyy",
            "Zelensky",
            "Jose Luis Rodriguez Zapatero",
            "Rodriguez Zapatero",
            "Zapatero",
            "Rodriguez",
            "Moammar Gadhafi",
            "Muammar Qaddafi",
            "Kadhafi",
            "Aleksandr Lukashenko",
            "Alyaksandr Lukashenka",
            "Kim Jong-un",
            "Kim Jong Un",
            "Kim",
            "Yury Ushakov",
            "Yuri Ushakov",
            "Benjamin Netanyahu",
            "Netenyahu",
            "Hun Sen",
            "Aung San Suu Kyi",
            "Suu Kyi",
            "Mahmoud Ahmadinejad",
            "Ahmedinejad");
    List<String> lost = new ArrayList<>();
    for (String a : names) {
      Set<String> keys =
          PersonNames.parts(a).size() > 1 ? PersonNames.nameKeys(a) : PersonNames.wordKeys(a);
      for (String b : names) {
        int needed = PersonNames.parts(a).size() > 1 ? 2 : 1;
        boolean fit =
            PersonNames.fit(a, b) >= needed || needed == 2 && PersonNames.fit(b, a) >= needed;
        if (fit && Collections.disjoint(keys, PersonNames.keys(b))) {
          lost.add(a + " / " + b);
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
