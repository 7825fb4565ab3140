package org.entente.analysis.gazetteer;

/**
 * Makes the spellings of one name in several transliterations meet: from Arabic ("Gaddafi",
 * "Qadhafi", "Kadhafi"), Persian and Turkic, and from Cyrillic ("Yushchenko", "Yuschenko").
 */
public final class NameSounds {
  private static final String VOWELS = "aeiouy";

  /** What one letter or two are written like in another transliteration. */
  private static final String[][] SPELLINGS = {
    {"kh", "h"},
    {"gh", "g"},
    {"dh", "d"},
    {"q", "k"},
    {"ou", "u"},
    {"oo", "u"},
    {"ee", "i"},
    {"ck", "k"},
    {"sch", "sh"}
  };

  private NameSounds() {}

  /**
   * Returns a folded word with vowels as one, and with an h at its beginning only; q, g, k and a
   * hard c begin alike.
   */
  public static String sound(String word) {
    String plain = skeleton(hard(word.replace("shch", "sh")));
    StringBuilder sound = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      char last = i == 0 ? ' ' : plain.charAt(i - 1);
      if (VOWELS.indexOf(letter) >= 0) {
        letter = 'a';
      } else if (i == 0 && (letter == 'g' || letter == 'q')) {
        letter = 'k';
      } else if (letter == 'h' && i > 0 && last != 's' && last != 'c') {
        continue;
      }
      append(sound, letter);
    }
    return sound.toString();
  }

  /** "Victor" as "Viktor": a c before a, o, u and t is a k. */
  private static String hard(String word) {
    StringBuilder hard = new StringBuilder(word);
    for (int i = 0; i + 1 < hard.length(); i++) {
      if (hard.charAt(i) == 'c' && "aout".indexOf(hard.charAt(i + 1)) >= 0) {
        hard.setCharAt(i, 'k');
      }
    }
    return hard.toString();
  }

  /**
   * Returns a folded word without what transliterations differ in: y, i and j, doubled letters, kh
   * and h, q and k.
   */
  public static String skeleton(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      letters.append(letter == 'y' || letter == 'j' ? 'i' : letter);
    }
    String plain = letters.toString();
    for (String[] spelling : SPELLINGS) {
      plain = plain.replace(spelling[0], spelling[1]);
    }
    StringBuilder skeleton = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      append(skeleton, plain.charAt(i));
    }
    return skeleton.toString();
  }

  private static void append(StringBuilder word, char letter) {
    if (word.isEmpty() || word.charAt(word.length() - 1) != letter) {
      word.append(letter);
    }
  }
}
