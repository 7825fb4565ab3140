package org.entente.analysis.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which texts are not English. A text with the small words of English is taken for English at
 * once; OpenNLP's model of 103 languages, which takes a second to load, looks at the others, and a
 * text that it is not sure of, or that is too short to tell, counts as English. Deterministic and
 * thread-safe.
 */
public final class LanguageGuess {
  private static final String MODEL = "/langdetect-183.bin";

  /** Words that English text is full of and that are rare in other languages. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "with", "was", "that", "for", "his", "has", "from", "by",
          "said");

  /** How many of a hundred words they are at least in English prose; telegram style has fewer. */
  private static final int SHARE = 10;

  /** Characters of a text that are looked at. */
  private static final int LOOKED_AT = 2000;

  /** Letters under which a text is too short to tell, where it is in Latin script. */
  private static final int SHORT = 50;

  /** How many times likelier than English another language must be. */
  private static final double SURE = 2.5;

  private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'\u2019-]*");

  private LanguageDetectorModel model;

  /**
   * Guesses the language of a text.
   *
   * @return the English name of its language, such as "French"; empty where it is English or
   *     nothing is sure
   */
  public Optional<String> foreign(String text) {
    String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    if (isPlainEnglish(looked)) {
      return Optional.empty();
    }
    long letters = letters(looked);
    boolean latin = looked.chars().filter(LanguageGuess::isLatin).count() * 2 > letters;
    // Names tell where somebody is from, and not the language of a text.
    String words = latin ? CAPITALIZED.matcher(looked).replaceAll(" ") : looked;
    if (letters == 0 || latin && letters(words) < SHORT) {
      return Optional.empty();
    }
    Language[] guesses = new LanguageDetectorME(model()).predictLanguages(words);
    double english = 0;
    for (Language guess : guesses) {
      if (guess.getLang().equals("eng")) {
        english = guess.getConfidence();
      }
    }
    return guesses[0].getConfidence() >= SURE * english
        ? Optional.of(name(guesses[0].getLang()))
        : Optional.empty();
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }

  private static boolean isPlainEnglish(String text) {
    int words = 0;
    int english = 0;
    StringTokenizer tokens = new StringTokenizer(text, " \t\n\r\f.,;:!?\"'()[]\u201c\u201d\u2019");
    while (tokens.hasMoreTokens()) {
      words++;
      if (ENGLISH.contains(tokens.nextToken().toLowerCase(Locale.ROOT))) {
        english++;
      }
    }
    return english * 100 >= words * SHARE;
  }

  private static boolean isLatin(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static String name(String code) {
    String known = code.equals("cmn") ? "zho" : code;
    for (String language : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(language);
      if (locale.getISO3Language().equals(known)) {
        return locale.getDisplayLanguage(Locale.ENGLISH);
      }
    }
    return code;
  }

  private synchronized LanguageDetectorModel model() {
    if (model == null) {
      try (InputStream in = LanguageGuess.class.getResourceAsStream(MODEL)) {
        model = new LanguageDetectorModel(Objects.requireNonNull(in, MODEL));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return model;
  }
}
