package org.entente.analysis.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Sentence;
import org.entente.annotation.TimeExpression;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;
import org.entente.document.Span;

/**
 * Finds time expressions and resolves them against the day of publication. What it finds and what
 * that means is data in {@code time-rules.txt}. Immutable and safe for use by many threads.
 */
public final class TimeTagger {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "in", "of", "by", "since", "until", "till", "before", "after", "last", "next", "this",
          "early", "late", "mid", "from", "to", "between", "and", "through", "during", "on",
          "every", "for", "the", "a", "its", "his", "her", "their", "around", "about", "past",
          "coming", "or", "-", "/", "(", "each");

  /** Rules are remembered for so many first words. */
  private static final int REMEMBERED_WORDS = 50_000;

  /** Functions that count from the day of publication. */
  private static final Set<String> OF_TODAY =
      Set.of(
          "today",
          "days",
          "weekday",
          "weekdayof",
          "weekdays",
          "ago",
          "ahead",
          "indays",
          "past",
          "coming",
          "unit",
          "current",
          "sofar",
          "rest",
          "weekend",
          "monthday");

  private static final Pattern YEAR = Pattern.compile("(?:1[6-9]|20)[0-9]{2}");

  /** News seldom tells of nothing younger than so many years. */
  private static final int LONG_AGO = 5;

  private final TimeRules rules;
  private final Tense tense;

  /** Names of the rules that count from the day of publication. */
  private final Set<String> ofToday;

  /** A pure function's results; which thread stores one first makes no difference. */
  private final Map<String, List<TimeRule>> rulesByFirstWord = new ConcurrentHashMap<>();

  private TimeTagger(TimeRules rules) {
    this.rules = rules;
    this.tense = new Tense(rules.words());
    this.ofToday =
        rules.rules().stream()
            .filter(rule -> rule.value().uses(OF_TODAY))
            .map(TimeRule::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Loads the rules from the class path.
   *
   * @throws IllegalStateException naming the line that breaks the rules' language
   */
  public static TimeTagger load() {
    return new TimeTagger(TimeRules.load());
  }

  TimeRules rules() {
    return rules;
  }

  /**
   * Finds the time expressions of a document.
   *
   * @param sentences the document's sentences in order
   * @param published the day of publication; without it relative dates have no bounds
   * @return the expressions in order, without overlap: dates with bounds, dates that cannot be
   *     resolved (no day of publication, no such day) with neither bounds nor duration, and
   *     durations; recurrences ("every Monday") are left out
   */
  public List<TimeExpression> tag(List<Sentence> sentences, Optional<LocalDate> published) {
    List<TimeExpression> found = tag(sentences, published, Set.of());
    Set<Integer> history = history(sentences, found, published);
    return history.isEmpty() ? found : tag(sentences, published, history);
  }

  /**
   * Returns the paragraphs that tell of years long gone and say nothing that counts from the day of
   * the text: "in May" is of the year told last there. One that tells neither goes on as the one
   * before.
   */
  private Set<Integer> history(
      List<Sentence> sentences, List<TimeExpression> found, Optional<LocalDate> published) {
    Map<Integer, Boolean> told = new TreeMap<>();
    for (TimeExpression time : found) {
      Sentence sentence = sentences.get(time.range().sentence());
      boolean today = ofToday.contains(time.rule());
      boolean year =
          time.bounds().isPresent()
              && sentence.tokens().subList(time.range().begin(), time.range().end()).stream()
                  .anyMatch(token -> YEAR.matcher(token.form()).matches());
      boolean recent =
          year
              && published
                  .filter(day -> time.bounds().get().latest().getYear() > day.getYear() - LONG_AGO)
                  .isPresent();
      if (today || year) {
        told.merge(sentence.paragraph(), !today && !recent, Boolean::logicalAnd);
      }
    }
    Set<Integer> history = new TreeSet<>();
    boolean before = false;
    for (Sentence sentence : sentences) {
      before = told.getOrDefault(sentence.paragraph(), before);
      if (before) {
        history.add(sentence.paragraph());
      }
    }
    return history;
  }

  /**
   * Finds the time expressions.
   *
   * @param history paragraphs in which a month without a year is of the year told last
   */
  private List<TimeExpression> tag(
      List<Sentence> sentences, Optional<LocalDate> published, Set<Integer> history) {
    List<TimeExpression> result = new ArrayList<>();
    Optional<DateBounds> previous = Optional.empty();
    Optional<DateBounds> previousDay = Optional.empty();
    for (int number = 0; number < sentences.size(); number++) {
      Sentence sentence = sentences.get(number);
      Words words = Words.of(sentence);
      Optional<DateBounds> beside = Optional.empty();
      int token = 0;
      while (token < sentence.tokens().size()) {
        Match match = longest(words, token);
        if (match == null) {
          token++;
          continue;
        }
        int begin = words.tokenAt(match.begin());
        int end = words.tokenAt(match.end() - 1) + 1;
        Calculus calculus =
            new Calculus(
                published,
                previous,
                previousDay,
                beside,
                history.contains(sentence.paragraph()),
                () -> tense.of(sentence, begin, end),
                match.groups()::group,
                rules.feasts());
        Calculus.Result value = calculus.result(match.rule().value());
        if (value.time()) {
          List<Token> tokens = sentence.tokens();
          result.add(
              new TimeExpression(
                  new Span(tokens.get(begin).span().begin(), tokens.get(end - 1).span().end()),
                  new TokenRange(number, begin, end),
                  value.bounds(),
                  value.duration(),
                  match.rule().id()));
          if (value.bounds().isPresent() && !match.rule().value().name().equals("beside")) {
            previous = value.bounds();
            beside = value.bounds();
            previousDay = value.bounds().get().isDay() ? value.bounds() : previousDay;
          }
        }
        token = Math.max(end, token + 1);
      }
    }
    return result;
  }

  /** Tells whether a rule fits anywhere in the sentences, whatever other rules do. */
  boolean matches(TimeRule rule, List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      Words words = Words.of(sentence);
      for (int token = 0; token < sentence.tokens().size(); token++) {
        Matcher matcher = rule.pattern().matcher(words.text());
        matcher.region(words.begin(token), words.text().length()).useTransparentBounds(true);
        if (matcher.lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A rule that fits at a place.
   *
   * @param rule the rule
   * @param groups its groups
   * @param begin where the expression begins in the words
   * @param end where it ends there
   * @param reach where the whole match ends
   */
  private record Match(TimeRule rule, Matcher groups, int begin, int end, int reach) {}

  private Match longest(Words words, int token) {
    Match best = null;
    int from = words.begin(token);
    for (TimeRule rule : candidates(words.at(token))) {
      Matcher matcher = rule.pattern().matcher(words.text()).region(from, words.text().length());
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt() && (best == null || matcher.end() > best.reach())) {
        boolean marked = rule.marked() && matcher.start("x") >= 0;
        int begin = marked ? matcher.start("x") : matcher.start();
        int end = marked ? matcher.end("x") : matcher.end();
        best = new Match(rule, matcher, begin, end, matcher.end());
      }
    }
    return best;
  }

  /** Returns the rules that may match where this word stands; for most words there are none. */
  private List<TimeRule> candidates(String word) {
    List<TimeRule> known = rulesByFirstWord.get(word);
    if (known == null) {
      known = rules.rules().stream().filter(rule -> mayBegin(rule, word)).toList();
      if (rulesByFirstWord.size() < REMEMBERED_WORDS) {
        rulesByFirstWord.put(word, known);
      }
    }
    return known;
  }

  /**
   * Tells whether some text that begins with a word matches: the word matches as it is, or the
   * attempt ran out of text, so that more words may complete it.
   */
  private static boolean mayBegin(TimeRule rule, String word) {
    Matcher further = rule.pattern().matcher(word + ' ');
    return further.lookingAt() || further.hitEnd() || rule.pattern().matcher(word).lookingAt();
  }

  /** The words of a sentence in lower case with one space between them. */
  private record Words(String text, int[] begins) {
    static Words of(Sentence sentence) {
      List<Token> tokens = sentence.tokens();
      StringBuilder text = new StringBuilder();
      int[] begins = new int[tokens.size()];
      for (int i = 0; i < begins.length; i++) {
        if (i > 0) {
          text.append(' ');
        }
        begins[i] = text.length();
        if (noDate(tokens, i)) {
          text.append('~');
        }
        text.append(tokens.get(i).lower());
      }
      return new Words(text.toString(), begins);
    }

    int begin(int token) {
      return begins[token];
    }

    String at(int token) {
      int end = token + 1 < begins.length ? begins[token + 1] - 1 : text.length();
      return text.substring(begins[token], end);
    }

    int tokenAt(int index) {
      int found = java.util.Arrays.binarySearch(begins, index);
      return found >= 0 ? found : -found - 2;
    }

    /** Tells whether a month's name is a verb, an adjective or a person here. */
    private static boolean noDate(List<Token> tokens, int at) {
      Token token = tokens.get(at);
      String word = token.lower();
      boolean strict = word.equals("may") || word.equals("march");
      boolean lenient = word.equals("april") || word.equals("june") || word.equals("august");
      if (!strict && !lenient) {
        return false;
      }
      if (!Character.isUpperCase(token.form().charAt(0))) {
        return true;
      }
      if (at + 1 < tokens.size() && Character.isDigit(tokens.get(at + 1).form().charAt(0))) {
        return false;
      }
      boolean nameFollows =
          lenient
              && at + 1 < tokens.size()
              && tokens.get(at + 1).tag().equals("PROPN")
              && Character.isUpperCase(tokens.get(at + 1).form().charAt(0));
      if (at == 0) {
        return strict || nameFollows;
      }
      Token before = tokens.get(at - 1);
      boolean number = Character.isDigit(before.form().charAt(0));
      if (strict) {
        return !number && !PREPOSITIONS.contains(before.lower())
            || before.lower().equals("to") && token.tag().equals("VERB");
      }
      if (nameFollows && !number && !PREPOSITIONS.contains(before.lower())) {
        return true;
      }
      return before.tag().equals("PROPN") && !before.lower().endsWith("day") && !number;
    }
  }
}
