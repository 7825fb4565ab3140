package org.entente.analysis.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/**
 * Cuts what the name model found to the name itself: titles, states and common nouns leave the
 * span, and a span of nothing else is no name.
 */
final class SpanTrimmer {
  private final Gazetteer gazetteer;
  private final Titles titles;

  /** Words before a name, written large where they open a sentence: "Neither Rice nor". */
  private static final Set<String> OPENERS =
      Set.of("neither", "nor", "either", "both", "not", "only", "even");

  private final Map<String, Set<String>> words;
  private final TitleNames titleNames;

  SpanTrimmer(Knowledge knowledge) {
    this.gazetteer = knowledge.gazetteer();
    this.titles = knowledge.titles();
    this.words = knowledge.words();
    this.titleNames = new TitleNames(knowledge);
  }

  /** "A Hamas-led government", "a rebel-held town": an adjective, and no name. */
  private boolean compound(List<Token> tokens, int begin, int end) {
    String form = tokens.get(begin).form();
    String last = form.substring(form.lastIndexOf('-') + 1);
    return end == begin + 1
        && last.length() < form.length()
        && last.equals(last.toLowerCase(Locale.ROOT))
        && (last.endsWith("ed") || words.get("compound-participle").contains(last));
  }

  /**
   * Returns the name in a span, or nothing where the span holds none.
   *
   * @param number number of the sentence
   */
  Optional<Draft> trim(int number, List<Token> tokens, NameSpan span) {
    int begin = Math.max(0, span.range().begin());
    int end = Math.min(tokens.size(), span.range().end());
    while (end > begin && (outside(tokens, end - 1) || tokens.get(end - 1).lower().equals("of"))) {
      end--;
    }
    while (begin < end && outside(tokens, begin)) {
      begin++;
    }
    if (begin < end
        && (partOfTitle(tokens, begin, end)
            || ofState(tokens, begin, end)
            || counted(tokens, begin, end)
            || span.type() == EntityType.ORGANIZATION
                && (treaty(tokens, begin, end) || office(tokens, begin, end))
            || span.type() != EntityType.PERSON
                && (compound(tokens, begin, end) || Words.isMonth(tokens, begin, end))
            || end - begin == 1 && Compounds.ofStates(gazetteer, tokens.get(begin)))) {
      return Optional.empty();
    }
    EntityType type = span.type();
    if (type == EntityType.ORGANIZATION) {
      Optional<Titles.Match> rank = rank(tokens, begin, end);
      if (rank.isPresent()) {
        type = EntityType.PERSON;
      }
    }
    if (type == EntityType.ORGANIZATION) {
      end = beforePartner(tokens, begin, end);
      // "U.S. officials", "Iraqi women": common nouns at the end are no part of a name
      while (end > begin
          && !Words.isCapital(tokens.get(end - 1))
          && !Character.isDigit(tokens.get(end - 1).form().charAt(0))) {
        end--;
      }
      while (begin < end && isDescription(tokens.get(begin))) {
        begin++; // "senior Iraqi"
      }
      end = beforeTitle(tokens, begin, end);
      begin = peoples(tokens, begin, end);
      begin = behindGovernment(tokens, begin, end);
      end = beforeSession(tokens, begin, end);
    }
    if (type == EntityType.PERSON) {
      boolean again = true;
      while (again && begin < end) {
        again = false;
        Optional<Titles.Match> title = titles.at(tokens, begin);
        if (title.isPresent()
            && title.get().end() <= end
            && !titleNames.at(tokens, begin)
            && !title.get().classes().equals(Set.of(TitleClass.GROUP))) {
          begin = title.get().end();
          again = true;
        } else if (end - begin > 1 && OPENERS.contains(tokens.get(begin).lower())) {
          begin++;
          again = true;
        } else if (end - begin > 1
            && gazetteer.polityOfAdjective(tokens.get(begin).form()).isPresent()) {
          begin++;
          again = true;
        } else if (begin + 1 < end && Words.isPossessive(tokens.get(begin + 1))) {
          begin += 2;
          again = true;
        }
      }
    } else if (begin < end && tokens.get(begin).lower().equals("the") && end - begin > 1) {
      begin++;
    }
    if (begin >= end
        || type == EntityType.ORGANIZATION && demonym(tokens, begin, end)
        || region(tokens, begin, end)
        || Words.isDate(tokens, begin, end)
        || type == EntityType.PERSON && tokens.get(begin).lower().equals("of")) {
      return Optional.empty();
    }
    Draft draft =
        new Draft(number, begin, end, MentionForm.NAME, type, Words.text(tokens, begin, end));
    draft.sure = span.probability();
    return Optional.of(draft);
  }

  /** "Iraqi security with Iraq": no name of a body goes on over "with". */
  private static int beforePartner(List<Token> tokens, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (tokens.get(i).lower().equals("with")) {
        return i;
      }
    }
    return end;
  }

  private static boolean isDescription(Token token) {
    return token.tag().equals("ADJ") && token.form().chars().noneMatch(Character::isUpperCase);
  }

  /** "Iraqi": the adjective of a state alone is no body. */
  private boolean demonym(List<Token> tokens, int begin, int end) {
    return end - begin == 1
        && gazetteer.polityOfAdjective(tokens.get(begin).form()).isPresent()
        && gazetteer.body(tokens.get(begin).form()).isEmpty();
  }

  /** "Deputy Secretary of State", "Unification" before "Minister": words of an office, no name. */
  private boolean partOfTitle(List<Token> tokens, int begin, int end) {
    for (int from = Math.max(0, begin - 4); from < begin; from++) {
      Optional<Titles.Match> around = titles.at(tokens, from);
      if (around.isPresent() && around.get().office() && around.get().end() >= end) {
        return true;
      }
    }
    Optional<Titles.Match> title = titles.at(tokens, begin);
    if (title.isEmpty() || title.get().end() < end || titleNames.at(tokens, begin)) {
      return false;
    }
    boolean before =
        title.get().end() < tokens.size() && Words.isCapital(tokens.get(title.get().end()));
    return title.get().end() - begin > 1 && title.get().office()
        || before && (title.get().office() || title.get().is(TitleClass.HONORIFIC));
  }

  /** "Shah of Iran", "President of the Gambia": an office and its state, and nobody's name. */
  private boolean ofState(List<Token> tokens, int begin, int end) {
    int of = titles.at(tokens, begin).filter(Titles.Match::office).map(t -> t.end()).orElse(end);
    if (of >= end - 1 || !tokens.get(of).lower().equals("of")) {
      return false;
    }
    int state = tokens.get(of + 1).lower().equals("the") ? of + 2 : of + 1;
    return state < end && gazetteer.polity(Words.text(tokens, state, end)).isPresent();
  }

  /** "The PM": an office alone is no body. */
  private boolean office(List<Token> tokens, int begin, int end) {
    return titles.at(tokens, begin).filter(t -> t.office() && t.end() == end).isPresent();
  }

  /** "Kyoto Protocol": what states have signed is no body. */
  private boolean treaty(List<Token> tokens, int begin, int end) {
    return end - begin > 1
        && words.get("treaty").contains(tokens.get(end - 1).lower())
        && gazetteer.body(Words.text(tokens, begin, end)).isEmpty();
  }

  /** "The two Kims": what is counted is no name. */
  private static boolean counted(List<Token> tokens, int begin, int end) {
    return end - begin == 1
        && begin > 0
        && Numbers.of(tokens.get(begin - 1).lower()) > 1
        && tokens.get(begin).lower().endsWith("s");
  }

  /** "Chinese People's Political Consultative Conference": the adjective belongs to the name. */
  private int peoples(List<Token> tokens, int begin, int end) {
    boolean adjective =
        begin > 0
            && begin + 1 < end
            && words.get("people-of").contains(tokens.get(begin).lower())
            && Words.isPossessive(tokens.get(begin + 1))
            && gazetteer.polityOfAdjective(tokens.get(begin - 1).form()).isPresent();
    return adjective ? begin - 1 : begin;
  }

  /** "The government of Iraq": the state, and no body of that name. */
  private int behindGovernment(List<Token> tokens, int begin, int end) {
    if (end - begin < 3
        || !tokens.get(begin).form().equals("government")
        || !tokens.get(begin + 1).lower().equals("of")) {
      return begin;
    }
    int state = tokens.get(begin + 2).lower().equals("the") ? begin + 3 : begin + 2;
    return state < end && gazetteer.polity(Words.text(tokens, state, end)).isPresent()
        ? state
        : begin;
  }

  /** "Organization of American States General Assembly": a body and how it gathers. */
  private int beforeSession(List<Token> tokens, int begin, int end) {
    int at = end;
    while (at > begin + 1 && words.get("session").contains(tokens.get(at - 1).lower())) {
      at--;
    }
    boolean body =
        at < end
            && gazetteer.body(Words.text(tokens, begin, end)).isEmpty()
            && gazetteer.body(Words.text(tokens, begin, at)).isPresent();
    return body ? at : end;
  }

  /** "Western nations", "Arab states": the adjective of a region names nothing by itself. */
  private boolean region(List<Token> tokens, int begin, int end) {
    return end - begin == 1
        && words.get("regional").contains(tokens.get(begin).lower())
        && end < tokens.size()
        && Words.isNoun(tokens.get(end))
        && !Words.isCapital(tokens.get(end));
  }

  /** "Lieutenant-General Soe Win", taken for a body: a title of several words makes it a person. */
  private Optional<Titles.Match> rank(List<Token> tokens, int begin, int end) {
    if (begin >= end) {
      return Optional.empty();
    }
    Optional<Titles.Match> title =
        titles
            .at(tokens, begin)
            .filter(t -> t.office() || t.is(TitleClass.HONORIFIC))
            .filter(t -> t.end() < end && !t.plural())
            .filter(t -> t.phrase().matches(".*[ .-].*"));
    if (title.isEmpty()) {
      return title;
    }
    for (int i = title.get().end(); i < end; i++) {
      Token token = tokens.get(i);
      if (!Words.isCapital(token) || words.get("organization").contains(token.lower())) {
        return Optional.empty();
      }
    }
    return title;
  }

  /** "Peruvian Party Leader Ana Quispe": a title that goes on behind a body's name is no body. */
  private int beforeTitle(List<Token> tokens, int begin, int end) {
    for (int i = begin; i < Math.min(end, begin + 2); i++) {
      Optional<Titles.Match> title = titles.at(tokens, i);
      if (title.isPresent()
          && title.get().end() > end
          && title.get().end() < tokens.size()
          && Words.isCapital(tokens.get(title.get().end()))
          && (i == begin || gazetteer.polityOfAdjective(tokens.get(begin).form()).isPresent())) {
        return i;
      }
    }
    return end;
  }

  /** Punctuation, pronouns, days and the possessive mark are no part of a name's ends. */
  private boolean outside(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    return Words.isPossessive(token)
        || Words.isPunctuation(token)
        || token.tag().equals("PRON")
        || words.get("day").contains(token.lower());
  }
}
