package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/**
 * Finds people, bodies and places by the words around capitalised ones, where neither the name
 * model nor the gazetteer has claimed them, and mends what the model has by the same words.
 */
final class ContextNames {
  /** The name model's type is doubted below this probability. */
  private static final double UNSURE = 0.98;

  private final Gazetteer gazetteer;
  private final Titles titles;
  private final Map<String, Set<String>> words;
  private final TitleNames titleNames;
  private final Nicknames nicknames;

  ContextNames(Knowledge knowledge) {
    this.gazetteer = knowledge.gazetteer();
    this.titles = knowledge.titles();
    this.words = knowledge.words();
    this.titleNames = new TitleNames(knowledge);
    this.nicknames = new Nicknames(knowledge);
  }

  /** Capitalised words right after an office or honorific are a person's name. */
  void titled(int number, List<Token> tokens, Draft[] owner) {
    for (int i = 0; i < tokens.size(); i++) {
      if (owner[i] != null) {
        continue;
      }
      Optional<Titles.Match> title = titles.at(tokens, i);
      if (title.isEmpty()
          || !(title.get().office() || title.get().is(TitleClass.HONORIFIC))
          || title.get().plural()) {
        continue;
      }
      boolean upper = Character.isUpperCase(tokens.get(i).form().charAt(0));
      int begin = title.get().end();
      if (begin >= tokens.size() || !nameWord(tokens, begin, owner)) {
        continue;
      }
      Optional<Titles.Match> next =
          titleNames.at(tokens, begin) ? Optional.empty() : titles.at(tokens, begin);
      if (next.isPresent() && (next.get().office() || next.get().is(TitleClass.HONORIFIC))) {
        continue;
      }
      if (!upper
          && !gazetteer.isGivenName(tokens.get(begin).form())
          && !(title.get().office() && tokens.get(begin).tag().equals("PROPN"))) {
        continue;
      }
      int end = nameEnd(tokens, begin, owner);
      String text = Words.text(tokens, begin, end);
      if (owner[begin] != null && owner[begin].end >= end) {
        // "President Lincoln", "Secretary Baker": the title makes a place's name a person's
        if (owner[begin].polity == null
            && owner[begin].body == null
            && owner[begin].type == EntityType.PLACE
            && title.get().is(TitleClass.HONORIFIC)) {
          owner[begin].type = EntityType.PERSON;
        }
        continue;
      }
      NameCompleter.place(
          new Draft(number, begin, end, MentionForm.NAME, EntityType.PERSON, text), owner);
      i = end - 1;
    }
  }

  private boolean nameWord(List<Token> tokens, int i, Draft[] owner) {
    Token token = tokens.get(i);
    if (!Words.isCapital(token)
        || words.get("not-person").contains(token.lower())
        || Words.isPossessive(token)) {
      return false;
    }
    return owner[i] == null || owner[i].polity == null && owner[i].body == null;
  }

  private int nameEnd(List<Token> tokens, int begin, Draft[] owner) {
    int end = begin + 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      boolean particle =
          words.get("particle").contains(token.lower())
              && end + 1 < tokens.size()
              && Words.isCapital(tokens.get(end + 1))
              && owner[end + 1] == null;
      if (owner[end] != null || !(nameWord(tokens, end, owner) || particle)) {
        break;
      }
      if (!particle && titles.at(tokens, end).filter(Titles.Match::office).isPresent()) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Given names before and family names after a person's span belong to it. */
  void extend(List<Token> tokens, Draft[] owner) {
    for (int i = 0; i < tokens.size(); i++) {
      Draft person = owner[i];
      if (person == null || !person.isPersonName() || person.begin != i) {
        continue;
      }
      int before = person.begin - 1;
      if (before >= 0
          && owner[before] == null
          && Words.isCapital(tokens.get(before))
          && (gazetteer.isGivenName(tokens.get(before).form())
                  && titles.at(tokens, before).isEmpty()
              || titleNames.at(tokens, before))
          && !words.get("not-person").contains(tokens.get(before).lower())) {
        owner[before] = person;
        person.begin = before;
      }
      int end = person.end;
      if (end < tokens.size()
          && owner[end] == null
          && nameWord(tokens, end, owner)
          && tokens.get(end).tag().equals("PROPN")
          && titles.at(tokens, end).isEmpty()) {
        person.end = nameEnd(tokens, end, owner);
        for (int k = end; k < person.end; k++) {
          owner[k] = person;
        }
      } else if (end + 1 < tokens.size()
          && owner[end] == null
          && owner[end + 1] == null
          && words.get("particle").contains(tokens.get(end).lower())
          && !Set.of("y", "la", "le").contains(tokens.get(end).lower())
          && Words.isCapital(tokens.get(end + 1))) {
        person.end = nameEnd(tokens, end + 1, owner);
        for (int k = end; k < person.end; k++) {
          owner[k] = person;
        }
      }
      person.text = Words.text(tokens, person.begin, person.end);
      person.wholeBegin = person.begin;
      person.wholeEnd = person.end;
    }
  }

  /** "met in Thessaloniki", taken for an adverb: a known place behind its preposition. */
  private void mistagged(int number, List<Token> tokens, int at, Draft[] owner) {
    String text = tokens.get(at).form();
    String before = at > 0 ? tokens.get(at - 1).lower() : "";
    boolean infinitive = before.equals("to") && tokens.get(at).tag().equals("VERB");
    if (words.get("place-before").contains(before)
        && !infinitive
        && !Words.isMonth(tokens, at, at + 1)
        && !(at + 1 < tokens.size() && Words.isCapital(tokens.get(at + 1)))
        && gazetteer.isNamed(text, EntryKind.PLACE)) {
      NameCompleter.place(
          new Draft(number, at, at + 1, MentionForm.NAME, EntityType.PLACE, text), owner);
    }
  }

  /** Runs of capitalised words that nothing has claimed: people by given name, bodies by noun. */
  void unknown(int number, List<Token> tokens, Draft[] owner) {
    for (int i = 0; i < tokens.size(); i++) {
      if (owner[i] != null || !Words.isCapital(tokens.get(i))) {
        continue;
      }
      if (!Words.isNoun(tokens.get(i))) {
        mistagged(number, tokens, i, owner);
        continue;
      }
      int end = i + 1;
      while (end < tokens.size() && owner[end] == null && Words.isCapital(tokens.get(end))) {
        end++;
      }
      String text = Words.text(tokens, i, end);
      String last = tokens.get(end - 1).lower();
      boolean title = titles.at(tokens, i).isPresent();
      if (words.get("organization").contains(last) && end - i > 1) {
        int begin = i;
        // "the Chinese People's Political Consultative Conference"
        if (begin > 1
            && Words.isPossessive(tokens.get(begin - 1))
            && words.get("people-of").contains(tokens.get(begin - 2).lower())) {
          begin -= 2;
          if (owner[begin] != null) {
            begin = owner[begin].begin;
          } else if (begin > 0
              && owner[begin - 1] != null
              && owner[begin - 1].form == MentionForm.DEMONYM) {
            begin = owner[begin - 1].begin;
          }
        }
        NameCompleter.place(
            new Draft(
                number,
                begin,
                end,
                MentionForm.NAME,
                EntityType.ORGANIZATION,
                Words.text(tokens, begin, end)),
            owner);
      } else if (!title
          && end - i > 1
          && end - i < 5
          && (gazetteer.isGivenName(tokens.get(i).form()) || inList(tokens, i, owner))
          && !words.get("not-person").contains(tokens.get(i).lower())
          && !words.get("not-person").contains(last)) {
        NameCompleter.place(
            new Draft(number, i, end, MentionForm.NAME, EntityType.PERSON, text), owner);
      } else if (!title
          && i > 0
          && !Words.isMonth(tokens, i, end)
          && gazetteer.isNamed(text, EntryKind.PLACE)) {
        String before = tokens.get(i - 1).lower();
        boolean list = before.equals(",") || before.equals("and") || before.equals("of");
        if (words.get("place-before").contains(before)
            || list && i > 1 && owner[i - 2] != null && owner[i - 2].type == EntityType.PLACE) {
          NameCompleter.place(
              new Draft(number, i, end, MentionForm.NAME, EntityType.PLACE, text), owner);
        }
      }
      i = end - 1;
    }
  }

  /** "Joao Lourenco, known as Mimoso": the other name of a person is a person's. */
  void nicknamed(int number, List<Token> tokens, Draft[] owner) {
    for (int i = 1; i < tokens.size(); i++) {
      if (!Words.isCapital(tokens.get(i)) || owner[i] != null && owner[i].begin != i) {
        continue;
      }
      int bearer = nicknames.bearer(tokens, i);
      if (bearer == 0 || owner[bearer - 1] == null || !owner[bearer - 1].isPersonName()) {
        continue;
      }
      int end = owner[i] == null ? nameEnd(tokens, i, owner) : owner[i].end;
      if (owner[i] == null || owner[i].polity == null && owner[i].body == null) {
        NameCompleter.place(
            new Draft(
                number, i, end, MentionForm.NAME, EntityType.PERSON, Words.text(tokens, i, end)),
            owner);
      }
    }
  }

  /** "Karim Sall, Idrissa Ba and Malick Fall": a full name in a list of people is one too. */
  void listed(List<Token> tokens, Draft[] owner) {
    for (int i = 2; i < tokens.size(); i++) {
      Draft draft = owner[i];
      if (draft != null
          && draft.begin == i
          && draft.type == EntityType.ORGANIZATION
          && draft.sure < UNSURE
          && draft.end - draft.begin > 1
          && inList(tokens, i, owner)
          && tokens.subList(i, draft.end).stream()
              .noneMatch(token -> words.get("organization").contains(token.lower()))) {
        draft.type = EntityType.PERSON;
      }
    }
  }

  private static boolean inList(List<Token> tokens, int begin, Draft[] owner) {
    if (begin < 2 || owner[begin - 2] == null || !owner[begin - 2].isPersonName()) {
      return false;
    }
    String before = tokens.get(begin - 1).lower();
    return before.equals(",") || before.equals("and");
  }
}
