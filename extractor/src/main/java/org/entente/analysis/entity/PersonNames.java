package org.entente.analysis.entity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.NameSounds;

/** Tells which forms of people's names can name one person. */
final class PersonNames {
  /** Shorter names are too often others that sound the same. */
  private static final int LOOSE = 6;

  /** Words from this length on are one where one letter differs. */
  private static final int CLOSE = 7;

  /** A ruler's number; "v" and "x" alone are initials. */
  private static final Pattern NUMERAL = Pattern.compile("x{0,2}(i{1,3}|iv|vi{1,3}|ix)|x{1,2}v|xx");

  /** Before the keys of a name's last word. */
  private static final String LAST = "-";

  private PersonNames() {}

  static List<String> parts(String name) {
    return Arrays.asList(NameFolding.fold(name).split(" "));
  }

  /**
   * Returns keys of a name for an index of names, of which {@link #wordKeys} of a single word or
   * {@link #nameKeys} of a longer name has one where {@link #fit} or {@link #sounds} can hold: its
   * words as all transliterations have them, the last of them apart, and the whole without spaces.
   */
  static Set<String> keys(String name) {
    List<String> parts = parts(name);
    Set<String> keys = new HashSet<>();
    parts.forEach(part -> spellings(part, "", keys));
    spellings(parts.get(parts.size() - 1), LAST, keys);
    whole(parts, keys);
    return keys;
  }

  /** Returns the keys of all names that a single word can be a form of. */
  static Set<String> wordKeys(String word) {
    List<String> parts = parts(word);
    Set<String> keys = new HashSet<>();
    parts.forEach(part -> spellings(part, "", keys));
    whole(parts, keys);
    return keys;
  }

  /**
   * Returns the keys of all names, longer or shorter, that a name of several words can be a form
   * of: the last word of the shorter one is in the longer one.
   */
  static Set<String> nameKeys(String name) {
    List<String> parts = parts(name);
    Set<String> keys = new HashSet<>();
    parts.forEach(part -> spellings(part, LAST, keys));
    spellings(parts.get(parts.size() - 1), "", keys);
    whole(parts, keys);
    return keys;
  }

  private static void whole(List<String> parts, Set<String> keys) {
    keys.add("=" + String.join("", parts));
    keys.add("~" + NameSounds.sound(parts.get(parts.size() - 1)));
  }

  /** Adds keys of a word of which two words share one where they are {@link #alike}. */
  private static void spellings(String word, String prefix, Set<String> keys) {
    String skeleton = NameSounds.skeleton(word);
    keys.add(prefix + skeleton);
    if (word.length() < CLOSE) {
      return;
    }
    // one letter can differ: at the beginning or at the end, not at both
    int length = skeleton.length();
    for (int size = 2; size <= 3; size++) {
      if (size == 2 ? length > 2 && length <= 6 : length >= 6) {
        keys.add(prefix + "^" + skeleton.substring(0, size));
        keys.add(prefix + "$" + skeleton.substring(length - size));
      }
    }
  }

  /**
   * Returns how well the shorter form fits the longer one: 0 not at all, 1 as a given name, 2 as a
   * part in another place (family name first, double surname), 3 as its end or as a variant of the
   * whole.
   */
  static int fit(String shorter, String longer) {
    return fit(parts(shorter), parts(longer));
  }

  /** Returns the same of two names by their {@link #parts}. */
  static int fit(List<String> a, List<String> b) {
    if (String.join("", a).equals(String.join("", b))) {
      return 3;
    }
    if (a.size() > b.size()) {
      return 0;
    }
    if (a.size() > 1) {
      if (apart(initials(a), initials(b)) || apart(numerals(a), numerals(b))) {
        return 0;
      }
      if (end(a, b)) {
        return 3;
      }
      if (alike(a.get(a.size() - 1), b.get(b.size() - 1)) && first(a.get(0), b.get(0))) {
        return 3;
      }
      if (alike(a.get(0), b.get(0)) && a.size() < b.size() && inOrder(a, b)) {
        return 3;
      }
      return contains(a, b) ? 2 : transliterated(a, b) ? 3 : 0;
    }
    String word = a.get(0);
    if (b.size() == 1) {
      return alike(word, b.get(0)) ? 3 : 0;
    }
    if (alike(word, b.get(b.size() - 1))) {
      return 3;
    }
    for (int i = 1; i < b.size() - 1; i++) {
      if (word.length() > 2 && alike(word, b.get(i))) {
        return 2;
      }
    }
    return word.equals(b.get(0)) ? 1 : 0;
  }

  /**
   * "George W. Bush" and "George H. W. Bush", "Abdullah I" and "Abdullah II": both have middle
   * initials or numerals, and others.
   */
  private static boolean apart(List<String> a, List<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }

  private static List<String> initials(List<String> parts) {
    return parts.stream()
        .skip(1)
        .limit(Math.max(0, parts.size() - 2))
        .filter(part -> part.length() == 1)
        .toList();
  }

  private static List<String> numerals(List<String> parts) {
    return parts.stream().skip(1).filter(part -> NUMERAL.matcher(part).matches()).toList();
  }

  /** "Moammar Gadhafi" and "Muammar Qaddafi": all words sound alike, and the first look alike. */
  private static boolean transliterated(List<String> a, List<String> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 1; i < a.size(); i++) {
      if (!sounds(a.get(i), b.get(i))) {
        return false;
      }
    }
    String c = NameSounds.skeleton(a.get(0));
    String d = NameSounds.skeleton(b.get(0));
    return NameSounds.sound(a.get(0)).equals(NameSounds.sound(b.get(0)))
        && distance(c, d) <= Math.min(c.length(), d.length()) / 4;
  }

  private static boolean first(String a, String b) {
    return alike(a, b)
        || a.length() == 1 && b.startsWith(a)
        || b.length() == 1 && a.startsWith(b)
        || a.length() > 2 && b.startsWith(a)
        || b.length() > 2 && a.startsWith(b);
  }

  private static boolean end(List<String> a, List<String> b) {
    int shift = b.size() - a.size();
    for (int i = 0; i < a.size(); i++) {
      if (!alike(a.get(i), b.get(shift + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(List<String> a, List<String> b) {
    for (int shift = 0; shift + a.size() <= b.size(); shift++) {
      if (b.subList(shift, shift + a.size()).equals(a)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inOrder(List<String> a, List<String> b) {
    int at = 0;
    for (String word : b) {
      if (at < a.size() && alike(a.get(at), word)) {
        at++;
      }
    }
    return at == a.size();
  }

  /**
   * Tells whether two family names can be one in two transliterations: "Gaddafi" and "Kadhafi",
   * "Haniyeh" and "Haniya". Looser than {@link #alike}: it needs a text that names no other.
   */
  static boolean sounds(String a, String b) {
    return Math.min(a.length(), b.length()) >= LOOSE
        && NameSounds.sound(a).equals(NameSounds.sound(b));
  }

  /**
   * Tells whether two full names can be one in two transliterations or orders: "Muammar Kadhafi"
   * and "Muammar Gaddafi", "Abe Shinzo" and "Shinzo Abe", "Xi Jin-ping" and "Xi Jinping". Looser
   * than {@link #fit}: it needs an office or a country that agrees.
   */
  static boolean transliterates(String name, String known) {
    if (fit(name, known) == 3) {
      return true;
    }
    List<String> a = parts(name);
    List<String> b = parts(known);
    if (a.size() == 2 && b.size() == 2 && a.get(0).equals(b.get(1)) && a.get(1).equals(b.get(0))) {
      return true;
    }
    return a.size() > 1
        && b.size() > 1
        && NameSounds.sound(a.get(a.size() - 1)).equals(NameSounds.sound(b.get(b.size() - 1)))
        && NameSounds.sound(a.get(0)).equals(NameSounds.sound(b.get(0)));
  }

  /** Spellings of one word: "yury" and "yuri", "zelensky" and "zelenskyy". */
  static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.length() < 4 || b.length() < 4 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    String c = NameSounds.skeleton(a);
    String d = NameSounds.skeleton(b);
    if (c.equals(d)) {
      return true;
    }
    int length = Math.min(a.length(), b.length());
    return length >= CLOSE && distance(c, d) <= 1;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int up = row[j];
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
        diagonal = up;
      }
    }
    return row[b.length()];
  }
}
