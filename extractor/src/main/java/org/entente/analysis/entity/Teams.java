package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * The teams of a page of sport, which are called by their town or country: "beat Miami", "the Miami
 * coach". There such a name is no place unless the text says as often that something is in it.
 */
public final class Teams {
  /** What no page of sport names. */
  public static final Teams NONE = new Teams(List.of());

  private static final Map<String, Set<String>> WORDS = Lexicon.words();
  private static final Set<String> SPORT = WORDS.get("sport-page");
  private static final Set<String> LOCATING = WORDS.get("locating");
  private static final Set<String> OPPOSING = WORDS.get("opposing");
  private static final Set<String> PLAYING = WORDS.get("playing");

  /** So many different words of sport, and one among so many words, make a page of sport. */
  private static final int DIFFERENT = 4;

  private static final int AMONG = 30;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|,");

  private final List<String> words;

  private Teams(List<String> words) {
    this.words = words;
  }

  /** Reads the words of a text. */
  public static Teams of(String text) {
    return among(words(text));
  }

  /** Reads the words of sentences. */
  static Teams of(List<Sentence> sentences) {
    List<String> words = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        words.add(Words.isPossessive(token) ? "s" : token.lower());
      }
    }
    return among(words);
  }

  private static Teams among(List<String> words) {
    int said = 0;
    Set<String> different = new HashSet<>();
    for (String word : words) {
      if (SPORT.contains(word)) {
        said++;
        different.add(word);
      }
    }
    return said * AMONG >= words.size() && different.size() >= DIFFERENT ? new Teams(words) : NONE;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Tells whether the name of a place is one of a team here. */
  boolean holds(String name) {
    List<String> parts = words(name);
    int team = 0;
    int place = 0;
    for (int i = 0; i + parts.size() <= words.size(); i++) {
      if (words.subList(i, i + parts.size()).equals(parts)) {
        int behind = i + parts.size();
        String next = word(word(behind).equals("s") ? behind + 1 : behind); // "Miami's coach"
        int article = word(i - 1).equals("the") ? i - 1 : i;
        String before = word(article - 1);
        if (OPPOSING.contains(before)
            || PLAYING.contains(next)
            || SPORT.contains(next)
            || next.matches("\\d{1,3}")) {
          team++;
        } else if (LOCATING.contains(before) || before.equals(",") || next.equals(",")) {
          place++;
        }
      }
    }
    return team > place;
  }

  private String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }
}
