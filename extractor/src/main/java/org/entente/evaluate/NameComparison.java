package org.entente.evaluate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two names can name one thing: equal but for case, accents, punctuation and titles, or one
 * is the tail of the other (a surname), or first and last parts agree.
 *
 * <p>Part of the definition of the figures: the lists are fixed, since a figure is compared with
 * earlier ones and with those of other programs. They are no place to improve the reading of names.
 */
final class NameComparison {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "dr",
          "sir",
          "president",
          "minister",
          "prime",
          "foreign",
          "secretary",
          "general",
          "king",
          "queen",
          "prince",
          "sheikh",
          "ayatollah",
          "the",
          "chancellor",
          "premier",
          "ambassador",
          "envoy",
          "us",
          "u",
          "s");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("us", "united states"),
          Map.entry("u s", "united states"),
          Map.entry("usa", "united states"),
          Map.entry("u s a", "united states"),
          Map.entry("america", "united states"),
          Map.entry("united states of america", "united states"),
          Map.entry("uk", "united kingdom"),
          Map.entry("u k", "united kingdom"),
          Map.entry("britain", "united kingdom"),
          Map.entry("great britain", "united kingdom"),
          Map.entry("un", "united nations"),
          Map.entry("u n", "united nations"),
          Map.entry("eu", "european union"),
          Map.entry("e u", "european union"),
          Map.entry("palestinians", "palestinian authority"),
          Map.entry("palestinian", "palestinian authority"),
          Map.entry("dprk", "north korea"),
          Map.entry("south korean", "south korea"));

  // A word character is a letter, a number or the underscore; a mark that outlived the removal of
  // combining characters is none.
  private static final Pattern POSSESSIVE = Pattern.compile("'s(?![\\p{L}\\p{N}_])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final int DOTLESS_I = 0x131;
  private static final int YPOGEGRAMMENI = 0x345;
  private static final int LONG_PART = 3;

  private NameComparison() {}

  /** Returns whether the two can name one thing; an empty name names nothing. */
  static boolean same(String one, String other) {
    String a = normalize(one);
    String b = normalize(other);
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    if (a.equals(b)) {
      return true;
    }
    List<String> partsA = withoutTitles(a);
    List<String> partsB = withoutTitles(b);
    List<String> shorter = partsA.size() <= partsB.size() ? partsA : partsB;
    List<String> longer = partsA.size() <= partsB.size() ? partsB : partsA;
    if (shorter.equals(longer)) {
      return true;
    }
    List<String> tail = longer.subList(longer.size() - shorter.size(), longer.size());
    String first = shorter.get(0);
    if (tail.equals(shorter)
        && (shorter.size() > 1 || first.codePointCount(0, first.length()) > LONG_PART)) {
      return true;
    }
    return shorter.size() > 1
        && first.equals(longer.get(0))
        && shorter.get(shorter.size() - 1).equals(longer.get(longer.size() - 1));
  }

  /** Returns the name without accents, case, possessive, punctuation and leading article. */
  static String normalize(String name) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !isCombining(c))
        .forEach(c -> folded.append(foldCase(c)));
    String s = POSSESSIVE.matcher(folded).replaceAll("");
    s = NO_WORD.matcher(s).replaceAll(" ").strip();
    s = s.startsWith("the ") ? s.substring("the ".length()) : s;
    return SAME.getOrDefault(s, s);
  }

  /** Returns the parts of a name after {@link #normalize}, without titles unless it is one. */
  static List<String> parts(String name) {
    return withoutTitles(normalize(name));
  }

  private static List<String> withoutTitles(String name) {
    List<String> parts = Arrays.asList(name.split(" "));
    List<String> kept = parts.stream().filter(part -> !TITLES.contains(part)).toList();
    return kept.isEmpty() ? parts : kept;
  }

  /**
   * Whether a character's canonical combining class is not zero. The JDK does not tell the class,
   * but its canonical ordering shows it: behind the one character of the highest class, every other
   * that combines is moved to the front.
   */
  private static boolean isCombining(int c) {
    int type = Character.getType(c);
    if (type != Character.NON_SPACING_MARK
        && type != Character.COMBINING_SPACING_MARK
        && type != Character.ENCLOSING_MARK) {
      return false;
    }
    if (c == YPOGEGRAMMENI) {
      return true;
    }
    String ordered =
        Normalizer.normalize(
            "a" + Character.toString(YPOGEGRAMMENI) + Character.toString(c), Normalizer.Form.NFD);
    return ordered.codePointAt(1) != YPOGEGRAMMENI;
  }

  /**
   * Folds the case of one character, so that what differs in case alone becomes equal. By way of
   * upper case, since the folding of sharp s is "ss"; one character at a time, since lower case of
   * a sigma depends on its neighbours; not for the dotless i, which is a letter of its own.
   */
  private static String foldCase(int c) {
    if (c == DOTLESS_I) {
      return Character.toString(c);
    }
    return Character.toString(c)
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
