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
 * One office or group in a sentence, with what stands around it: "the two Israeli and Palestinian
 * negotiators", "former Deputy Secretary of State for African Affairs".
 */
final class OfficePhrase {
  /** How many words may tell where an office is held, after the preposition. */
  private static final int MOST_OF_POST = 4;

  final List<Token> tokens;
  final Draft[] owner;
  final Titles.Match title;

  /** What the office is of: names of polities and bodies of the sentence. */
  final List<Draft> holders = new ArrayList<>();

  /** Offices that share the noun: "prime minister" of "the Czech prime and foreign ministers". */
  final List<String> others = new ArrayList<>();

  String office;

  /** Number of states that the office is held in and that are only counted, or 0. */
  int sides;

  int begin;
  int end;
  Tenure tenure;
  String determiner = "";
  int count;
  private final Titles titles;
  private final Map<String, Set<String>> words;

  /**
   * Reads what stands around an office.
   *
   * @param owner the name that each token belongs to, or null; a name that turns out to be part of
   *     the office is marked as absorbed
   * @param begin the office's first token
   */
  OfficePhrase(
      Knowledge knowledge, List<Token> tokens, Draft[] owner, int begin, Titles.Match title) {
    this.titles = knowledge.titles();
    this.words = knowledge.words();
    this.tokens = tokens;
    this.owner = owner;
    this.begin = begin;
    this.title = title;
    this.end = title.end();
    this.office = Offices.full(title.phrase());
    this.tenure = title.tenure();
    besides();
    leftwards();
    rightwards();
  }

  /** "The foreign and defense ministers", "prime, foreign and finance ministers". */
  private void besides() {
    int cut = title.phrase().lastIndexOf(' ');
    int at = begin - 1;
    if (!title.plural() || cut < 0 || at < 1 || !tokens.get(at).lower().equals("and")) {
      return;
    }
    String noun = title.phrase().substring(cut);
    at--;
    while (at >= 0 && owner[at] == null) {
      Optional<String> other = titles.office(tokens.get(at).lower() + noun);
      if (other.isEmpty()) {
        return;
      }
      others.add(0, Offices.full(other.get()));
      begin = at;
      if (at < 2 || !tokens.get(at - 1).form().equals(",")) {
        return;
      }
      at -= 2;
    }
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
      if (Words.isPossessive(token) && at > 0 && owner[at - 1] != null) {
        if (!holders.isEmpty() || !holder(owner[at - 1])) {
          break;
        }
        holders.add(0, owner[at - 1]);
        begin = owner[at - 1].begin;
        at = skipConjunction(begin - 1);
        continue;
      }
      if (Words.isPossessive(token) && homeland(at - 1) && holders.isEmpty()) {
        Draft state = stateBefore(at - 2);
        if (state == null) {
          break;
        }
        holders.add(state);
        determiner = "the";
        begin = at - 2;
        break;
      }
      if (Words.isPossessive(token) && holders.isEmpty() && counted(at - 1) > 0) {
        sides = counted(at - 1);
        begin = at - 2;
        if (begin > 0 && words.get("definite").contains(tokens.get(begin - 1).lower())) {
          determiner = "the";
          begin--;
        }
        break;
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
      } else if (words.get("determiner").contains(word)) {
        determiner = word;
        count = Math.max(count, Numbers.of(word));
        begin = at;
        break;
      } else if (titles.is(token, TitleClass.MODIFIER)) {
        if (words.get("rank").contains(word) && holders.isEmpty() && begin == at + 1) {
          office = word + " " + office;
        }
        begin = at--;
      } else if (free < 3
          && (token.tag().equals("ADJ") || token.form().indexOf('-') > 0 || compound(token, at))
          && !Words.isPunctuation(token)) {
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

  /** "the country's": the state that the sentence has named last. */
  private boolean homeland(int at) {
    return at > 0
        && words.get("homeland").contains(tokens.get(at).lower())
        && tokens.get(at - 1).lower().equals("the");
  }

  /** "The two countries'", "both nations'": how many states are meant, 0 where none are counted. */
  private int counted(int at) {
    return at > 0 && title.plural() && words.get("side").contains(tokens.get(at).lower())
        ? Numbers.of(tokens.get(at - 1).lower())
        : 0;
  }

  private Draft stateBefore(int at) {
    for (int i = at; i >= 0; i--) {
      if (owner[i] != null && owner[i].isPolity()) {
        return owner[i];
      }
    }
    return null;
  }

  private boolean compound(Token token, int at) {
    String head = title.phrase();
    return words.get("compound-head").contains(head)
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
    boolean people =
        draft.body == null && tokens.get(draft.end - 1).tag().equals("ADJ"); // "Kurdish leaders"
    return draft.isPolity()
        || draft.isBody() && !people
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
        || word.equals("to") && !words.get("sent-group").contains(title.phrase())
        || word.equals("from") && (title.is(TitleClass.GROUP) || title.plural())) {
      at++;
      while (at < tokens.size()
          && owner[at] == null
          && at < end + 5
          && (tokens.get(at).lower().equals("the")
              || tokens.get(at).lower().equals("both")
              || titles.is(tokens.get(at), TitleClass.MODIFIER)
              || word.equals("of") && words.get("member-word").contains(tokens.get(at).lower()))) {
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
        if (last == 0 && words.get("portfolio").contains(title.phrase())) {
          last = end + 1;
          while (last < tokens.size()
              && owner[last] == null
              && last < end + 5
              && (Words.isNoun(tokens.get(last)) || tokens.get(last).lower().equals("and"))) {
            last++;
          }
        }
        if (last > end + 1) {
          office = office + " " + Words.text(tokens, end, last).toLowerCase(Locale.ROOT);
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
      if (words.get("field").contains(token.lower()) && Words.isCapital(token)) {
        return owner[i] == null || owner[i].end == i + 1 && owner[i].body == null ? i + 1 : 0;
      }
      boolean goesOn = Words.isCapital(token) || Set.of("and", "the", ",").contains(token.lower());
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
    return draft.end < tokens.size() && Words.isPossessive(tokens.get(draft.end));
  }

  /**
   * Returns where a name can stand in apposition to an office, after the place or the field in
   * which it is held: at the comma of "the top UN official in Kosovo, Ann Other,".
   *
   * @param end after the last token of the office
   */
  static int afterPost(List<Token> tokens, int end) {
    if (end + 1 >= tokens.size() || !Set.of("in", "on", "at").contains(tokens.get(end).lower())) {
      return end;
    }
    int comma = end + 1;
    while (comma < tokens.size()
        && comma <= end + MOST_OF_POST
        && Set.of("DET", "ADJ", "NOUN", "PROPN").contains(tokens.get(comma).tag())) {
      comma++;
    }
    return comma > end + 1 && comma < tokens.size() && tokens.get(comma).form().equals(",")
        ? comma
        : end;
  }

  /** Returns the state behind a name: "Boris Yeltsin of Russia". */
  static Optional<Draft> ofState(List<Token> tokens, Draft[] owner, Draft person) {
    int at = person.end + 1;
    return at < tokens.size()
            && tokens.get(person.end).lower().equals("of")
            && owner[at] != null
            && owner[at].begin == at
            && owner[at].polity != null
            && owner[at].form == MentionForm.NAME
            && (owner[at].end >= tokens.size() || !Words.isPossessive(tokens.get(owner[at].end)))
        ? Optional.of(owner[at])
        : Optional.empty();
  }
}
