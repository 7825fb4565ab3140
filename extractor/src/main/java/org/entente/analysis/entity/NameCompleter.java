package org.entente.analysis.entity;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.EntryKind;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Corrects and completes the names that the model found: polities, demonyms, bodies, outlets and
 * venues come from the gazetteer; titles leave the spans of people; parts of one name join.
 */
final class NameCompleter {
  private static final int LONGEST = 9;

  /** The name model's type is doubted below this probability. */
  private static final double UNSURE = 0.98;

  private static final Set<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PARTICLES =
      Set.of(
          "bin", "ibn", "al", "el", "de", "da", "del", "della", "di", "von", "van", "der", "den",
          "la", "le", "dos", "das", "ben", "ter", "abu", "umm", "ul", "ur", "arap", "y", "zu");

  private final Gazetteer gazetteer;
  private final Titles titles;
  private final Map<String, Set<String>> words;

  NameCompleter(Gazetteer gazetteer, Titles titles, Map<String, Set<String>> words) {
    this.gazetteer = gazetteer;
    this.titles = titles;
    this.words = words;
  }

  /** Returns the names of a sentence in order, none overlapping another. */
  List<Draft> complete(int number, Sentence sentence, List<NameSpan> spans) {
    List<Token> tokens = sentence.tokens();
    Draft[] owner = new Draft[tokens.size()];
    List<Draft> model = new ArrayList<>();
    for (NameSpan span : spans) {
      trim(number, tokens, span).ifPresent(model::add);
    }
    for (int i = 0; i < tokens.size(); ) {
      Draft known = known(number, tokens, i, model);
      if (known == null) {
        i++;
        continue;
      }
      place(known, owner);
      i = known.end;
    }
    for (Draft draft : model) {
      settle(draft, tokens, owner);
    }
    listed(tokens, owner);
    titled(number, tokens, owner);
    extend(tokens, owner);
    unknown(number, tokens, owner);
    List<Draft> names = new ArrayList<>();
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != null && (i == 0 || owner[i - 1] != owner[i])) {
        mend(tokens, owner[i]);
        names.add(owner[i]);
      }
    }
    names.sort(Comparator.comparingInt(d -> d.begin));
    return names;
  }

  /** No name repeats itself, as two columns run into one do; no adjective of a state is a name. */
  private void mend(List<Token> tokens, Draft draft) {
    if (draft.form != MentionForm.NAME
        || draft.polity != null
        || draft.body != null
        || draft.type == EntityType.PLACE) {
      return;
    }
    Optional<Polity> polity =
        draft.honorific || draft.end - draft.begin > 1
            ? Optional.empty()
            : gazetteer.polityOfAdjective(draft.text);
    if (polity.isPresent()) {
      draft.form = MentionForm.DEMONYM;
      draft.type = EntityType.POLITY;
      draft.polity = polity.get();
    }
    if (draft.type != EntityType.PERSON) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = draft.begin; i < draft.end; i++) {
      String word = NameFolding.fold(tokens.get(i).form());
      boolean twice = i > draft.begin && word.equals(NameFolding.fold(tokens.get(i - 1).form()));
      boolean again = i > draft.begin + 2 && seen.contains(word) && twiceOver(tokens, draft, i);
      if (i > draft.begin + 1 && word.length() > 2 && (twice || again)) {
        if (draft.wholeEnd == draft.end) {
          draft.wholeEnd = i;
        }
        draft.end = i;
        draft.text = text(tokens, draft.begin, i);
        return;
      }
      seen.add(word);
    }
  }

  /** Whether a name's first two words come again from that token on. */
  private static boolean twiceOver(List<Token> tokens, Draft draft, int at) {
    return tokens.get(at).lower().equals(tokens.get(draft.begin).lower())
        && at + 1 < draft.end
        && tokens.get(at + 1).lower().equals(tokens.get(draft.begin + 1).lower());
  }

  private Optional<Draft> trim(int number, List<Token> tokens, NameSpan span) {
    int begin = Math.max(0, span.range().begin());
    int end = Math.min(tokens.size(), span.range().end());
    while (end > begin && (outside(tokens, end - 1) || tokens.get(end - 1).lower().equals("of"))) {
      end--;
    }
    while (begin < end && outside(tokens, begin)) {
      begin++;
    }
    if (begin < end && partOfTitle(tokens, begin, end)) {
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
      // "U.S. officials", "Iraqi women": common nouns at the end are no part of a name
      while (end > begin
          && !isCapital(tokens.get(end - 1))
          && !Character.isDigit(tokens.get(end - 1).form().charAt(0))) {
        end--;
      }
      end = beforeTitle(tokens, begin, end);
    }
    if (type == EntityType.PERSON) {
      boolean again = true;
      while (again && begin < end) {
        again = false;
        Optional<Titles.Match> title = titles.at(tokens, begin);
        if (title.isPresent()
            && title.get().end() <= end
            && !givenName(tokens, begin)
            && !title.get().classes().equals(Set.of(TitleClass.GROUP))) {
          begin = title.get().end();
          again = true;
        } else if (end - begin > 1
            && gazetteer.polityOfAdjective(tokens.get(begin).form()).isPresent()) {
          begin++;
          again = true;
        } else if (begin + 1 < end && isPossessive(tokens.get(begin + 1))) {
          begin += 2;
          again = true;
        }
      }
    } else if (begin < end && tokens.get(begin).lower().equals("the") && end - begin > 1) {
      begin++;
    }
    if (begin >= end
        || region(tokens, begin, end)
        || month(tokens, begin, end)
        || type == EntityType.PERSON && tokens.get(begin).lower().equals("of")) {
      return Optional.empty();
    }
    Draft draft = new Draft(number, begin, end, MentionForm.NAME, type, text(tokens, begin, end));
    draft.sure = span.probability();
    return Optional.of(draft);
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
    if (title.isEmpty() || title.get().end() < end || givenName(tokens, begin)) {
      return false;
    }
    boolean before = title.get().end() < tokens.size() && isCapital(tokens.get(title.get().end()));
    return title.get().end() - begin > 1 && title.get().office()
        || before && (title.get().office() || title.get().is(TitleClass.HONORIFIC));
  }

  /** "March 20", "20 May": a month beside a number is a date. */
  private boolean month(List<Token> tokens, int begin, int end) {
    return end - begin == 1
        && MONTHS.contains(tokens.get(begin).lower())
        && (end < tokens.size() && Character.isDigit(tokens.get(end).form().charAt(0))
            || begin > 0 && Character.isDigit(tokens.get(begin - 1).form().charAt(0)));
  }

  /** "Western nations", "Arab states": the adjective of a region names nothing by itself. */
  private boolean region(List<Token> tokens, int begin, int end) {
    return end - begin == 1
        && words.get("regional").contains(tokens.get(begin).lower())
        && end < tokens.size()
        && isNoun(tokens.get(end))
        && !isCapital(tokens.get(end));
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
      if (!isCapital(token) || words.get("organization").contains(token.lower())) {
        return Optional.empty();
      }
    }
    return title;
  }

  /** "Foreign Minister Shah Mehmood Qureshi", "Prince Sultan": a title's word as a given name. */
  private boolean givenName(List<Token> tokens, int at) {
    if (!words.get("title-name").contains(tokens.get(at).lower()) || !isCapital(tokens.get(at))) {
      return false;
    }
    if (at + 1 < tokens.size()
        && Set.of("bin", "ibn", "bint").contains(tokens.get(at + 1).lower())) {
      return true;
    }
    for (int begin = at - 1; begin >= Math.max(0, at - 6); begin--) {
      Optional<Titles.Match> title = titles.at(tokens, begin);
      if (title.isPresent()
          && title.get().end() == at
          && (title.get().office() || title.get().is(TitleClass.HONORIFIC))) {
        return true;
      }
    }
    return false;
  }

  /** "Peruvian Party Leader Ana Quispe": a title that goes on behind a body's name is no body. */
  private int beforeTitle(List<Token> tokens, int begin, int end) {
    for (int i = begin; i < Math.min(end, begin + 2); i++) {
      Optional<Titles.Match> title = titles.at(tokens, i);
      if (title.isPresent()
          && title.get().end() > end
          && title.get().end() < tokens.size()
          && isCapital(tokens.get(title.get().end()))
          && (i == begin || gazetteer.polityOfAdjective(tokens.get(begin).form()).isPresent())) {
        return i;
      }
    }
    return end;
  }

  /** Punctuation, pronouns, days and the possessive mark are no part of a name's ends. */
  private boolean outside(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    return isPossessive(token)
        || isPunctuation(token)
        || token.tag().equals("PRON")
        || words.get("day").contains(token.lower());
  }

  /** Finds the longest name at that token whose meaning the gazetteer alone settles. */
  private Draft known(int number, List<Token> tokens, int begin, List<Draft> model) {
    if (!isCapital(tokens.get(begin))) {
      return null;
    }
    for (int end = Math.min(tokens.size(), begin + LONGEST); end > begin; end--) {
      Token last = tokens.get(end - 1);
      if (!isCapital(last) && !Character.isDigit(last.form().charAt(0))) {
        continue;
      }
      String text = text(tokens, begin, end);
      Draft draft = known(number, begin, end, text, tokens);
      if (draft != null && !insideLongerName(draft, model)) {
        return draft;
      }
    }
    return null;
  }

  private Draft known(int number, int begin, int end, String text, List<Token> tokens) {
    Optional<Polity> polity = gazetteer.polity(text);
    Optional<Polity> adjective = gazetteer.polityOfAdjective(text);
    Optional<Polity> people = gazetteer.polityOfPeople(text);
    boolean both = polity.isPresent() && adjective.isPresent();
    if (begin > 0
        && (adjective.isPresent() || polity.isPresent())
        && text.startsWith("America")
        && words.get("region").contains(tokens.get(begin - 1).lower())) {
      // "South American", "Latin America": no country of that name is meant
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text);
    }
    if (polity.isPresent() && !both) {
      Draft draft = new Draft(number, begin, end, MentionForm.NAME, EntityType.POLITY, text);
      draft.polity = polity.get();
      return draft;
    }
    if (both) {
      // "U.S." is a noun and an adjective: an adjective where a lower-case or titled noun follows
      boolean before = end < tokens.size() && isNoun(tokens.get(end));
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
      Draft draft = new Draft(number, begin, end, MentionForm.NAME, EntityType.ORGANIZATION, text);
      draft.body = body.get();
      return draft;
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
        && allCapital(tokens, begin, end)
        && holdsPolity(tokens, begin, end)) {
      // "South America", "Gulf of Mexico": a place around a country's name
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PLACE, text);
    }
    if (end - begin > 1
        && gazetteer.isNamed(text, EntryKind.PERSON)
        && allCapital(tokens, begin, end)
        && titles.at(tokens, begin).isEmpty()
        && gazetteer.polityOfAdjective(tokens.get(begin).form()).isEmpty()) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.PERSON, text);
    }
    if (end - begin > 1
        && gazetteer.isNamed(text, EntryKind.ORGANIZATION)
        && allCapital(tokens, begin, end)) {
      return new Draft(number, begin, end, MentionForm.NAME, EntityType.ORGANIZATION, text);
    }
    return null;
  }

  private boolean holdsPolity(List<Token> tokens, int begin, int end) {
    for (int i = begin; i < end; i++) {
      String form = tokens.get(i).form();
      if (gazetteer.polity(form).isPresent() || gazetteer.polityOfAdjective(form).isPresent()) {
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

  private void settle(Draft draft, List<Token> tokens, Draft[] owner) {
    boolean free = true;
    boolean longer = false;
    for (int i = draft.begin; i < draft.end; i++) {
      if (owner[i] != null) {
        free = false;
        longer |= owner[i].end - owner[i].begin < draft.end - draft.begin;
      }
    }
    if (free) {
      place(draft, owner);
      return;
    }
    boolean takes = longer && draft.type != EntityType.PLACE;
    for (int i = draft.begin; i < draft.end && takes; i++) {
      if (owner[i] != null && (owner[i].begin < draft.begin || owner[i].end > draft.end)) {
        takes = false;
      }
    }
    if (takes) {
      for (int i = draft.begin; i < draft.end; i++) {
        owner[i] = draft;
      }
      return;
    }
    // what is left of the span beside a known name is kept where it is a place or a person
    int begin = draft.begin;
    while (begin < draft.end) {
      while (begin < draft.end && (owner[begin] != null || !isCapital(tokens.get(begin)))) {
        begin++;
      }
      int end = begin;
      while (end < draft.end && owner[end] == null && !isPunctuation(tokens.get(end))) {
        end++;
      }
      if (end > begin && draft.type != EntityType.ORGANIZATION) {
        place(
            new Draft(
                draft.sentence, begin, end, MentionForm.NAME, draft.type, text(tokens, begin, end)),
            owner);
      }
      begin = Math.max(end, begin + 1);
    }
  }

  /** Capitalised words right after an office or honorific are a person's name. */
  private void titled(int number, List<Token> tokens, Draft[] owner) {
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
          givenName(tokens, begin) ? Optional.empty() : titles.at(tokens, begin);
      if (next.isPresent() && (next.get().office() || next.get().is(TitleClass.HONORIFIC))) {
        continue;
      }
      if (!upper
          && !gazetteer.isGivenName(tokens.get(begin).form())
          && !(title.get().office() && tokens.get(begin).tag().equals("PROPN"))) {
        continue;
      }
      int end = nameEnd(tokens, begin, owner);
      String text = text(tokens, begin, end);
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
      place(new Draft(number, begin, end, MentionForm.NAME, EntityType.PERSON, text), owner);
      i = end - 1;
    }
  }

  private boolean nameWord(List<Token> tokens, int i, Draft[] owner) {
    Token token = tokens.get(i);
    if (!isCapital(token)
        || words.get("not-person").contains(token.lower())
        || isPossessive(token)) {
      return false;
    }
    return owner[i] == null || owner[i].polity == null && owner[i].body == null;
  }

  private int nameEnd(List<Token> tokens, int begin, Draft[] owner) {
    int end = begin + 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      boolean particle =
          PARTICLES.contains(token.lower())
              && end + 1 < tokens.size()
              && isCapital(tokens.get(end + 1))
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
  private void extend(List<Token> tokens, Draft[] owner) {
    for (int i = 0; i < tokens.size(); i++) {
      Draft person = owner[i];
      if (person == null || !person.isPersonName() || person.begin != i) {
        continue;
      }
      int before = person.begin - 1;
      if (before >= 0
          && owner[before] == null
          && isCapital(tokens.get(before))
          && (gazetteer.isGivenName(tokens.get(before).form())
                  && titles.at(tokens, before).isEmpty()
              || givenName(tokens, before))
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
          && PARTICLES.contains(tokens.get(end).lower())
          && !Set.of("y", "la", "le").contains(tokens.get(end).lower())
          && isCapital(tokens.get(end + 1))) {
        person.end = nameEnd(tokens, end + 1, owner);
        for (int k = end; k < person.end; k++) {
          owner[k] = person;
        }
      }
      person.text = text(tokens, person.begin, person.end);
      person.wholeBegin = person.begin;
      person.wholeEnd = person.end;
    }
  }

  /** Runs of capitalised words that nothing has claimed: people by given name, bodies by noun. */
  private void unknown(int number, List<Token> tokens, Draft[] owner) {
    for (int i = 0; i < tokens.size(); i++) {
      if (owner[i] != null || !isCapital(tokens.get(i)) || !isNoun(tokens.get(i))) {
        continue;
      }
      int end = i + 1;
      while (end < tokens.size() && owner[end] == null && isCapital(tokens.get(end))) {
        end++;
      }
      String text = text(tokens, i, end);
      String last = tokens.get(end - 1).lower();
      boolean title = titles.at(tokens, i).isPresent();
      if (words.get("organization").contains(last) && end - i > 1) {
        int begin = i;
        // "the Chinese People's Political Consultative Conference"
        if (begin > 1
            && isPossessive(tokens.get(begin - 1))
            && Set.of("people", "workers", "women", "lord")
                .contains(tokens.get(begin - 2).lower())) {
          begin -= 2;
          if (begin > 0
              && owner[begin - 1] != null
              && owner[begin - 1].form == MentionForm.DEMONYM) {
            begin = owner[begin - 1].begin;
          }
        }
        place(
            new Draft(
                number,
                begin,
                end,
                MentionForm.NAME,
                EntityType.ORGANIZATION,
                text(tokens, begin, end)),
            owner);
      } else if (!title
          && end - i > 1
          && end - i < 5
          && (gazetteer.isGivenName(tokens.get(i).form()) || inList(tokens, i, owner))
          && !words.get("not-person").contains(tokens.get(i).lower())) {
        place(new Draft(number, i, end, MentionForm.NAME, EntityType.PERSON, text), owner);
      } else if (!title && i > 0 && gazetteer.isNamed(text, EntryKind.PLACE)) {
        String before = tokens.get(i - 1).lower();
        boolean list = before.equals(",") || before.equals("and") || before.equals("of");
        if (words.get("place-before").contains(before)
            || list && i > 1 && owner[i - 2] != null && owner[i - 2].type == EntityType.PLACE) {
          place(new Draft(number, i, end, MentionForm.NAME, EntityType.PLACE, text), owner);
        }
      }
      i = end - 1;
    }
  }

  /** "Karim Sall, Idrissa Ba and Malick Fall": a full name in a list of people is one too. */
  private void listed(List<Token> tokens, Draft[] owner) {
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

  private static void place(Draft draft, Draft[] owner) {
    for (int i = draft.begin; i < draft.end; i++) {
      owner[i] = draft;
    }
  }

  static String text(List<Token> tokens, int begin, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = begin; i < end; i++) {
      if (i > begin
          && text.length() > 0
          && tokens.get(i).span().begin() > tokens.get(i - 1).span().end()) {
        text.append(' ');
      }
      if (!Set.of("[", "]").contains(tokens.get(i).form())) {
        // "Secretary Marco [Rubio]": an editor's addition to a quotation
        text.append(tokens.get(i).form());
      }
    }
    return text.toString();
  }

  static boolean isCapital(Token token) {
    String form = token.form();
    if (Character.isUpperCase(form.charAt(0))) {
      return true;
    }
    int hyphen = form.indexOf('-');
    return hyphen > 0
        && hyphen < 4
        && hyphen + 1 < form.length()
        && Character.isUpperCase(form.charAt(hyphen + 1));
  }

  private static boolean allCapital(List<Token> tokens, int begin, int end) {
    return isCapital(tokens.get(begin)) && isCapital(tokens.get(end - 1));
  }

  static boolean isNoun(Token token) {
    return token.tag().equals("NOUN") || token.tag().equals("PROPN") || token.tag().equals("ADJ");
  }

  static boolean isPossessive(Token token) {
    return token.form().equals("'s") || token.form().equals("'");
  }

  static boolean isPunctuation(Token token) {
    return token.tag().equals("PUNCT") && !Character.isLetterOrDigit(token.form().charAt(0));
  }
}
