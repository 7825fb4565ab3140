package org.entente.analysis.entity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   */
  record Match(int end, String phrase, Set<TitleClass> classes, String gender, boolean plural) {
    boolean is(TitleClass kind) {
      return classes.contains(kind);
    }

    boolean office() {
      return is(TitleClass.HEAD) || is(TitleClass.OFFICE);
    }
  }

  private record Phrase(String singular, Set<TitleClass> classes, String gender, boolean plural) {}

  private final Map<String, Phrase> phrases = new HashMap<>();

  private Titles() {}

  static Titles load() {
    Titles titles = new Titles();
    for (String[] row : Lexicon.read("titles.tsv", 5)) {
      TitleClass kind = TitleClass.valueOf(row[1].toUpperCase(Locale.ROOT));
      String gender = row[2].equals("-") ? "" : row[2];
      titles.put(row[0], new Phrase(row[0], EnumSet.of(kind), gender, false));
      if (kind == TitleClass.HEAD || kind == TitleClass.OFFICE) {
        titles.put(plural(row[0]), new Phrase(row[0], EnumSet.of(kind), gender, true));
      }
    }
    return titles;
  }

  private void put(String words, Phrase phrase) {
    phrases.merge(
        key(words),
        phrase,
        (a, b) -> {
          EnumSet<TitleClass> both = EnumSet.copyOf(a.classes);
          both.addAll(b.classes);
          return new Phrase(
              b.plural ? b.singular : a.singular,
              both,
              a.gender.isEmpty() ? b.gender : a.gender,
              a.plural || b.plural);
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
    StringBuilder words = new StringBuilder();
    for (int i = begin; i < Math.min(tokens.size(), begin + LONGEST); i++) {
      if (i > begin) {
        words.append(' ');
      }
      words.append(key(tokens.get(i).form()));
      Phrase phrase = phrases.get(words.toString());
      if (phrase != null) {
        best = new Match(i + 1, phrase.singular, phrase.classes, phrase.gender, phrase.plural);
      }
    }
    return Optional.ofNullable(best);
  }

  /** Tells whether the single token is of that class. */
  boolean is(Token token, TitleClass kind) {
    Phrase phrase = phrases.get(key(token.form()));
    return phrase != null && phrase.classes.contains(kind);
  }
}
