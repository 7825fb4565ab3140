package org.entente.analysis.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Token;

/** Finds names that the gazetteer alone settles: states, bodies, outlets, seats, known people. */
final class KnownNames {
  private static final int LONGEST = 9;

  private final Gazetteer gazetteer;
  private final Titles titles;
  private final Map<String, Set<String>> words;

  KnownNames(Knowledge knowledge) {
    this.gazetteer = knowledge.gazetteer();
    this.titles = knowledge.titles();
    this.words = knowledge.words();
  }

  /**
   * Returns the longest name at that token whose meaning the gazetteer alone settles, or null.
   *
   * @param model names that the model found, which may hold a known one as a part
   */
  Draft find(int number, List<Token> tokens, int begin, List<Draft> model) {
    if (!Words.isCapital(tokens.get(begin))) {
      return directed(number, tokens, begin);
    }
    boolean opens = gazetteer.opensDescription(tokens.get(begin).form());
    for (int end = Math.min(tokens.size(), begin + LONGEST); end > begin; end--) {
      Token last = tokens.get(end - 1);
      if (!Words.isCapital(last) && !Character.isDigit(last.form().charAt(0))) {
        Optional<Entry> described =
            opens ? gazetteer.describedBody(Words.text(tokens, begin, end)) : Optional.empty();
        if (described.isPresent()) { // "U.N. refugee agency"
          return body(number, begin, end, tokens, described.get());
        }
        continue;
      }
      String text = Words.text(tokens, begin, end);
      Draft draft = known(number, begin, end, text, tokens);
      if (draft != null && !insideLongerName(draft, model)) {
        return draft;
      }
    }
    return null;
  }

  private static Draft body(int number, int begin, int end, List<Token> tokens, Entry body) {
    Draft draft =
        new Draft(
            number,
            begin,
            end,
            MentionForm.NAME,
            EntityType.ORGANIZATION,
            Words.text(tokens, begin, end));
    draft.body = body;
    return draft;
  }

  /** "Central Africa" written "central Africa": a region of its own, not the continent. */
  private Draft directed(int number, List<Token> tokens, int begin) {
    int end = begin + 2;
    if (end > tokens.size()
        || !words.get("direction").contains(tokens.get(begin).lower())
        || !Words.isCapital(tokens.get(begin + 1))
        || gazetteer.polity(tokens.get(begin + 1).form()).isPresent()) {
      return null;
    }
    String text = Words.text(tokens, begin, end);
    return gazetteer.isNamed(text, EntryKind.PLACE)
        ? new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text)
        : null;
  }

  private Draft known(int number, int begin, int end, String text, List<Token> tokens) {
    Optional<String> region = behindPlace(tokens, begin, text);
    if (region.isPresent()) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, region.get());
    }
    Optional<Polity> polity = gazetteer.polity(text);
    Optional<Polity> adjective = gazetteer.polityOfAdjective(text);
    Optional<Polity> people = gazetteer.polityOfPeople(text);
    boolean both = polity.isPresent() && adjective.isPresent();
    if (begin > 0
        && (adjective.isPresent() || polity.isPresent())
        && text.startsWith("America")
        && words.get("region").contains(lastPart(tokens.get(begin - 1)))) {
      // "South American", "Latin America": no country of that name is meant
      return adjective.isPresent()
          ? null
          : new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text);
    }
    if (polity.isPresent() && !both) {
      Draft draft = new Draft(number, begin, end, MentionForm.NAME, EntityType.POLITY, text);
      draft.polity = polity.get();
      return draft;
    }
    if (both) {
      // "U.S." is a noun and an adjective: an adjective where a lower-case or titled noun follows
      boolean before = end < tokens.size() && Words.isNoun(tokens.get(end));
      Draft draft =
          new Draft(
              number,
              begin,
              end,
              before ? MentionForm.DEMONYM : MentionForm.NAME,
              EntityType.POLITY,
              text);
      draft.polity = polity.get();
      return draft;
    }
    Optional<Entry> body = gazetteer.body(text);
    if (body.isPresent()) {
      return body(number, begin, end, tokens, body.get());
    }
    if (adjective.isPresent() || people.isPresent()) {
      Draft draft = new Draft(number, begin, end, MentionForm.DEMONYM, EntityType.POLITY, text);
      draft.polity = adjective.or(() -> people).get();
      return draft;
    }
    Optional<Entry> reporter = gazetteer.reporter(text);
    if (reporter.isPresent()) {
      Draft draft = new Draft(number, begin, end, MentionForm.NAME, EntityType.ORGANIZATION, text);
      draft.reporter = true;
      draft.body = reporter.get();
      return draft;
    }
    if (gazetteer.seat(text).isPresent() || gazetteer.polityOfSeat(text).isPresent()) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text);
    }
    if (end - begin > 1
        && gazetteer.isNamed(text, EntryKind.PLACE)
        && Words.allCapital(tokens, begin, end)
        && text.indexOf(',') < 0 // "Lahore, Pakistan" is two places
        && holdsPolity(tokens, begin, end)) {
      // "South America", "Gulf of Mexico", "Moscow Oblast": a place around a country or its seat
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text);
    }
    if (end - begin > 1
        && gazetteer.isNamed(text, EntryKind.PERSON)
        && Words.allCapital(tokens, begin, end)
        && titles.at(tokens, begin).isEmpty()
        && gazetteer.polityOfAdjective(tokens.get(begin).form()).isEmpty()) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PERSON, text);
    }
    if (end - begin == 1 && ownLeader(tokens, begin)) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PERSON, text);
    }
    if (end - begin > 1
        && gazetteer.isNamed(text, EntryKind.ORGANIZATION)
        && Words.allCapital(tokens, begin, end)) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.ORGANIZATION, text);
    }
    return null;
  }

  /** "Togo's Gnassingbe": the surname of a leader of the state whose name stands before it. */
  private boolean ownLeader(List<Token> tokens, int at) {
    if (at < 2 || !Words.isPossessive(tokens.get(at - 1))) {
      return false;
    }
    boolean alone = at + 1 == tokens.size() || !Words.isCapital(tokens.get(at + 1));
    for (int from = Math.max(0, at - 4); from < at - 1 && alone; from++) {
      Optional<Polity> state = gazetteer.polity(Words.text(tokens, from, at - 1));
      if (state.isPresent()) {
        return gazetteer.leadersBySurname(tokens.get(at).form()).stream()
            .anyMatch(leader -> leader.country().equals(state.get().code()));
      }
    }
    return false;
  }

  /**
   * "Mobile, Ala.", "Mesa, AZ", "Atlanta, Georgia": the region in which the place before the comma
   * lies, by its whole name; nothing where what stands there is a state or no region.
   */
  private Optional<String> behindPlace(List<Token> tokens, int begin, String text) {
    if (begin < 2
        || !tokens.get(begin - 1).form().equals(",")
        || !Words.isCapital(tokens.get(begin - 2))) {
      return Optional.empty();
    }
    Optional<String> region = gazetteer.region(text);
    boolean code = text.equals(text.toUpperCase(Locale.ROOT));
    boolean state = region.isEmpty() && gazetteer.polity(text).isPresent();
    if (!code && !state) {
      return region;
    }
    for (int from = Math.max(0, begin - 4); from < begin - 1; from++) {
      for (Entry place : gazetteer.named(Words.text(tokens, from, begin - 1))) {
        if (place.kind() == EntryKind.PLACE
            && (state ? place.region().equals(text) : region.isPresent())
            && (!state || !homeOf(place, text))) {
          return state ? Optional.of(text) : region;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a place lies in the state of that name: "Tbilisi, Georgia". */
  private boolean homeOf(Entry place, String name) {
    return gazetteer.polity(name).filter(p -> p.code().equals(place.country())).isPresent();
  }

  /** "latin" of "EU-Latin". */
  private static String lastPart(Token token) {
    return token.lower().substring(token.lower().lastIndexOf('-') + 1);
  }

  private boolean holdsPolity(List<Token> tokens, int begin, int end) {
    for (int i = begin; i < end; i++) {
      String form = tokens.get(i).form();
      if (gazetteer.polity(form).isPresent()
          || gazetteer.polityOfAdjective(form).isPresent()
          || gazetteer.polityOfSeat(form).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** A polity's name inside a longer name that the model found is a part of that name. */
  private boolean insideLongerName(Draft known, List<Draft> model) {
    for (Draft draft : model) {
      boolean inside = draft.begin <= known.begin && known.end <= draft.end;
      if (inside && draft.end - draft.begin > known.end - known.begin) {
        if (draft.type == EntityType.PERSON) {
          return !(known.form == MentionForm.DEMONYM && known.begin == draft.begin);
        }
        if (draft.type == EntityType.ORGANIZATION) {
          return true;
        }
        // "Peshawar, Pakistan" is two places
        return false;
      }
    }
    return false;
  }
}
