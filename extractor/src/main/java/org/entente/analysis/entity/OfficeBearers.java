package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the office of a phrase to the people named beside it: before it, behind it, in a list. */
final class OfficeBearers {
  private final Titles titles;
  private final OfficePhrase phrase;

  /** Whether the office is written with a capital, as it is before a name. */
  private final boolean upper;

  OfficeBearers(Titles titles, OfficePhrase phrase, boolean upper) {
    this.titles = titles;
    this.phrase = phrase;
    this.upper = upper;
  }

  /** Gives the phrase.office to the name before or after it; returns whether there is one. */
  boolean attach() {
    int post =
        phrase.title.plural() ? phrase.end : OfficePhrase.afterPost(phrase.tokens, phrase.end);
    int at = post;
    boolean comma = false;
    while (at < phrase.tokens.size() && phrase.owner[at] == null) {
      Optional<Titles.Match> next = titles.at(phrase.tokens, at);
      if (next.isPresent() && next.get().is(TitleClass.HONORIFIC)) {
        at = next.get().end();
      } else if (!comma
          && at == post
          && (phrase.tokens.get(at).form().equals(",")
              || phrase.title.plural()
                  && Set.of("-", "--", "\u2013", "\u2014", ":", "(")
                      .contains(phrase.tokens.get(at).form()))
          && !phrase.determiner.equals("a")) {
        comma = true;
        at++;
      } else {
        break;
      }
    }
    if (at < phrase.tokens.size()
        && phrase.owner[at] != null
        && phrase.owner[at].isPersonName()
        && phrase.owner[at].begin == at
        && (!comma || closesApposition(phrase.owner[at]))) {
      if (phrase.title.plural()) {
        share(people(at));
      } else {
        give(phrase.owner[at], holders(phrase.owner[at]), true);
      }
      return true;
    }
    if (comma && phrase.title.plural() && phrase.holders.size() == 1 && alternate(at)) {
      return true;
    }
    if (comma && phrase.title.plural() && phrase.holders.size() > 1 && at < phrase.tokens.size()) {
      // "the presidents of Kenya and Uganda, Mwai Kibaki and Yoweri Museveni, met"
      List<Draft> people = people(at);
      if (people.size() == phrase.holders.size()) {
        share(people);
        return true;
      }
    }
    if (phrase.begin > 1 && phrase.tokens.get(phrase.begin - 1).form().equals(",")) {
      Draft person = phrase.owner[phrase.begin - 2];
      if (person != null && person.isPersonName() && person.end == phrase.begin - 1) {
        boolean closed =
            phrase.end >= phrase.tokens.size()
                || Words.isPunctuation(phrase.tokens.get(phrase.end))
                || Set.of("who", "whose").contains(phrase.tokens.get(phrase.end).lower());
        if (phrase.title.plural() && phrase.holders.size() > 1) {
          List<Draft> people = peopleBefore(phrase.begin - 1);
          if (closed && people.size() == phrase.holders.size()) {
            share(people);
            return true;
          }
          return false;
        }
        if (closed
            || !phrase.holders.isEmpty()
                && !phrase.title.plural()
                && !listGoesOn(phrase.end)
                && !opensMainClause()) {
          give(person, phrase.holders, true);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * "The presidents of Kenya, Mwai Kibaki, and Uganda, Yoweri Museveni", "of Kenya (Mwai Kibaki)
   * and Uganda (Yoweri Museveni)": each behind the state.
   *
   * @param first the token at which the first of them would begin
   */
  private boolean alternate(int first) {
    List<Draft> people = new ArrayList<>();
    List<Draft> states = new ArrayList<>(phrase.holders);
    int at = first;
    while (named(at).filter(Draft::isPersonName).isPresent()) {
      people.add(phrase.owner[at]);
      int next = pastMarks(phrase.owner[at].end);
      Optional<Draft> state = named(next).filter(Draft::isPolity);
      if (state.isEmpty()) {
        break;
      }
      states.add(state.get());
      at = pastMarks(state.get().end);
      if (at == state.get().end) {
        break;
      }
    }
    if (people.size() < 2 || people.size() != states.size()) {
      return false;
    }
    for (int i = 0; i < people.size(); i++) {
      Draft person = people.get(i);
      give(person, List.of(states.get(i)), i == 0);
      person.wholeBegin = Math.min(person.wholeBegin, states.get(i).begin);
      if (person.wholeEnd < phrase.tokens.size()
          && phrase.tokens.get(person.wholeEnd).form().equals(")")) {
        person.wholeEnd++;
      }
    }
    return true;
  }

  /** Returns the name that begins at a token. */
  private Optional<Draft> named(int at) {
    return at < phrase.tokens.size() && phrase.owner[at] != null && phrase.owner[at].begin == at
        ? Optional.of(phrase.owner[at])
        : Optional.empty();
  }

  private int pastMarks(int at) {
    int next = at;
    while (next < phrase.tokens.size()
        && phrase.owner[next] == null
        && Set.of(",", "and", "(", ")").contains(phrase.tokens.get(next).lower())) {
      next++;
    }
    return next;
  }

  /** "After talks with Tamim, the Jordanian king said": the subject behind a phrase in front. */
  private boolean opensMainClause() {
    String first = phrase.tokens.get(0).tag();
    return (first.equals("ADP") || first.equals("SCONJ") || first.equals("VERB"))
        && Set.of("VERB", "AUX").contains(phrase.tokens.get(phrase.end).tag())
        && phrase.tokens.subList(0, phrase.begin - 2).stream().noneMatch(t -> t.form().equals(","));
  }

  /** "Met Tamim, the king of Jordan and the emir": no apposition to the name before it. */
  private boolean listGoesOn(int and) {
    int next = and + 1;
    return next < phrase.tokens.size()
        && phrase.tokens.get(and).lower().equals("and")
        && (phrase.tokens.get(next).lower().equals("the")
            || phrase.owner[next] != null
            || titles.at(phrase.tokens, next).isPresent());
  }

  private boolean closesApposition(Draft person) {
    int after = person.end;
    return !phrase.title.plural()
        && (!phrase.holders.isEmpty()
            || upper && phrase.office.indexOf(' ') > 0 && phrase.determiner.isEmpty())
        && (after >= phrase.tokens.size()
            || Words.isPunctuation(phrase.tokens.get(after))
            || phrase.tokens.get(after).lower().equals("who"));
  }

  /** People in a list from that token on: "Mwai Kibaki, Yoweri Museveni and Paul Kagame". */
  private List<Draft> people(int at) {
    List<Draft> found = new ArrayList<>();
    int next = at;
    while (next < phrase.tokens.size()
        && phrase.owner[next] != null
        && phrase.owner[next].isPersonName()) {
      found.add(phrase.owner[next]);
      next = phrase.owner[next].end;
      Optional<Draft> state =
          OfficePhrase.ofState(phrase.tokens, phrase.owner, phrase.owner[next - 1]);
      if (state.isPresent()) {
        next = state.get().end;
      }
      while (next < phrase.tokens.size()
          && phrase.owner[next] == null
          && Set.of(",", "and").contains(phrase.tokens.get(next).lower())) {
        next++;
      }
    }
    return found;
  }

  /** People in a list that ends before that token. */
  private List<Draft> peopleBefore(int end) {
    List<Draft> found = new ArrayList<>();
    int last = end - 1;
    while (last >= 0 && phrase.owner[last] != null && phrase.owner[last].isPersonName()) {
      found.add(0, phrase.owner[last]);
      last = phrase.owner[last].begin - 1;
      while (last >= 0
          && phrase.owner[last] == null
          && Set.of(",", "and").contains(phrase.tokens.get(last).lower())) {
        last--;
      }
    }
    return found;
  }

  /** Gives the phrase.office to all; the states one each, where there are as many of them. */
  private void share(List<Draft> people) {
    for (int i = 0; i < people.size(); i++) {
      List<Draft> own =
          phrase.holders.size() < 2
              ? holders(people.get(i))
              : phrase.holders.size() == people.size() ? List.of(phrase.holders.get(i)) : List.of();
      boolean beside = people.get(i).end <= phrase.begin ? i == people.size() - 1 : i == 0;
      String office =
          phrase.others.size() + 1 == people.size() && i < phrase.others.size()
              ? phrase.others.get(i)
              : phrase.office;
      give(people.get(i), office, own, beside);
    }
  }

  /** What the phrase.office is of: named with it, or behind the name as in "Hu Jintao of China". */
  private List<Draft> holders(Draft person) {
    Optional<Draft> state = OfficePhrase.ofState(phrase.tokens, phrase.owner, person);
    return phrase.holders.isEmpty() && state.isPresent() ? List.of(state.get()) : phrase.holders;
  }

  private void give(Draft person, List<Draft> held, boolean beside) {
    give(person, phrase.office, held, beside);
  }

  private void give(Draft person, String office, List<Draft> held, boolean beside) {
    if (beside) {
      person.wholeBegin = Math.min(person.wholeBegin, phrase.begin);
      person.wholeEnd = Math.max(person.wholeEnd, phrase.end);
    }
    if (person.office.isEmpty()) {
      person.office = office;
      person.tenure = phrase.tenure;
      for (Draft holder : held) {
        if (!person.represents.contains(holder.label())) {
          person.represents.add(holder.label());
        }
      }
      if (!phrase.title.gender().isEmpty()) {
        person.gender = phrase.title.gender();
      }
      person.determiner = phrase.determiner;
    }
  }
}
