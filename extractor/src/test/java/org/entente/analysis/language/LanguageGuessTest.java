package org.entente.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells English from other languages, and leaves what is too short or unclear. */
class LanguageGuessTest {
  private static final LanguageGuess GUESS = new LanguageGuess();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "French | Le président a rencontré vendredi la chancelière à Berlin, et ils ont parlé pendant deux heures du commerce et de la sécurité en Europe.",
        "German | Der Bundeskanzler traf am Freitag in Paris den Präsidenten der Republik; beide sprachen zwei Stunden lang über den Handel und die Sicherheit, wie es danach hieß. Man habe sich darauf geeinigt, die Gespräche bald wieder aufzunehmen und dafür einen Ort zu suchen.",
        "Spanish | El presidente se reunió el viernes en Madrid con el primer ministro, y los dos hablaron durante dos horas del comercio y de la seguridad.",
        "Portuguese | O presidente encontrou-se na sexta-feira em Lisboa com o primeiro-ministro, e os dois falaram durante duas horas sobre o comércio e a segurança.",
        "Russian | Президент встретился в пятницу в Москве с премьер-министром.",
        "Ukrainian | Президент зустрівся у п'ятницю в Києві з прем'єр-міністром, і вони говорили про безпеку.",
        "Turkish | Cumhurbaşkanı cuma günü Ankara'da başbakanla görüştü; iki lider ticaret ve güvenlik konularını iki saat boyunca konuştu.",
        "Polish | Prezydent spotkał się w piątek w Warszawie z premierem, a obaj rozmawiali przez dwie godziny o handlu i bezpieczeństwie.",
        "Chinese | 国家主席星期五在北京会见了外国总理，双方就贸易和安全问题交换了意见。",
        "Arabic | التقى الرئيس يوم الجمعة رئيس الوزراء في القاهرة وتحدثا عن التجارة والأمن",
        "Indonesian | Presiden bertemu dengan perdana menteri di Jakarta pada hari Jumat, dan keduanya berbicara selama dua jam tentang perdagangan."
      })
  void namesOtherLanguages(String language, String text) {
    assertThat(GUESS.foreign(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12 34",
        "The two leaders met in Oslo on Friday.",
        "Vale, Brook hold talks in Beijing",
        "Met with President Sadat and Foreign Minister Kamel",
        "Entretien à Genève",
        "Abdullah Gül, Recep Tayyip Erdoğan, Hulusi Akar, İbrahim Kalın met Volodymyr Zelenskyy, Dmytro Kuleba, Andriy Yermak in Lviv",
        "The minister quoted the proverb “la parole est d'argent, mais le silence est d'or” and left for the airport with his Tunisian colleague.",
        "8:30 Arrival of President Duarte, Lisbon. 9:00 Breakfast meeting, Prime Minister Sousa. 11:15 Wreath laying. 12:00 Working lunch, Foreign Minister Alves."
      })
  void leavesEnglishAndWhatIsNotSure(String text) {
    assertThat(GUESS.foreign(text)).isEmpty();
  }
}
