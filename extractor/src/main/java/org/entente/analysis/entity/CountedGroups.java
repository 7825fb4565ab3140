package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.analysis.gazetteer.Format;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Finds the people, states or bodies that a text counts back: "the two leaders", "both sides", "the
 * six nations", "the pair", "the two met".
 */
final class CountedGroups {
  /** How many sentences before a description may name those whom it counts. */
  private static final int REACH = 3;

  private final Gazetteer gazetteer;
  private final Map<String, Set<String>> words;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final Optional<LocalDate> published;
  private final EntityTable table;
  private final Incumbency incumbency;
  private List<Format> formats;

  CountedGroups(Knowledge knowledge, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.published = story.published();
    this.table = story.table();
    this.incumbency = new Incumbency(knowledge, story);
  }

  /** Adds a draft for every such description of the sentence that is none of an office. */
  void find(int s) {
    List<Draft> sentence = drafts.get(s);
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).lower();
      int noun = -1;
      int count = Numbers.of(word);
      if (count > 0) {
        for (int k = i + 1; k < Math.min(tokens.size(), i + 3); k++) {
          if (words.get("pair").contains(tokens.get(k).lower())
              || words.get("side").contains(tokens.get(k).lower())) {
            noun = k;
            break;
          }
        }
        if (family(s, i, count)) {
          continue;
        }
        boolean definite =
            word.equals("both")
                || i > 0
                    && Set.of("the", "these", "those", "their").contains(tokens.get(i - 1).lower());
        if (!definite) {
          continue;
        }
        if (noun < 0 && (aloneAsSubject(tokens, i) || aloneAsPartner(tokens, i))) {
          noun = i;
        }
      } else if (word.equals("pair")
          && i > 0
          && tokens.get(i - 1).lower().equals("the")
          && (i + 1 >= tokens.size() || !tokens.get(i + 1).lower().equals("of"))) {
        noun = i;
        count = 2;
      }
      if (noun < 0) {
        again(s, i);
        continue;
      }
      int from = i;
      int to = noun + 1;
      boolean covered =
          sentence.stream().anyMatch(d -> d.begin < to && from < d.end && d.sides == 0);
      if (covered) {
        continue;
      }
      boolean side = words.get("side").contains(tokens.get(noun).lower());
      Draft draft =
          new Draft(
              s,
              i,
              noun + 1,
              MentionForm.NOMINAL,
              side ? EntityType.POLITY : EntityType.PERSON,
              Words.text(tokens, i, noun + 1));
      draft.count = count;
      draft.plural = true;
      draft.office = side ? "side" : "";
      draft.determiner = "the";
      if (i > 0 && words.get("definite").contains(tokens.get(i - 1).lower())) {
        draft.wholeBegin = i - 1;
      }
      sentence.add(draft);
    }
  }

  /** "Those countries": the states that the text has just listed, in that sentence or before it. */
  private void again(int s, int at) {
    List<Token> tokens = sentences.get(s).tokens();
    if (!words.get("state").contains(tokens.get(at).lower())
        || at == 0
        || !Set.of("these", "those").contains(tokens.get(at - 1).lower())) {
      return;
    }
    for (int back = s; back >= Math.max(0, s - 1); back--) {
      List<Draft> states =
          drafts.get(back).stream()
              .filter(d -> d.form == MentionForm.NAME && d.polity != null)
              .filter(d -> d.sentence < s || d.begin < at)
              .toList();
      Set<EntityDraft> listed = new LinkedHashSet<>();
      for (int i = 1; i < states.size(); i++) {
        Draft a = states.get(i - 1);
        Draft b = states.get(i);
        if (joined(sentences.get(back).tokens(), a.end, b.begin)) {
          listed.addAll(a.entities);
          listed.addAll(b.entities);
        }
      }
      if (!listed.isEmpty()) {
        Draft draft =
            new Draft(s, at, at + 1, MentionForm.NOMINAL, EntityType.POLITY, tokens.get(at).form());
        draft.wholeBegin = at - 1;
        draft.plural = true;
        draft.office = "side";
        draft.determiner = tokens.get(at - 1).lower();
        EntityTable.refer(draft, listed);
        drafts.get(s).add(draft);
        return;
      }
      if (!states.isEmpty()) {
        return;
      }
    }
  }

  private static boolean joined(List<Token> tokens, int begin, int end) {
    return begin < end
        && tokens.subList(begin, end).stream()
            .allMatch(t -> Set.of(",", "and", "the").contains(t.lower()));
  }

  /** "The two Kims": as many people of that family name as the document names. */
  private boolean family(int s, int number, int count) {
    List<Token> tokens = sentences.get(s).tokens();
    int at = number + 1;
    if (at >= tokens.size()
        || !Words.isCapital(tokens.get(at))
        || !tokens.get(at).form().endsWith("s")
        || drafts.get(s).stream().anyMatch(d -> d.begin <= at && at < d.end)) {
      return false;
    }
    String plural = NameFolding.fold(tokens.get(at).form());
    String name = plural.substring(0, plural.length() - 1);
    List<EntityDraft> bearers =
        table.people(name).stream()
            .filter(e -> e.named && PersonNames.parts(e.name).size() > 1)
            .filter(e -> PersonNames.parts(e.name).contains(name))
            .toList();
    if (bearers.size() != count) {
      return false;
    }
    Draft draft =
        new Draft(
            s,
            number,
            at + 1,
            MentionForm.NOMINAL,
            EntityType.PERSON,
            Words.text(tokens, number, at + 1));
    draft.count = count;
    draft.plural = true;
    EntityTable.refer(draft, bearers);
    drafts.get(s).add(draft);
    return true;
  }

  /** "Talks with the two on Tuesday": a number with an article and no noun, behind "with". */
  private static boolean aloneAsPartner(List<Token> tokens, int number) {
    return number > 1
        && tokens.get(number - 1).lower().equals("the")
        && Set.of("with", "between").contains(tokens.get(number - 2).lower())
        && (number + 1 >= tokens.size()
            || Set.of("ADP", "PUNCT", "CCONJ", "ADV").contains(tokens.get(number + 1).tag()));
  }

  /** "The two met": a number with an article and no noun, before the verb of its clause. */
  private static boolean aloneAsSubject(List<Token> tokens, int number) {
    if (number == 0
        || !tokens.get(number - 1).lower().equals("the")
        || number > 1 && tokens.get(number - 2).tag().equals("ADP")) {
      return false;
    }
    int verb = number + 1;
    if (verb < tokens.size() && tokens.get(verb).tag().equals("ADV")) {
      verb++;
    }
    if (verb >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(verb);
    boolean beforeNoun =
        verb + 1 < tokens.size()
            && Set.of("NOUN", "ADJ", "NUM").contains(tokens.get(verb + 1).tag());
    // a number of several has no noun in the singular: the tagger took a verb for one
    boolean singular =
        Set.of("NOUN", "ADJ", "PROPN").contains(next.tag())
            && next.form().equals(next.lower())
            && next.lemma().equals(next.lower());
    return next.tag().equals("AUX") || !beforeNoun && (next.tag().equals("VERB") || singular);
  }

  /** "The two leaders": the two people, or two states, that the sentences before it name. */
  void refer(Draft draft) {
    if (words.get("side").contains(Coreference.noun(draft))) {
      draft.type = EntityType.POLITY;
    }
    boolean side = draft.type == EntityType.POLITY;
    int count = Math.max(2, draft.count);
    boolean states = side && words.get("state").contains(Coreference.noun(draft));
    if (draft.text.toLowerCase(Locale.ROOT).endsWith("koreas")) {
      for (String korea : List.of("North Korea", "South Korea")) {
        gazetteer.polity(korea).ifPresent(p -> EntityTable.refer(draft, List.of(table.polity(p))));
      }
      return;
    }
    if (format(draft, count)) {
      return;
    }
    Set<EntityDraft> others = side ? Set.of() : dealsWith(draft);
    for (int back = 0; back <= REACH; back++) {
      int window = back;
      Set<EntityDraft> found = new LinkedHashSet<>();
      for (int s = Math.max(0, draft.sentence - window); s <= draft.sentence; s++) {
        for (Draft other : drafts.get(s)) {
          if (!other.precedes(draft) || other == draft) {
            continue;
          }
          for (EntityDraft entity : other.entities) {
            if (side
                ? (states ? entity.type == EntityType.POLITY : party(entity))
                    && other.type != EntityType.PLACE
                    && (other.form != MentionForm.DEMONYM || other.text.endsWith("s"))
                : entity.type == EntityType.PERSON && (other.form != MentionForm.PRONOUN)) {
              found.add(entity);
            }
          }
        }
      }
      if (side && partner(draft)) {
        found.removeAll(represented(draft, 0)); // "X held talks with both sides": X is on neither
      } else if (side) {
        Set<EntityDraft> represented = represented(draft, window);
        if (count == 2 && window > 0) {
          represented = ofStory(represented);
        }
        if (represented.size() == count) {
          found = represented;
        }
      }
      if (!side) {
        found.removeAll(others);
        boolean few = found.size() <= count;
        Set<EntityDraft> holders = holders(draft);
        if (holders.size() == count && found.stream().anyMatch(e -> e.office.isEmpty())) {
          found = holders; // "the two leaders" are two who lead, not one of them and his brother
        }
        found.removeIf(e -> !(few && e.office.isEmpty() || fits(draft, e)));
        found.removeIf(e -> incumbency.isLater(e, draft));
      }
      if (side && count == 2 && found.size() > count) {
        Set<EntityDraft> between = between(draft, window);
        found = between.isEmpty() ? found : between;
      }
      if (states && found.size() < count) {
        Set<EntityDraft> all = new LinkedHashSet<>(found);
        drafts.get(draft.sentence).stream()
            .filter(other -> other.precedes(draft) && other.form == MentionForm.DEMONYM)
            .flatMap(other -> other.entities.stream())
            .filter(entity -> entity.type == EntityType.POLITY)
            .forEach(all::add);
        found = all.size() == count ? all : found; // "A and B join their Peruvian colleagues"
      }
      if (side && found.size() > count) {
        Set<EntityDraft> acting = new LinkedHashSet<>();
        for (EntityDraft entity : found) {
          if (entity.mentions.stream()
              .anyMatch(
                  m ->
                      m.sentence >= draft.sentence - window
                          && m.precedes(draft)
                          && m.type != EntityType.PLACE
                          && m.form != MentionForm.DEMONYM)) {
            acting.add(entity);
          }
        }
        found = acting;
      }
      boolean together = false;
      if (!side && count == 2 && found.size() > count && !others.isEmpty()) {
        Set<EntityDraft> two = together(draft, window, found);
        together = !two.isEmpty();
        found = together ? two : found;
      }
      if (found.size() == count) {
        if (!side && window > 0 && !together && candidates(draft) > count && !leading(found)) {
          return; // a third one fits as well, and the story is not of these two
        }
        for (EntityDraft entity : found) {
          entity.mention(draft);
        }
        return;
      }
      if (found.size() > count) {
        return;
      }
    }
  }

  /**
   * "The six nations" in a story of the six-party talks: the members of the only format of that
   * size that the text names, where the text names each of them.
   */
  private boolean format(Draft draft, int count) {
    if (draft.type != EntityType.POLITY || count < 3) {
      return false;
    }
    Set<Set<EntityDraft>> found = new LinkedHashSet<>();
    for (Format format : formats()) {
      Set<EntityDraft> members = members(format);
      if (format.members().size() == count && members.size() == count) {
        found.add(members);
      }
    }
    if (found.size() != 1) {
      return false;
    }
    EntityTable.refer(draft, found.iterator().next());
    draft.type = EntityType.POLITY;
    return true;
  }

  /** The formats of the document's time that it names anywhere. */
  private List<Format> formats() {
    if (formats == null) {
      StringBuilder all = new StringBuilder(" ");
      for (Sentence sentence : sentences) {
        sentence.tokens().forEach(t -> all.append(NameFolding.fold(t.form())).append(' '));
      }
      String text = all.toString();
      formats =
          gazetteer.formats().stream()
              .filter(f -> published.map(p -> f.heldIn(p.getYear())).orElse(f.to() == 0))
              .filter(
                  f ->
                      Stream.concat(Stream.of(f.label()), f.aliases().stream())
                          .anyMatch(name -> text.contains(" " + NameFolding.fold(name) + " ")))
              .toList();
    }
    return formats;
  }

  private Set<EntityDraft> members(Format format) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    for (String member : format.members()) {
      Optional<Polity> polity = gazetteer.polityOfCode(member);
      if (polity.isPresent()) {
        Optional.ofNullable(table.polity(polity.get().label())).ifPresent(found::add);
      } else {
        table.others(List.of(member), "").stream()
            .filter(e -> e.body != null && e.body.label().equals(member))
            .findFirst()
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** "Between the rebels and the government": the last two parties that the sentences set so. */
  private Set<EntityDraft> between(Draft draft, int window) {
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - window); s--) {
      List<Token> tokens = sentences.get(s).tokens();
      List<Draft> parties =
          drafts.get(s).stream()
              .filter(d -> d.precedes(draft) && d.entities.size() == 1)
              .filter(d -> party(d.entities.get(0)))
              .toList();
      for (int i = parties.size() - 1; i > 0; i--) {
        Draft a = parties.get(i - 1);
        Draft b = parties.get(i);
        if (a.wholeBegin > 0
            && tokens.get(a.wholeBegin - 1).lower().equals("between")
            && a.joins(b, tokens)) {
          return new LinkedHashSet<>(List.of(a.entities.get(0), b.entities.get(0)));
        }
      }
    }
    return Set.of();
  }

  /**
   * The states of the two people of the story, where they are among others, or one of them beside
   * another: of the rest the text speaks in passing.
   */
  private Set<EntityDraft> ofStory(Set<EntityDraft> represented) {
    Set<EntityDraft> states = new LinkedHashSet<>();
    for (EntityDraft person : table.protagonists()) {
      Optional.ofNullable(table.polity(person.represents)).ifPresent(states::add);
    }
    long among = represented.stream().filter(states::contains).count();
    boolean ofStory = represented.size() == 2 ? among == 1 : represented.size() > 2 && among == 2;
    return states.size() == 2 && ofStory ? states : represented;
  }

  /** Whether these are the two people whom the document names first: whom it is about. */
  private boolean leading(Set<EntityDraft> two) {
    return two.containsAll(table.protagonists());
  }

  /** Who has to do with a description of two, and so is none of them: "X received both leaders". */
  private Set<EntityDraft> dealsWith(Draft draft) {
    boolean object =
        draft.wholeBegin > 0
            && sentences
                .get(draft.sentence)
                .tokens()
                .get(draft.wholeBegin - 1)
                .tag()
                .equals("VERB");
    if (!object && !partner(draft)) {
      return Set.of();
    }
    return drafts.get(draft.sentence).stream()
        .filter(other -> other.precedes(draft) && other.type == EntityType.PERSON)
        .reduce((first, second) -> second)
        .map(subject -> Set.copyOf(subject.entities))
        .orElse(Set.of());
  }

  /** "President A and rebel leader B": the last two people that are joined so, of those found. */
  private Set<EntityDraft> together(Draft draft, int window, Set<EntityDraft> found) {
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - window); s--) {
      List<Token> tokens = sentences.get(s).tokens();
      List<Draft> people =
          drafts.get(s).stream()
              .filter(d -> d.precedes(draft) && d.form == MentionForm.NAME)
              .filter(d -> d.entities.size() == 1 && found.contains(d.entities.get(0)))
              .toList();
      for (int i = people.size() - 1; i > 0; i--) {
        Draft a = people.get(i - 1);
        Draft b = people.get(i);
        if (a.joins(b, tokens) && (i == 1 || !isListed(tokens, people.get(i - 2), a))) {
          return new LinkedHashSet<>(List.of(a.entities.get(0), b.entities.get(0)));
        }
      }
    }
    return Set.of();
  }

  /** "A, B and C": a name of a list that goes on. */
  private static boolean isListed(List<Token> tokens, Draft before, Draft name) {
    return before.wholeEnd + 1 == name.wholeBegin
        && tokens.get(before.wholeEnd).lower().equals(",");
  }

  /**
   * Whether somebody else of the sentence has to do with a description of two: "with both sides".
   */
  private boolean partner(Draft draft) {
    return draft.wholeBegin > 0
        && sentences.get(draft.sentence).tokens().get(draft.wholeBegin - 1).lower().equals("with");
  }

  /** Those of the sentences right before it who hold the office that a description of two names. */
  private Set<EntityDraft> holders(Draft draft) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    if (draft.office.isEmpty() || words.get("unspecific").contains(draft.office)) {
      return found;
    }
    for (int s = Math.max(0, draft.sentence - REACH); s <= draft.sentence; s++) {
      for (Draft other : drafts.get(s)) {
        other.entities.stream()
            .filter(e -> other.precedes(draft) && e.type == EntityType.PERSON)
            .filter(e -> !e.office.isEmpty() && fits(draft, e))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** How many people named before a description of two hold the office that it names. */
  private long candidates(Draft draft) {
    return table.all().stream()
        .filter(e -> e.type == EntityType.PERSON && fits(draft, e))
        .filter(e -> e.mentionedBefore(draft))
        .limit(Math.max(2, draft.count) + 1L)
        .count();
  }

  private static boolean party(EntityDraft entity) {
    return entity.type == EntityType.POLITY
        || entity.type == EntityType.ORGANIZATION && !entity.reporter;
  }

  /** The states of the people whom the sentences name: two presidents have two countries. */
  private Set<EntityDraft> represented(Draft draft, int window) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    for (int s = Math.max(0, draft.sentence - window); s <= draft.sentence; s++) {
      for (Draft other : drafts.get(s)) {
        if (!other.precedes(draft) || other.form == MentionForm.PRONOUN) {
          continue;
        }
        for (EntityDraft entity : other.entities) {
          if (entity.type != EntityType.PERSON || entity.former()) {
            continue;
          }
          EntityDraft state = table.polity(entity.represents);
          if (state == null && entity.represents.isEmpty() && entity.body != null) {
            state =
                gazetteer
                    .polityOfCode(entity.body.country())
                    .map(p -> table.polity(p.label()))
                    .orElse(null);
          }
          if (state != null) {
            found.add(state);
          }
        }
      }
    }
    return found;
  }

  /** Whether somebody can be one of "the two presidents": the whole office must be theirs. */
  private boolean fits(Draft draft, EntityDraft entity) {
    String text = draft.text.toLowerCase(Locale.ROOT);
    if (text.endsWith("women") || text.endsWith("men") && entity.gender.equals("f")) {
      return entity.gender.equals("f") && text.endsWith("women");
    }
    if (draft.office.isEmpty() || words.get("unspecific").contains(draft.office)) {
      return true;
    }
    boolean leader =
        Offices.head(draft.office) && entity.office.equals("leader")
            || draft.office.equals("leader") && Offices.head(entity.office);
    return (leader || Offices.agree(draft.office, entity.office))
        && entity.former() == draft.former();
  }
}
