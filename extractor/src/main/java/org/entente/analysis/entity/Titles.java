package org.entente.analysis.entity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.Tenure;
import org.entente.annotation.Token;

/** Offices, honorifics and the words around them, from {@code titles.tsv}. */
final class Titles {
  private static final int LONGEST = 7;

  /**
   * A phrase found in a sentence.
   *
   * @param end number after its last token
   * @param phrase the phrase in the singular
   * @param classes what it can be
   * @param gender "m", "f" or empty
   * @param plural whether it stands in the plural
   * @param tenure what a part of it says on how the office is held ("ex-president")
   */
  record Match(
      int end,
      String phrase,
      Set<TitleClass> classes,
      String gender,
      boolean plural,
      Tenure tenure) {
    boolean is(TitleClass kind) {
      return classes.contains(kind);
    }

    boolean office() {
      return is(TitleClass.HEAD) || is(TitleClass.OFFICE);
    }
  }

  /** Capitals: the phrase is one where it stands in capitals only ("PM" against "3 pm"). */
  private record Phrase(
      String singular, Set<TitleClass> classes, String gender, boolean plural, boolean capitals) {}

  private final Map<String, Phrase> phrases = new HashMap<>();

  /** What phrases begin with, up to each of their spaces and to their end. */
  private final Set<String> beginnings = new HashSet<>();

  private Titles() {}

  static Titles load() {
    Titles titles = new Titles();
    for (String[] row : Lexicon.read("titles.tsv", 5)) {
      TitleClass kind = TitleClass.valueOf(row[1].toUpperCase(Locale.ROOT));
      String gender = row[2].equals("-") ? "" : row[2];
      boolean capitals = row[0].equals(row[0].toUpperCase(Locale.ROOT));
      String phrase = row[0].toLowerCase(Locale.ROOT);
      titles.put(phrase, new Phrase(phrase, EnumSet.of(kind), gender, false, capitals));
      if (kind == TitleClass.HEAD || kind == TitleClass.OFFICE) {
        titles.put(plural(phrase), new Phrase(phrase, EnumSet.of(kind), gender, true, capitals));
      }
    }
    return titles;
  }

  private void put(String words, Phrase phrase) {
    String key = key(words);
    for (int space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
      beginnings.add(key.substring(0, space));
    }
    beginnings.add(key);
    phrases.merge(
        key,
        phrase,
        (a, b) -> {
          EnumSet<TitleClass> both = EnumSet.copyOf(a.classes);
          both.addAll(b.classes);
          return new Phrase(
              b.plural ? b.singular : a.singular,
              both,
              a.gender.isEmpty() ? b.gender : a.gender,
              a.plural || b.plural,
              a.capitals && b.capitals);
        });
  }

  private static String key(String words) {
    return words.toLowerCase(Locale.ROOT).replace('-', ' ').replace("'", "").replace('~', ' ');
  }

  /**
   * The plural goes on the noun before "of", "for", "to" or "in", or on "secretary" and the like.
   */
  private static String plural(String phrase) {
    for (String cut : List.of(" of ", " for ", " without ", "-in-")) {
      int at = phrase.indexOf(cut);
      if (at > 0) {
        return noun(phrase.substring(0, at)) + phrase.substring(at);
      }
    }
    if (phrase.endsWith(" general") || phrase.endsWith("-general")) {
      return noun(phrase.substring(0, phrase.length() - 8)) + phrase.substring(phrase.length() - 8);
    }
    return noun(phrase);
  }

  private static String noun(String word) {
    if (word.endsWith("man")) {
      return word.substring(0, word.length() - 2) + "en";
    }
    if (word.endsWith("y") && !word.endsWith("ey")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    if (word.endsWith("s") || word.endsWith("ch") || word.endsWith("sh")) {
      return word + "es";
    }
    return word + "s";
  }

  /** Returns the longest phrase that begins at that token. */
  Optional<Match> at(List<Token> tokens, int begin) {
    Match best = null;
    StringBuilder joined = new StringBuilder();
    boolean compound = tokens.get(begin).form().indexOf('-') > 0;
    boolean open = true;
    for (int i = begin; i < Math.min(tokens.size(), begin + LONGEST) && open; i++) {
      if (i > begin) {
        joined.append(' ');
      }
      joined.append(key(tokens.get(i).form()));
      String words = joined.toString();
      open = compound || beginnings.contains(words);
      Tenure tenure = Tenure.CURRENT;
      Phrase phrase = phrases.get(words);
      if (phrase != null && phrase.capitals && !upper(tokens, begin, i + 1)) {
        phrase = null;
      }
      if (phrase == null && compound) {
        phrase = prefixed(words);
        tenure = Tenure.FORMER;
      }
      if (phrase == null) {
        phrase = suffixed(words);
        tenure = Tenure.DESIGNATE;
      }
      if (phrase != null) {
        best =
            new Match(i + 1, phrase.singular, phrase.classes, phrase.gender, phrase.plural, tenure);
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean upper(List<Token> tokens, int begin, int end) {
    return tokens.subList(begin, end).stream()
        .allMatch(token -> Character.isUpperCase(token.form().charAt(0)));
  }

  /** "ex-president", "then-Prime Minister": the office behind the hyphen. */
  private Phrase prefixed(String words) {
    int cut = words.indexOf(' ');
    return cut > 0 && is(words.substring(0, cut), TitleClass.FORMER)
        ? held(words.substring(cut + 1))
        : null;
  }

  /** "president-elect", "prime minister designate": the office before the word. */
  private Phrase suffixed(String words) {
    int cut = words.lastIndexOf(' ');
    return cut > 0 && is(words.substring(cut + 1), TitleClass.DESIGNATE)
        ? held(words.substring(0, cut))
        : null;
  }

  private Phrase held(String words) {
    Phrase phrase = phrases.get(words);
    boolean office =
        phrase != null
            && (phrase.classes.contains(TitleClass.HEAD)
                || phrase.classes.contains(TitleClass.OFFICE));
    return office ? phrase : null;
  }

  /** Returns the office that words in the singular name. */
  Optional<String> office(String phrase) {
    return Optional.ofNullable(held(key(phrase))).filter(p -> !p.plural()).map(Phrase::singular);
  }

  /** Tells whether the single token is of that class. */
  boolean is(Token token, TitleClass kind) {
    return is(key(token.form()), kind);
  }

  private boolean is(String word, TitleClass kind) {
    Phrase phrase = phrases.get(word);
    return phrase != null && phrase.classes.contains(kind);
  }
}
