package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.annotation.Token;

/**
 * Reads offices around and without names: "Russian Foreign Minister Sergey Lavrov", "Marco Rubio,
 * the US secretary of state", "the foreign ministers of Germany and Poland", "Israeli negotiators".
 */
final class TitleReader {
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "both", "another",
          "some", "several", "these", "those", "no", "any", "other", "all");
  private static final Set<String> RANKS =
      Set.of("deputy", "vice", "assistant", "first", "second", "chief", "special");
  private static final Set<String> COMPOUND_HEADS =
      Set.of(
          "minister",
          "secretary",
          "chief",
          "envoy",
          "director",
          "commander",
          "adviser",
          "advisor",
          "coordinator",
          "commissioner",
          "negotiator",
          "representative",
          "spokesman",
          "spokeswoman",
          "leader");

  /** Words for one unnamed person, where the same words in the plural stand for the state. */
  private static final Set<String> SINGLE = Set.of("official", "diplomat");

  /** Groups that can only be of the state that a story is about. */
  static final Set<String> GOVERNMENT =
      Set.of("government", "government officials", "government leaders", "authorities");

  private final Titles titles;
  private final Map<String, Set<String>> words;

  TitleReader(Titles titles, Map<String, Set<String>> words) {
    this.titles = titles;
    this.words = words;
  }

  /** Sets offices on the names of a sentence and returns the descriptions without a name. */
  List<Draft> read(int number, List<Token> tokens, List<Draft> names) {
    Draft[] owner = new Draft[tokens.size()];
    for (Draft draft : names) {
      for (int i = draft.begin; i < draft.end; i++) {
        owner[i] = draft;
      }
    }
    for (Draft person : names) {
      // "Russia's Sergei Lavrov"
      Draft state = person.begin > 1 ? owner[person.begin - 2] : null;
      if (person.isPersonName()
          && state != null
          && state.polity != null
          && state.form == MentionForm.NAME
          && NameCompleter.isPossessive(tokens.get(person.begin - 1))) {
        person.represents.add(state.polity.label());
      } else if (person.isPersonName()) {
        ofState(tokens, owner, person).ifPresent(s -> person.represents.add(s.polity.label()));
      }
    }
    List<Draft> nominals = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (owner[i] != null) {
        continue;
      }
      Optional<Titles.Match> match = titles.at(tokens, i);
      if (match.isEmpty()) {
        continue;
      }
      Titles.Match title = match.get();
      if (overlapsName(i, title.end(), owner)
          || ranks(tokens, title)
          || !noun(title, tokens.get(title.end() - 1))
              && !title.is(TitleClass.HONORIFIC)
              && !headsNoun(tokens, owner, i, title.end())) {
        continue;
      }
      if (title.office() || title.is(TitleClass.GROUP)) {
        Phrase phrase = new Phrase(number, tokens, owner, i, title);
        phrase.read().ifPresent(nominals::add);
        i = Math.max(i, phrase.end - 1);
      } else if (title.is(TitleClass.HONORIFIC)) {
        honorific(tokens, owner, i, title);
        i = title.end() - 1;
      }
    }
    return nominals;
  }

  /** Returns the state behind a name: "Boris Yeltsin of Russia". */
  private static Optional<Draft> ofState(List<Token> tokens, Draft[] owner, Draft person) {
    int at = person.end + 1;
    return at < tokens.size()
            && tokens.get(person.end).lower().equals("of")
            && owner[at] != null
            && owner[at].begin == at
            && owner[at].polity != null
            && owner[at].form == MentionForm.NAME
            && (owner[at].end >= tokens.size()
                || !NameCompleter.isPossessive(tokens.get(owner[at].end)))
        ? Optional.of(owner[at])
        : Optional.empty();
  }

  /** Offices whose words are more often something else: "major powers", "general strike". */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "major",
          "general",
          "chief",
          "head",
          "chair",
          "captain",
          "justice",
          "judge",
          "private",
          "representative",
          "marshal",
          "commander",
          "secretary",
          "candidate",
          "official",
          "side");

  /** "Chief delegates": a rank before another office is a part of that one. */
  private boolean ranks(List<Token> tokens, Titles.Match title) {
    return RANKS.contains(title.phrase())
        && title.end() < tokens.size()
        && titles
            .at(tokens, title.end())
            .filter(next -> next.office() || next.is(TitleClass.GROUP))
            .isPresent();
  }

  private static boolean noun(Titles.Match title, Token last) {
    return !AMBIGUOUS.contains(title.phrase())
        || last.tag().equals("NOUN")
        || last.tag().equals("PROPN")
        || Character.isUpperCase(last.form().charAt(0));
  }

  /** "A United Nations official came": behind a name and before no noun it is one, as tagged. */
  private static boolean headsNoun(List<Token> tokens, Draft[] owner, int begin, int end) {
    return begin > 0
        && owner[begin - 1] != null
        && owner[begin - 1].type != EntityType.PERSON
        && (end >= tokens.size() || !NameCompleter.isNoun(tokens.get(end)));
  }

  private static boolean overlapsName(int begin, int end, Draft[] owner) {
    for (int i = begin; i < end; i++) {
      if (owner[i] != null) {
        return true;
      }
    }
    return false;
  }

  private static void honorific(List<Token> tokens, Draft[] owner, int begin, Titles.Match title) {
    if (title.end() < tokens.size()
        && owner[title.end()] != null
        && owner[title.end()].isPersonName()
        && owner[title.end()].begin == title.end()) {
      Draft person = owner[title.end()];
      person.wholeBegin = Math.min(person.wholeBegin, begin);
      person.honorific = true;
      if (!title.gender().isEmpty()) {
        person.gender = title.gender();
      }
    }
  }

  /** One office or group in a sentence, with what stands around it. */
  private final class Phrase {
    private final int number;
    private final List<Token> tokens;
    private final Draft[] owner;
    private final Titles.Match title;
    private final List<Draft> holders = new ArrayList<>();
    private String office;
    private int begin;
    private int end;
    private Tenure tenure;
    private String determiner = "";
    private int count;

    Phrase(int number, List<Token> tokens, Draft[] owner, int begin, Titles.Match title) {
      this.number = number;
      this.tokens = tokens;
      this.owner = owner;
      this.begin = begin;
      this.title = title;
      this.end = title.end();
      this.office = title.phrase();
      this.tenure = title.tenure();
    }

    Optional<Draft> read() {
      boolean upper = Character.isUpperCase(tokens.get(begin).form().charAt(0));
      leftwards();
      rightwards();
      boolean office = title.office();
      if (office && attach(upper)) {
        return Optional.empty();
      }
      return nominal();
    }

    /** Modifiers, the polity, "former" and the determiner before the office. */
    private void leftwards() {
      int at = begin - 1;
      int free = 0;
      while (at >= 0) {
        Token token = tokens.get(at);
        Draft draft = owner[at];
        if (draft != null) {
          if (!holder(draft) || !holders.isEmpty() && !coordinated(draft)) {
            break;
          }
          holders.add(0, draft);
          begin = draft.begin;
          at = begin - 1;
          at = skipConjunction(at);
          continue;
        }
        String word = token.lower();
        if (NameCompleter.isPossessive(token) && at > 0 && owner[at - 1] != null) {
          if (!holders.isEmpty() || !holder(owner[at - 1])) {
            break;
          }
          holders.add(0, owner[at - 1]);
          begin = owner[at - 1].begin;
          at = skipConjunction(begin - 1);
          continue;
        }
        if (titles.is(token, TitleClass.FORMER)) {
          tenure = Tenure.FORMER;
          begin = at--;
        } else if (titles.is(token, TitleClass.ACTING) && tenure == Tenure.CURRENT) {
          tenure = Tenure.ACTING;
          begin = at--;
        } else if (titles.is(token, TitleClass.DESIGNATE) && tenure == Tenure.CURRENT) {
          tenure = Tenure.DESIGNATE;
          begin = at--;
        } else if (Numbers.of(word) > 0 && !word.equals("both")) {
          count = Numbers.of(word);
          begin = at--;
        } else if (DETERMINERS.contains(word)) {
          determiner = word;
          count = Math.max(count, Numbers.of(word));
          begin = at;
          break;
        } else if (titles.is(token, TitleClass.MODIFIER)) {
          if (RANKS.contains(word) && holders.isEmpty() && begin == at + 1) {
            office = word + " " + office;
          }
          begin = at--;
        } else if (free < 3
            && (token.tag().equals("ADJ") || token.form().indexOf('-') > 0 || compound(token, at))
            && !NameCompleter.isPunctuation(token)) {
          free++;
          if (compound(token, at) && holders.isEmpty()) {
            office = word + " " + office;
          }
          begin = at--;
        } else {
          break;
        }
      }
    }

    private boolean compound(Token token, int at) {
      String head = title.phrase();
      return COMPOUND_HEADS.contains(head)
          && at + 1 == begin
          && (token.tag().equals("NOUN") || token.tag().equals("PROPN"));
    }

    /** "Israeli and Palestinian", "German, French and Polish". */
    private boolean coordinated(Draft draft) {
      int after = draft.end;
      if (after >= tokens.size()) {
        return false;
      }
      String word = tokens.get(after).lower();
      return word.equals("and") || word.equals(",") || word.equals("or");
    }

    private int skipConjunction(int at) {
      if (at > 0 && (tokens.get(at).lower().equals("and") || tokens.get(at).form().equals(","))) {
        int before = at - 1;
        if (tokens.get(before).form().equals(",") && before > 0) {
          before--;
        }
        if (owner[before] != null
            && owner[before].polity != null
            && (title.plural() || title.is(TitleClass.GROUP))
            && (owner[before].form == holders.get(0).form
                || abbreviation(owner[before])
                || abbreviation(holders.get(0)))) {
          return before;
        }
      }
      return at;
    }

    /** "US", "U.K.": a name that also serves as the adjective. */
    private static boolean abbreviation(Draft draft) {
      return draft.text.length() < 6 && draft.text.equals(draft.text.toUpperCase(Locale.ROOT));
    }

    private boolean holder(Draft draft) {
      return draft.isPolity()
          || draft.isBody()
          || draft.form == MentionForm.METONYM && draft.type == EntityType.POLITY;
    }

    /** "of Iraq", "for the United Nations", "of Germany, France and Poland", "from Japan". */
    private void rightwards() {
      if (end >= tokens.size()) {
        return;
      }
      String word = tokens.get(end).lower();
      int at = end;
      if (word.equals("of")
          || word.equals("for")
          || word.equals("to")
          || word.equals("from") && title.is(TitleClass.GROUP)) {
        at++;
        while (at < tokens.size()
            && owner[at] == null
            && at < end + 5
            && (tokens.get(at).lower().equals("the")
                || tokens.get(at).lower().equals("both")
                || titles.is(tokens.get(at), TitleClass.MODIFIER)
                || word.equals("of")
                    && Set.of(
                            "member",
                            "neighboring",
                            "neighbouring",
                            "nations",
                            "states",
                            "countries",
                            "country",
                            "nation")
                        .contains(tokens.get(at).lower()))) {
          at++;
        }
        if (at < tokens.size()
            && owner[at] != null
            && owner[at].begin == at
            && holder(owner[at])
            && owner[at].form == MentionForm.NAME
            && !field(owner[at])) {
          // the host state of an ambassador is not the one that sends him
          boolean accredited = (word.equals("to") || word.equals("for")) && !holders.isEmpty();
          boolean many = title.plural() || title.is(TitleClass.GROUP);
          int last = at;
          List<Draft> found = new ArrayList<>();
          while (last < tokens.size() && owner[last] != null && holder(owner[last])) {
            found.add(owner[last]);
            last = owner[last].end;
            int next = last;
            while (next < tokens.size()
                && owner[next] == null
                && Set.of(",", "and", "the").contains(tokens.get(next).lower())) {
              next++;
            }
            if (!many || next == last || next >= tokens.size() || owner[next] == null) {
              break;
            }
            if (!holder(owner[next]) || next - last > 3) {
              break;
            }
            if (possessed(owner[next])) {
              break;
            }
            last = next;
          }
          if (possessed(owner[at])) {
            return;
          }
          end = found.get(found.size() - 1).end;
          if (!accredited) {
            holders.addAll(found);
          }
          return;
        }
        if (word.equals("of") || word.equals("for")) {
          // "minister of public works", "assistant secretary of state for African Affairs"
          int last = fieldEnd(end + 1);
          if (last == 0 && Set.of("minister", "secretary", "ministry").contains(title.phrase())) {
            last = end + 1;
            while (last < tokens.size()
                && owner[last] == null
                && last < end + 5
                && (NameCompleter.isNoun(tokens.get(last))
                    || tokens.get(last).lower().equals("and"))) {
              last++;
            }
          }
          if (last > end + 1) {
            office =
                office
                    + " "
                    + NameCompleter.text(tokens, end, last).toLowerCase(java.util.Locale.ROOT);
            for (int i = end; i < last; i++) {
              if (owner[i] != null) {
                owner[i].absorbed = true;
              }
            }
            end = last;
          }
        }
      }
    }

    /** Returns the token after "African Affairs", what an office is for, or 0. */
    private int fieldEnd(int begin) {
      for (int i = begin; i < Math.min(tokens.size(), begin + 7); i++) {
        Token token = tokens.get(i);
        if (words.get("field").contains(token.lower()) && NameCompleter.isCapital(token)) {
          return owner[i] == null || owner[i].end == i + 1 && owner[i].body == null ? i + 1 : 0;
        }
        boolean goesOn =
            NameCompleter.isCapital(token) || Set.of("and", "the", ",").contains(token.lower());
        if (!goesOn || owner[i] != null && owner[i].type == EntityType.PERSON) {
          return 0;
        }
      }
      return 0;
    }

    /** "African Affairs", taken for a body: what an office is for. */
    private boolean field(Draft draft) {
      return draft.type == EntityType.ORGANIZATION
          && draft.body == null
          && words.get("field").contains(tokens.get(draft.end - 1).lower());
    }

    private boolean possessed(Draft draft) {
      return draft.end < tokens.size() && NameCompleter.isPossessive(tokens.get(draft.end));
    }

    /** Gives the office to the name before or after it; returns whether there is one. */
    private boolean attach(boolean upper) {
      int at = end;
      boolean comma = false;
      while (at < tokens.size() && owner[at] == null) {
        Optional<Titles.Match> next = titles.at(tokens, at);
        if (next.isPresent() && next.get().is(TitleClass.HONORIFIC)) {
          at = next.get().end();
        } else if (!comma
            && at == end
            && (tokens.get(at).form().equals(",")
                || title.plural()
                    && Set.of("-", "--", "\u2013", "\u2014", ":", "(")
                        .contains(tokens.get(at).form()))
            && !determiner.equals("a")) {
          comma = true;
          at++;
        } else {
          break;
        }
      }
      if (at < tokens.size()
          && owner[at] != null
          && owner[at].isPersonName()
          && owner[at].begin == at
          && (!comma || closesApposition(owner[at], upper))) {
        if (title.plural()) {
          share(people(at));
        } else {
          give(owner[at], holders(owner[at]), true);
        }
        return true;
      }
      if (comma && title.plural() && holders.size() > 1 && at < tokens.size()) {
        // "the presidents of Kenya and Uganda, Mwai Kibaki and Yoweri Museveni, met"
        List<Draft> people = people(at);
        if (people.size() == holders.size()) {
          share(people);
          return true;
        }
      }
      if (begin > 1 && tokens.get(begin - 1).form().equals(",")) {
        Draft person = owner[begin - 2];
        if (person != null && person.isPersonName() && person.end == begin - 1) {
          boolean closed =
              end >= tokens.size()
                  || NameCompleter.isPunctuation(tokens.get(end))
                  || Set.of("who", "and", "whose").contains(tokens.get(end).lower());
          if (title.plural() && holders.size() > 1) {
            List<Draft> people = peopleBefore(begin - 1);
            if (closed && people.size() == holders.size()) {
              share(people);
              return true;
            }
            return false;
          }
          if (closed || !holders.isEmpty() && !title.plural()) {
            give(person, holders, true);
            return true;
          }
        }
      }
      return false;
    }

    private boolean closesApposition(Draft person, boolean upper) {
      int after = person.end;
      return !title.plural()
          && (!holders.isEmpty() || upper && office.indexOf(' ') > 0 && determiner.isEmpty())
          && (after >= tokens.size()
              || NameCompleter.isPunctuation(tokens.get(after))
              || tokens.get(after).lower().equals("who"));
    }

    /** People in a list from that token on: "Mwai Kibaki, Yoweri Museveni and Paul Kagame". */
    private List<Draft> people(int at) {
      List<Draft> found = new ArrayList<>();
      int next = at;
      while (next < tokens.size() && owner[next] != null && owner[next].isPersonName()) {
        found.add(owner[next]);
        next = owner[next].end;
        Optional<Draft> state = ofState(tokens, owner, owner[next - 1]);
        if (state.isPresent()) {
          next = state.get().end;
        }
        while (next < tokens.size()
            && owner[next] == null
            && Set.of(",", "and").contains(tokens.get(next).lower())) {
          next++;
        }
      }
      return found;
    }

    /** People in a list that ends before that token. */
    private List<Draft> peopleBefore(int end) {
      List<Draft> found = new ArrayList<>();
      int last = end - 1;
      while (last >= 0 && owner[last] != null && owner[last].isPersonName()) {
        found.add(0, owner[last]);
        last = owner[last].begin - 1;
        while (last >= 0
            && owner[last] == null
            && Set.of(",", "and").contains(tokens.get(last).lower())) {
          last--;
        }
      }
      return found;
    }

    /** Gives the office to all; the states one each, where there are as many of them. */
    private void share(List<Draft> people) {
      for (int i = 0; i < people.size(); i++) {
        List<Draft> own =
            holders.size() < 2
                ? holders(people.get(i))
                : holders.size() == people.size() ? List.of(holders.get(i)) : List.of();
        boolean beside = people.get(i).end <= begin ? i == people.size() - 1 : i == 0;
        give(people.get(i), own, beside);
      }
    }

    /** What the office is of: named with it, or behind the name as in "Hu Jintao of China". */
    private List<Draft> holders(Draft person) {
      Optional<Draft> state = ofState(tokens, owner, person);
      return holders.isEmpty() && state.isPresent() ? List.of(state.get()) : holders;
    }

    private void give(Draft person, List<Draft> held, boolean beside) {
      if (beside) {
        person.wholeBegin = Math.min(person.wholeBegin, begin);
        person.wholeEnd = Math.max(person.wholeEnd, end);
      }
      if (person.office.isEmpty()) {
        person.office = office;
        person.tenure = tenure;
        for (Draft holder : held) {
          if (!person.represents.contains(label(holder))) {
            person.represents.add(label(holder));
          }
        }
        if (!title.gender().isEmpty()) {
          person.gender = title.gender();
        }
        person.determiner = determiner;
      }
    }

    private Optional<Draft> nominal() {
      boolean group = title.is(TitleClass.GROUP);
      int nounBegin = begin;
      boolean again = Set.of("the", "these", "those").contains(determiner);
      if (group
          && !title.office()
          && holders.isEmpty()
          && count == 0
          && !again
          && !SINGLE.contains(title.phrase())) {
        if (!GOVERNMENT.contains(title.phrase())) {
          return Optional.empty();
        }
      }
      if (title.plural()
          && holders.isEmpty()
          && count == 0
          && !again
          && !determiner.equals("both")) {
        return Optional.empty();
      }
      if (!group && predicate()) {
        return Optional.empty();
      }
      if (!group && determiner.isEmpty() && holders.isEmpty() && count == 0) {
        return Optional.empty();
      }
      while (nounBegin < end
          && owner[nounBegin] == null
          && DETERMINERS.contains(tokens.get(nounBegin).lower())) {
        nounBegin++;
      }
      if (nounBegin >= end) {
        return Optional.empty();
      }
      Draft draft =
          new Draft(
              number,
              nounBegin,
              end,
              MentionForm.NOMINAL,
              EntityType.PERSON,
              NameCompleter.text(tokens, nounBegin, end));
      draft.wholeBegin = begin;
      draft.wholeEnd = end;
      if (!holders.isEmpty() && holders.get(0).begin > begin && holders.get(0).end < end) {
        draft.description = NameCompleter.text(tokens, holders.get(0).begin, end);
      }
      draft.office = office;
      draft.tenure = tenure;
      draft.determiner = determiner;
      draft.count = count;
      draft.plural = title.plural() || group && count > 0;
      draft.gender = title.gender();
      for (Draft holder : holders) {
        draft.represents.add(label(holder));
      }
      boolean body = !holders.isEmpty() && holders.get(0).polity == null;
      boolean single = SINGLE.contains(title.phrase()) && !title.plural();
      draft.group =
          group && !single && (!holders.isEmpty() || count == 0)
              || body && title.plural()
              || title.plural() && !title.is(TitleClass.HEAD) && !minister() && !holders.isEmpty();
      return Optional.of(draft);
    }

    private boolean minister() {
      return title.phrase().contains("minister") || title.phrase().contains("secretary");
    }

    /** "is the president", "elected president": said of somebody, refers to nobody new. */
    private boolean predicate() {
      if (begin == 0) {
        return false;
      }
      Token before = tokens.get(begin - 1);
      return words.get("copula").contains(before.lemma());
    }

    private String label(Draft holder) {
      if (holder.polity != null) {
        return holder.polity.label();
      }
      return holder.body != null ? holder.body.label() : holder.text;
    }
  }
}
