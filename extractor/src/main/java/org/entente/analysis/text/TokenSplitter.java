package org.entente.analysis.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.entente.document.Span;

/**
 * Cuts repaired text into tokens as the Universal Dependencies treebanks do, save that words with
 * hyphens stay whole ("U.S.-led", "three-on-three", "Trump-Putin"). Two sources decide:
 *
 * <ul>
 *   <li>Rules, where they are sure. They protect addresses, abbreviations, initials, hyphen words,
 *       dates, times and decimal numbers, and cut quotes, brackets, final stops, contractions and
 *       possessives ("wo|n't", "Ukraine|'s", "states|'") and slashes between words.
 *   <li>OpenNLP's tokenizer model, where they are not: between a number and the letters after it
 *       ("10|am", "300|km", but "4th" and "3D") and around other symbols ("10|°", "24|€").
 * </ul>
 *
 * <p>The model does not decide first because it is the weaker one where both know an answer: it
 * leaves "Lavrov." whole and cuts "etc|.)" and "A|&amp;M". On held-out news, interviews and
 * speeches its token F1 is 98.2 alone, and 99.9 with the rules; {@code RESULTS.md} has the figures.
 */
final class TokenSplitter {
  /** A run of other characters than spaces is cut after so many characters. */
  static final int LONGEST_TOKEN = 200;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|[@#]\\w+"
              + "|[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|gov|edu|int|info|co\\.uk)(?:/\\S*)?");
  private static final String OPENING =
      "\"'([{<$\u20ac\u00a3\u00a5#*|~+=\u2022\u25cf\u25aa\u00bf\u00a1";
  private static final String CLOSING = "\"')]}>,;:!?%*|~=";
  private static final Pattern CURRENCY =
      Pattern.compile("(?:US|U\\.S\\.|A|C|NZ|HK|S)\\$(?=[0-9])");
  private static final Pattern LEADING_APOSTROPHE =
      Pattern.compile("'(?:s|re|ve|ll|d|m|em|tis|twas|[0-9]0s)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTRACTION =
      Pattern.compile("(?:n't|'(?:s|re|ve|ll|d|m))", Pattern.CASE_INSENSITIVE);

  /** Where a run of characters is cut inside: before and after the match. */
  private static final Pattern INNER =
      Pattern.compile(
          "--+|\\.{2,}|[\"()\\[\\]{};]|(?<=\\p{L})/(?=\\p{L})|(?<=\\p{L}),(?=\\p{L})"
              + "|(?<=\\p{L}{2}):(?=\\p{L})|(?<=\\p{L}{2})[!?](?=\\p{L})"
              + "|(?<=\\p{Ll}{2})\\.(?=\\p{Lu}\\p{Ll})");

  /** Two neighbouring characters between which no rule is sure that the word goes on. */
  private static final Pattern UNDECIDED =
      Pattern.compile(
          "(?<=[0-9])(?!(?i:st|nd|rd|th|s)\\b)(?=\\p{L})"
              + "|(?<=[^\\s\\p{L}\\p{M}0-9.,:/&@_'`+-])(?=\\S)"
              + "|(?<=\\S)(?=[^\\s\\p{L}\\p{M}0-9.,:/&@_'`+-])");

  private final Abbreviations abbreviations;

  private final Optional<TokenizerModel> model;

  TokenSplitter(Abbreviations abbreviations, Optional<TokenizerModel> model) {
    this.abbreviations = abbreviations;
    this.model = model;
  }

  /**
   * Cuts a sentence. Safe for use by many threads, which share the model; OpenNLP's tokenizer keeps
   * the last tokens, so that each run of characters that needs it gets one of its own.
   *
   * @param text the repaired text
   * @param sentence the sentence's place in it
   * @return the tokens' places in it
   */
  List<Span> split(String text, Span sentence) {
    List<Span> tokens = new ArrayList<>();
    int at = sentence.begin();
    while (at < sentence.end()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < sentence.end()
          && !Character.isWhitespace(text.charAt(end))
          && end - at < LONGEST_TOKEN) {
        end++;
      }
      int before = tokens.size();
      run(text, at, end, tokens);
      if (model.isPresent()
          && tokens.subList(before, tokens.size()).stream()
              .anyMatch(token -> undecided(text, token))) {
        decide(text, new Span(at, end), tokens.subList(before, tokens.size()));
      }
      at = end;
    }
    return tokens;
  }

  /** Tells whether the rules leave open if a token is one; what has a hyphen or "://" in it is. */
  private boolean undecided(String text, Span token) {
    if (token.length() < 2 || isWord(text, token)) {
      return false;
    }
    String form = token.of(text);
    return form.indexOf('-') < 0
        && !ADDRESS.matcher(form).lookingAt()
        && abbreviations.of(form) == null
        && UNDECIDED.matcher(form).find();
  }

  /** Whether a token is letters alone, as most are. */
  private static boolean isWord(String text, Span token) {
    for (int i = token.begin(); i < token.end(); i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Cuts the undecided tokens of a run of characters where the model does. */
  private void decide(String text, Span run, List<Span> tokens) {
    Set<Integer> cuts = new HashSet<>();
    for (var found : new TokenizerME(model.get()).tokenizePos(run.of(text))) {
      cuts.add(run.begin() + found.getStart());
    }
    ListIterator<Span> each = tokens.listIterator();
    while (each.hasNext()) {
      Span token = each.next();
      if (!undecided(text, token)) {
        continue;
      }
      each.remove();
      int begin = token.begin();
      Matcher place = UNDECIDED.matcher(text).region(token.begin(), token.end());
      while (place.find()) {
        if (place.start() > begin && cuts.contains(place.start())) {
          each.add(new Span(begin, place.start()));
          begin = place.start();
        }
      }
      each.add(new Span(begin, token.end()));
    }
  }

  /** Cuts a run of characters between spaces. */
  private void run(String text, int begin, int end, List<Span> tokens) {
    Matcher address = ADDRESS.matcher(text).region(begin, end);
    if (address.lookingAt()) {
      int stop = address.end();
      while (stop > begin + 1 && ".,;:!?\"')]".indexOf(text.charAt(stop - 1)) >= 0) {
        stop--;
      }
      tokens.add(new Span(begin, stop));
      if (stop < end) {
        piece(text, stop, end, tokens);
      }
      return;
    }
    Matcher inner = INNER.matcher(text).region(begin, end);
    inner.useTransparentBounds(true);
    int done = begin;
    while (inner.find()) {
      if (inner.group().charAt(0) == '.' && inner.group().length() == 1) {
        piece(text, done, inner.end(), tokens);
      } else {
        if (done < inner.start()) {
          piece(text, done, inner.start(), tokens);
        }
        tokens.add(new Span(inner.start(), inner.end()));
      }
      done = inner.end();
    }
    if (done < end) {
      piece(text, done, end, tokens);
    }
  }

  /** Cuts punctuation off both ends, then contractions. */
  private void piece(String text, int begin, int end, List<Span> tokens) {
    int from = begin;
    int to = end;
    while (from < to - 1 && OPENING.indexOf(text.charAt(from)) >= 0) {
      Matcher kept = LEADING_APOSTROPHE.matcher(text).region(from, to);
      if (kept.lookingAt() && (kept.end() == to || !letterOrDigit(text.charAt(kept.end())))) {
        break;
      }
      tokens.add(new Span(from, from + 1));
      from++;
    }
    Matcher currency = CURRENCY.matcher(text).region(from, to);
    if (currency.lookingAt()) {
      tokens.add(new Span(from, currency.end()));
      from = currency.end();
    }
    Deque<Span> after = new ArrayDeque<>();
    while (from < to - 1) {
      char last = text.charAt(to - 1);
      boolean stop = last == '.' && !abbreviations.keepsStop(text, from, to);
      if (!stop && CLOSING.indexOf(last) < 0) {
        break;
      }
      after.push(new Span(to - 1, to));
      to--;
    }
    word(text, from, to, tokens);
    tokens.addAll(after);
  }

  private static void word(String text, int begin, int end, List<Span> tokens) {
    int cut = end;
    for (int length = 3; length >= 2 && cut == end; length--) {
      int at = end - length;
      if (at > begin
          && CONTRACTION.matcher(text).region(at, end).matches()
          && (letterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '.')) {
        cut = at;
      }
    }
    tokens.add(new Span(begin, cut));
    if (cut < end) {
      tokens.add(new Span(cut, end));
    }
  }

  private static boolean letterOrDigit(char c) {
    return Character.isLetterOrDigit(c);
  }
}
