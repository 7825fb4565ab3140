package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;

/**
 * Gathers the mentions of one document into entities, precision first: what is unclear stays
 * without an entity.
 */
final class Coreference {
  private final Knowledge knowledge;
  private final Story story;
  private final Gazetteer gazetteer;
  private final Map<String, Set<String>> words;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final EntityTable table;

  /** What descriptions of a state's or body's people have meant so far, by their noun. */
  private final Map<String, Set<Set<EntityDraft>>> described = new HashMap<>();

  private final NameGrouping names;
  private final Introductions introductions;
  private final OfficeHolders holders;
  private final Incumbency incumbency;
  private final CountedGroups counted;
  private final Bands bands;
  private final Circles circles;

  private Speakers speakers;

  Coreference(Knowledge knowledge, Linker linker, Story story) {
    this.knowledge = knowledge;
    this.story = story;
    this.gazetteer = knowledge.gazetteer();
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
    this.names = new NameGrouping(knowledge, linker, story);
    this.introductions = new Introductions(knowledge, story);
    this.holders = new OfficeHolders(knowledge, story, introductions);
    this.counted = new CountedGroups(knowledge, story);
    this.incumbency = new Incumbency(knowledge, story);
    this.bands = new Bands(knowledge, story);
    this.circles = new Circles(knowledge, story);
  }

  /** Sets the entities of every draft and adds drafts for pronouns; returns the entities. */
  List<EntityDraft> resolve() {
    names.gather();
    inherit();
    new Reporters(knowledge, story).mark();
    speakers = new Speakers(knowledge, story);
    Pronouns pronouns = new Pronouns(knowledge, story, speakers);
    for (int s = 0; s < sentences.size(); s++) {
      descriptions(s, pronouns);
    }
    pronouns.speakers();
    for (List<Draft> sentence : drafts) {
      sentence.removeIf(this::vain);
    }
    for (int s = 0; s < sentences.size(); s++) {
      circles.find(s);
    }
    return table.all();
  }

  /** The stretches of direct speech, once the drafts are resolved. */
  List<TokenRange> speech() {
    return speakers.speech();
  }

  /** "The ministers", where the text has spoken of none before: a mention of nothing. */
  private boolean vain(Draft draft) {
    return draft.form == MentionForm.NOMINAL
        && draft.entities.isEmpty()
        && draft.represents.isEmpty()
        && draft.count == 0
        && (draft.plural || draft.group)
        && words.get("definite").contains(draft.determiner);
  }

  // ---- names ----

  /** "Pakistani President Musharraf and Prime Minister Aziz": one state for both. */
  private void inherit() {
    for (int s = 0; s < sentences.size(); s++) {
      List<Token> tokens = sentences.get(s).tokens();
      Draft before = null;
      for (Draft draft : drafts.get(s)) {
        if (!draft.isPersonName() || draft.entities.size() != 1) {
          continue;
        }
        EntityDraft person = draft.entities.get(0);
        if (before != null
            && joined(tokens, before.wholeEnd, draft.wholeBegin)
            && !before.office.isEmpty()
            && !before.represents.isEmpty()
            && !draft.office.isEmpty()
            && !draft.office.equals(before.office)
            && (!Offices.head(draft.office) || draft.office.equals("prime minister"))
            && draft.represents.isEmpty()
            && Set.of("", before.represents.get(0)).contains(person.represents)
            && (person.body == null
                || person.body.country().isEmpty()
                || gazetteer
                    .polity(before.represents.get(0))
                    .filter(p -> p.code().equals(person.body.country()))
                    .isPresent())) {
          draft.represents.add(before.represents.get(0));
          table.represent(person, before.represents.get(0));
        }
        before = draft;
      }
    }
  }

  private boolean joined(List<Token> tokens, int begin, int end) {
    if (begin >= end || end - begin > 4) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (!words.get("link").contains(tokens.get(i).lower())) {
        return false;
      }
    }
    return true;
  }

  // ---- descriptions ----

  private void descriptions(int s, Pronouns pronouns) {
    List<Draft> sentence = drafts.get(s);
    bands.find(s);
    counted.find(s);
    pronouns.find(s);
    sentence.sort(Comparator.<Draft>comparingInt(d -> d.begin).thenComparingInt(d -> -d.end));
    for (Draft draft : List.copyOf(sentence)) {
      if (draft.form == MentionForm.NOMINAL) {
        if (draft.entities.isEmpty() && !(draft.group && draft.office.isEmpty())) {
          describe(draft);
        }
        if (!draft.entities.isEmpty() && !draft.represents.isEmpty()) {
          described
              .computeIfAbsent(noun(draft), noun -> new LinkedHashSet<>())
              .add(new LinkedHashSet<>(draft.entities));
        }
      } else if (draft.form == MentionForm.PRONOUN) {
        pronouns.refer(draft);
        ownState(draft).ifPresent(sentence::add);
      } else if (draft.office.equals("counterpart")) {
        String office = counterpartOffice(draft);
        draft.office = office;
        EntityDraft entity = draft.entities.isEmpty() ? null : draft.entities.get(0);
        if (entity != null && entity.office.equals("counterpart")) {
          table.office(entity, office, entity.tenure);
        }
      }
    }
  }

  /** "his country", "her government": the state that the one person behind a pronoun acts for. */
  private Optional<Draft> ownState(Draft pronoun) {
    List<Token> tokens = sentences.get(pronoun.sentence).tokens();
    int noun = pronoun.end;
    if (pronoun.entities.size() != 1
        || noun >= tokens.size()
        || !words.get("own-state").contains(tokens.get(noun).lower())
        || noun + 1 < tokens.size() && Words.isNoun(tokens.get(noun + 1))) {
      return Optional.empty();
    }
    EntityDraft state = table.polity(pronoun.entities.get(0).represents);
    if (state == null) {
      return Optional.empty();
    }
    String text = Words.text(tokens, pronoun.begin, noun + 1);
    Draft draft =
        new Draft(
            pronoun.sentence,
            pronoun.begin,
            noun + 1,
            MentionForm.NOMINAL,
            EntityType.POLITY,
            text);
    draft.represents.add(state.name);
    state.mention(draft);
    return Optional.of(draft);
  }

  /**
   * What a counterpart is in office: the same as whose counterpart it is, else as the person with
   * an office who is named last before.
   */
  private String counterpartOffice(Draft draft) {
    Optional<String> owner =
        drafts.get(draft.sentence).stream()
            .filter(d -> d.form == MentionForm.PRONOUN && d.begin == draft.wholeBegin)
            .flatMap(d -> d.entities.stream())
            .map(e -> e.office)
            .filter(Coreference::isOffice)
            .findFirst();
    if (owner.isPresent()) {
      return Offices.abroad(owner.get());
    }
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 1); s--) {
      List<Draft> sentence = drafts.get(s);
      for (int i = sentence.size() - 1; i >= 0; i--) {
        Draft other = sentence.get(i);
        if (other.precedes(draft)
            && other.type == EntityType.PERSON
            && !other.entities.isEmpty()
            && isOffice(other.entities.get(0).office)) {
          return Offices.abroad(other.entities.get(0).office);
        }
      }
    }
    return "";
  }

  private static boolean isOffice(String office) {
    return !office.isEmpty() && !office.equals("counterpart");
  }

  private void describe(Draft draft) {
    if (draft.group && draft.office.equals("counterpart") && !draft.represents.isEmpty()) {
      String office = counterpartOffice(draft);
      if (!office.isEmpty()) { // "his British and French counterparts" are people in his office
        draft.office = office;
        draft.group = false;
        draft.plural = true;
      }
    }
    if (draft.group) {
      group(draft);
      return;
    }
    if (draft.plural && draft.represents.isEmpty()) {
      draft.represents.addAll(ownersOf(draft));
    }
    if (draft.count >= 2 || draft.determiner.equals("both")) {
      if (draft.represents.isEmpty()) {
        counted.refer(draft);
        return;
      }
    }
    if (draft.plural) {
      if (draft.represents.isEmpty()) {
        EntityTable.refer(draft, repeated(draft));
        return;
      }
      String last = draft.office;
      List<String> offices = new ArrayList<>(draft.others);
      offices.add(last);
      for (String represented : draft.represents) {
        for (String office : offices) {
          draft.office = office;
          EntityDraft holder = holders.holder(draft, represented);
          if (holder != null) {
            holder.mention(draft);
          }
        }
      }
      draft.office = last;
      return;
    }
    if (draft.office.equals("counterpart")) {
      draft.office = counterpartOffice(draft);
      if (draft.office.isEmpty() || draft.represents.isEmpty()) {
        return;
      }
      EntityDraft holder = holders.holder(draft, draft.represents.get(0));
      if (holder != null) {
        holder.mention(draft);
      }
      return;
    }
    Optional<EntityDraft> beside = introductions.beside(draft);
    if (beside.isPresent()) {
      EntityDraft person = beside.get();
      if (person.represents.isEmpty() && !draft.represents.isEmpty()) {
        table.represent(person, draft.represents.get(0));
      }
      EntityTable.refer(draft, List.of(person));
      return;
    }
    EntityDraft found =
        draft.represents.isEmpty()
            ? holders.bare(draft)
            : holders.holder(draft, draft.represents.get(0));
    if (found != null) {
      if (found.office.isEmpty() && !draft.represents.isEmpty() && !general(draft)) {
        holders.take(draft, found);
      }
      EntityTable.refer(draft, List.of(found));
    }
  }

  /**
   * "The two countries' foreign ministers", "their foreign ministers": the states whose officers a
   * description means without naming them; empty where the text does not tell which.
   */
  private List<String> ownersOf(Draft draft) {
    boolean their = draft.determiner.equals("their");
    Optional<Draft> owner =
        drafts.get(draft.sentence).stream()
            .filter(d -> d != draft && d.wholeBegin == draft.wholeBegin)
            .filter(d -> d.form == (their ? MentionForm.PRONOUN : MentionForm.NOMINAL))
            .findFirst();
    if (owner.isEmpty() || !their && draft.sides == 0) {
      return List.of();
    }
    List<EntityDraft> states = owner.get().entities;
    if (!their && states.isEmpty()) {
      counted.refer(owner.get());
    }
    return states.stream().allMatch(e -> e.type == EntityType.POLITY)
        ? states.stream().map(e -> e.name).toList()
        : List.of();
  }

  private static boolean general(Draft draft) {
    return draft.office.isEmpty() || Offices.general(draft.office);
  }

  /** "The ministers" after "EU foreign ministers": what a description of that noun meant before. */
  private List<EntityDraft> repeated(Draft draft) {
    if (!words.get("definite").contains(draft.determiner)) {
      return List.of();
    }
    Set<Set<EntityDraft>> found = described.getOrDefault(noun(draft), Set.of());
    return found.size() == 1 ? List.copyOf(found.iterator().next()) : List.of();
  }

  /** The noun that heads a description: "ministers" of "foreign ministers of Kenya and Togo". */
  static String noun(Draft draft) {
    String words = draft.text.toLowerCase(Locale.ROOT);
    for (String cut : List.of(" of ", " from ", " for ", " to ")) {
      int at = words.indexOf(cut);
      words = at > 0 ? words.substring(0, at) : words;
    }
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  private void group(Draft draft) {
    draft.type = EntityType.POLITY;
    if (draft.represents.isEmpty()) {
      List<EntityDraft> again = repeated(draft);
      if (!again.isEmpty()) {
        EntityTable.refer(draft, again);
        return;
      }
      boolean abroad = draft.determiner.isEmpty() && draft.office.contains(" ") && placed(draft);
      EntityDraft only =
          !abroad
                  && (words.get("government").contains(draft.office)
                      || draft.office.endsWith("government"))
              ? dominantPolity()
              : null;
      if (only == null || !(draft.determiner.equals("the") || draft.office.contains(" "))) {
        return;
      }
      only.mention(draft);
      return;
    }
    Set<EntityDraft> leaders = leaders(draft);
    if (leaders.size() > 1 && leaders.size() == draft.represents.size()) {
      draft.type = EntityType.PERSON;
      for (EntityDraft leader : leaders) {
        leader.mention(draft);
      }
      return;
    }
    for (String label : draft.represents) {
      EntityDraft entity = table.polity(label);
      if (entity == null) {
        for (EntityDraft other : table.others(List.of(label), "")) {
          if (other.type == EntityType.ORGANIZATION
              && (other.names.contains(label)
                  || other.body != null && other.body.label().equals(label))) {
            entity = other;
          }
        }
      }
      if (entity != null && !draft.entities.contains(entity)) {
        draft.type = entity.type;
        entity.mention(draft);
      }
    }
  }

  /** Whether a place stands before a description: "in Oslo for talks with government officials". */
  private boolean placed(Draft draft) {
    return drafts.get(draft.sentence).stream()
        .anyMatch(d -> d.type == EntityType.PLACE && d.precedes(draft) && !d.entities.isEmpty());
  }

  /**
   * "The French and Turkish leaders": for each state the only person here who leads it; empty where
   * a state has none or several.
   */
  private Set<EntityDraft> leaders(Draft draft) {
    Set<EntityDraft> found = new LinkedHashSet<>();
    if (!draft.office.equals("leader")) {
      return found;
    }
    for (String label : draft.represents) {
      List<EntityDraft> of =
          holders.side(label).stream()
              .filter(
                  e ->
                      e.named
                          && !e.former()
                          && !incumbency.ledAnotherTime(e, draft)
                          && holders.stands(e, label)
                          && (Offices.leads(e.office)
                              || e.office.isEmpty() && holders.known(e, draft, label)))
              .limit(2)
              .toList();
      if (of.size() != 1) {
        return Set.of();
      }
      found.add(of.get(0));
    }
    return found;
  }

  /** The one state that a story is about, where it is about one. */
  private EntityDraft dominantPolity() {
    EntityDraft best = null;
    int bestCount = 0;
    int second = 0;
    EntityDraft lead = null;
    int leads = 0;
    for (EntityDraft entity : table.polities()) {
      int count = entity.mentions.size();
      if (count > bestCount) {
        second = bestCount;
        bestCount = count;
        best = entity;
      } else {
        second = Math.max(second, count);
      }
      if (entity.mentions.get(0).sentence == 0) {
        lead = entity;
        leads++;
      }
    }
    if (bestCount >= 2 * second) {
      return best;
    }
    // no state clearly in front: the only one that the lead names, where none is named more
    return leads == 1 && lead.mentions.size() == bestCount ? lead : null;
  }
}
