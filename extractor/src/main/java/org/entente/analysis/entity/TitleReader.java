package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/**
 * Reads offices around and without names: "Russian Foreign Minister Sergey Lavrov", "Marco Rubio,
 * the US secretary of state", "the foreign ministers of Germany and Poland", "Israeli negotiators".
 */
final class TitleReader {
  private final Knowledge knowledge;
  private final Titles titles;
  private final Map<String, Set<String>> words;
  private final OfficeDescriptions descriptions;

  TitleReader(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.titles = knowledge.titles();
    this.words = knowledge.words();
    this.descriptions = new OfficeDescriptions(knowledge);
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
          && Words.isPossessive(tokens.get(person.begin - 1))) {
        person.represents.add(state.polity.label());
      } else if (person.isPersonName()) {
        OfficePhrase.ofState(tokens, owner, person)
            .ifPresent(s -> person.represents.add(s.polity.label()));
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
      free(i, title.end(), owner);
      if (overlapsName(i, title.end(), owner)
          || ranks(tokens, title)
          || !noun(title, tokens.get(title.end() - 1))
              && !title.is(TitleClass.HONORIFIC)
              && !headsNoun(tokens, owner, i, title.end())) {
        continue;
      }
      if (title.office() || title.is(TitleClass.GROUP)) {
        boolean upper = Character.isUpperCase(tokens.get(i).form().charAt(0));
        OfficePhrase phrase = new OfficePhrase(knowledge, tokens, owner, i, title);
        boolean borne = title.office() && new OfficeBearers(titles, phrase, upper).attach();
        if (!borne) {
          descriptions.describe(number, phrase).ifPresent(nominals::add);
        }
        i = Math.max(i, phrase.end - 1);
      } else if (title.is(TitleClass.HONORIFIC)) {
        honorific(tokens, owner, i, title);
        i = title.end() - 1;
      }
    }
    return nominals;
  }

  /** "Chief delegates": a rank before another office is a part of that one. */
  private boolean ranks(List<Token> tokens, Titles.Match title) {
    return words.get("rank").contains(title.phrase())
        && title.end() < tokens.size()
        && titles
            .at(tokens, title.end())
            .filter(next -> next.office() || next.is(TitleClass.GROUP))
            .isPresent();
  }

  private boolean noun(Titles.Match title, Token last) {
    return !words.get("ambiguous").contains(title.phrase())
        || last.tag().equals("NOUN")
        || last.tag().equals("PROPN")
        || Character.isUpperCase(last.form().charAt(0));
  }

  /** "A United Nations official came": behind a name and before no noun it is one, as tagged. */
  private static boolean headsNoun(List<Token> tokens, Draft[] owner, int begin, int end) {
    return begin > 0
        && owner[begin - 1] != null
        && owner[begin - 1].type != EntityType.PERSON
        && (end >= tokens.size() || !Words.isNoun(tokens.get(end)));
  }

  /** "State for African Affairs" after "Secretary of", taken for a body: a part of the office. */
  private static void free(int begin, int end, Draft[] owner) {
    Draft name = owner[end - 1];
    if (name == null
        || name.begin <= begin
        || name.end <= end
        || name.type != EntityType.ORGANIZATION
        || name.body != null) {
      return;
    }
    name.absorbed = true;
    for (int i = name.begin; i < name.end; i++) {
      owner[i] = null;
    }
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
}
