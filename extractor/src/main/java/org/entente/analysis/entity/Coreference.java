package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Gathers the mentions of one document into entities, precision first: what is unclear stays
 * without an entity.
 */
final class Coreference {
  /** Nouns that say no office. */
  private static final Set<String> GENERAL =
      Set.of(
          "official",
          "officials",
          "politician",
          "politicians",
          "diplomat",
          "diplomats",
          "candidate",
          "candidates",
          "chief",
          "chiefs",
          "representative",
          "representatives");

  /** Numbers of people or states that a text counts back. */
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9,
          "ten", 10);

  private final Gazetteer gazetteer;
  private final Linker linker;
  private final Map<String, Set<String>> words;
  private final Map<String, String> genders;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final Optional<LocalDate> published;
  private final List<EntityDraft> entities = new ArrayList<>();
  private final Map<String, EntityDraft> polities = new LinkedHashMap<>();
  private final Introductions introductions;
  private final Bands bands;

  Coreference(
      Gazetteer gazetteer,
      Linker linker,
      Map<String, Set<String>> words,
      Map<String, String> genders,
      List<Sentence> sentences,
      List<List<Draft>> drafts,
      Optional<LocalDate> published) {
    this.gazetteer = gazetteer;
    this.linker = linker;
    this.words = words;
    this.genders = genders;
    this.sentences = sentences;
    this.drafts = drafts;
    this.published = published;
    this.introductions = new Introductions(gazetteer, words, sentences, drafts);
    this.bands = new Bands(words, sentences, drafts, entities);
  }

  /** Sets the entities of every draft and adds drafts for pronouns; returns the entities. */
  List<EntityDraft> resolve() {
    names();
    Set<String> codes = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (EntityDraft entity : entities) {
      if (entity.polity != null) {
        codes.add(entity.polity.code());
      }
      entity.names.forEach(n -> named.add(NameFolding.fold(n)));
    }
    for (EntityDraft entity : entities) {
      linker.link(entity, published, codes, named);
      complete(entity);
    }
    same();
    inherit();
    new Reporters(words, sentences, drafts).mark();
    Pronouns pronouns =
        new Pronouns(
            sentences,
            drafts,
            words,
            new Speakers(sentences, drafts, entities, words.get("quotation")));
    for (int s = 0; s < sentences.size(); s++) {
      descriptions(s, pronouns);
    }
    pronouns.speakers();
    for (List<Draft> sentence : drafts) {
      sentence.removeIf(Coreference::vain);
    }
    return entities;
  }

  /** "The ministers", where the text has spoken of none before: a mention of nothing. */
  private static boolean vain(Draft draft) {
    return draft.form == MentionForm.NOMINAL
        && draft.entities.isEmpty()
        && draft.represents.isEmpty()
        && draft.count == 0
        && (draft.plural || draft.group)
        && Set.of("the", "these", "those").contains(draft.determiner);
  }

  // ---- names ----

  private void names() {
    List<Draft> singles = new ArrayList<>();
    for (List<Draft> sentence : drafts) {
      for (Draft draft : sentence) {
        if (draft.form == MentionForm.NOMINAL) {
          continue;
        }
        if (draft.polity != null) {
          join(draft, polity(draft.polity));
        } else if (draft.type == EntityType.PERSON) {
          if (PersonNames.parts(draft.text).size() > 1) {
            person(draft);
          } else {
            singles.add(draft);
          }
        } else {
          other(draft);
        }
      }
    }
    for (Draft draft : singles) {
      single(draft);
    }
  }

  private EntityDraft polity(Polity polity) {
    EntityDraft entity = polities.get(polity.label());
    if (entity == null) {
      entity = new EntityDraft(EntityType.POLITY, polity.label());
      entity.polity = polity;
      entity.names.add(polity.label());
      polities.put(polity.label(), entity);
      entities.add(entity);
    }
    return entity;
  }

  private void person(Draft draft) {
    EntityDraft best = null;
    int bestFit = 0;
    for (EntityDraft entity : entities) {
      if (entity.type != EntityType.PERSON || conflicts(draft, entity)) {
        continue;
      }
      int fit = 0;
      for (String name : entity.names) {
        fit =
            Math.max(
                fit,
                Math.max(PersonNames.fit(draft.text, name), PersonNames.fit(name, draft.text)));
      }
      if (fit >= 2 && fit > bestFit) {
        best = entity;
        bestFit = fit;
      }
    }
    if (best == null) {
      best = new EntityDraft(EntityType.PERSON, draft.text);
      best.gender = draft.gender.isEmpty() ? gender(draft.text) : draft.gender;
      entities.add(best);
    }
    join(draft, best);
  }

  private void single(Draft draft) {
    List<EntityDraft> before = fitting(draft, true);
    List<EntityDraft> found = before.isEmpty() ? fitting(draft, false) : before;
    if (found.size() > 1) {
      List<EntityDraft> same = new ArrayList<>();
      for (EntityDraft entity : found) {
        if (!draft.office.isEmpty() && Offices.agree(draft.office, entity.office)) {
          same.add(entity);
        }
      }
      if (same.size() == 1) {
        found = same;
      } else {
        List<EntityDraft> used = established(found, draft);
        if (used.isEmpty()) {
          used = found.stream().filter(protagonists()::contains).toList();
        }
        EntityDraft nearest = used.size() == 1 ? used.get(0) : nearest(found, draft);
        found = nearest == null ? found : List.of(nearest);
      }
    }
    if (found.isEmpty()) {
      found = sounding(draft);
    }
    if (found.size() == 1) {
      join(draft, found.get(0));
    } else if (found.isEmpty()) {
      EntityDraft entity = new EntityDraft(EntityType.PERSON, draft.text);
      entities.add(entity);
      join(draft, entity);
    }
  }

  /** People whose names the draft's single word fits best, mentioned before it or anywhere. */
  private List<EntityDraft> fitting(Draft draft, boolean before) {
    List<EntityDraft> found = new ArrayList<>();
    int bestFit = 0;
    for (EntityDraft entity : entities) {
      if (entity.type != EntityType.PERSON
          || conflicts(draft, entity)
          || before && !entity.mentions.get(0).precedes(draft)) {
        continue;
      }
      int fit = 0;
      for (String name : entity.names) {
        fit = Math.max(fit, PersonNames.fit(draft.text, name));
      }
      if (fit > bestFit) {
        bestFit = fit;
        found.clear();
      }
      if (fit > 0 && fit == bestFit) {
        found.add(entity);
      }
    }
    return found;
  }

  /** The one person with a family name that can be the draft's word in another transliteration. */
  private List<EntityDraft> sounding(Draft draft) {
    List<EntityDraft> found = new ArrayList<>();
    String word = NameFolding.fold(draft.text);
    for (EntityDraft entity : entities) {
      List<String> parts = PersonNames.parts(entity.name);
      if (entity.type == EntityType.PERSON
          && parts.size() > 1
          && PersonNames.sounds(word, parts.get(parts.size() - 1))
          && !conflicts(draft, entity)) {
        found.add(entity);
      }
    }
    return found.size() == 1 ? found : List.of();
  }

  /**
   * Those whom the text has called by this one word before: a writer keeps a short name for one.
   */
  private static List<EntityDraft> established(List<EntityDraft> found, Draft draft) {
    return found.stream()
        .filter(
            e ->
                e.mentions.stream()
                    .anyMatch(m -> m.precedes(draft) && m.text.equalsIgnoreCase(draft.text)))
        .toList();
  }

  /** The one of several that was mentioned last, where the others are two sentences away. */
  private EntityDraft nearest(List<EntityDraft> found, Draft draft) {
    EntityDraft nearest = null;
    int distance = Integer.MAX_VALUE;
    int second = Integer.MAX_VALUE;
    for (EntityDraft entity : found) {
      int closest = Integer.MAX_VALUE;
      for (Draft mention : entity.mentions) {
        if (mention.precedes(draft)) {
          closest = Math.min(closest, draft.sentence - mention.sentence);
        }
      }
      if (closest < distance) {
        second = distance;
        distance = closest;
        nearest = entity;
      } else {
        second = Math.min(second, closest);
      }
    }
    return second - distance >= 2 ? nearest : null;
  }

  /** Father and son: one is said to hold the office, the other to have held it. */
  private boolean conflicts(Draft draft, EntityDraft entity) {
    if (!draft.gender.isEmpty()
        && !entity.gender.isEmpty()
        && !draft.gender.equals(entity.gender)) {
      return true;
    }
    return !draft.office.isEmpty()
        && draft.office.equals(entity.office)
        && draft.former() != entity.former()
        && draft.represents.isEmpty() == entity.represents.isEmpty();
  }

  private void other(Draft draft) {
    String key = draft.body != null ? draft.body.label() : NameFolding.fold(draft.text);
    for (EntityDraft entity : entities) {
      if (entity.polity != null || entity.type != draft.type) {
        continue;
      }
      boolean same =
          draft.body != null && entity.body != null
              ? entity.body.label().equals(key)
              : entity.names.stream()
                  .anyMatch(n -> NameFolding.fold(n).equals(NameFolding.fold(draft.text)));
      if (!same && draft.type == EntityType.ORGANIZATION) {
        same = acronym(draft.text, entity) || bracketed(draft, entity);
      }
      if (same) {
        join(draft, entity);
        return;
      }
    }
    EntityDraft entity = new EntityDraft(draft.type, draft.text);
    entity.body = draft.body;
    entity.reporter = draft.reporter;
    entities.add(entity);
    join(draft, entity);
  }

  private static boolean acronym(String text, EntityDraft entity) {
    String letters = text.replace(".", "");
    if (letters.length() < 2
        || letters.length() > 7
        || !letters.equals(letters.toUpperCase(java.util.Locale.ROOT))) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    for (String word : entity.name.split("[ -]")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString().equals(letters);
  }

  /** "National Liberation Army (ELN)": the brackets name the body again. */
  private boolean bracketed(Draft draft, EntityDraft entity) {
    if (draft.begin < 2 || draft.text.indexOf(' ') > 0) {
      return false;
    }
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    if (!tokens.get(draft.begin - 1).form().equals("(")) {
      return false;
    }
    Draft last = entity.mentions.get(entity.mentions.size() - 1);
    return last.sentence == draft.sentence && last.end == draft.begin - 1;
  }

  private void join(Draft draft, EntityDraft entity) {
    draft.entities.add(entity);
    entity.mentions.add(draft);
    if (draft.form == MentionForm.NAME) {
      entity.names.add(draft.text);
      if (entity.type == EntityType.PERSON
          && draft.text.length() > entity.name.length()
          && PersonNames.parts(draft.text).size() >= PersonNames.parts(entity.name).size()) {
        entity.name = draft.text;
      }
      if (entity.type == EntityType.ORGANIZATION && draft.text.length() > entity.name.length()) {
        entity.name = draft.text;
      }
    }
    if (draft.form != MentionForm.NAME || entity.type != EntityType.PERSON) {
      return;
    }
    if (!draft.office.isEmpty() && entity.office.isEmpty()) {
      entity.office = draft.office;
      entity.tenure = draft.tenure;
    }
    if (!draft.represents.isEmpty() && entity.represents.isEmpty()) {
      entity.represents = draft.represents.get(0);
    }
    if (entity.gender.isEmpty()) {
      entity.gender = draft.gender;
    }
  }

  /** Gender from the given name, and what the gazetteer knows for later references. */
  private void complete(EntityDraft entity) {
    if (entity.type == EntityType.PERSON && entity.gender.isEmpty()) {
      entity.gender = gender(entity.name);
    }
    if (entity.type == EntityType.PERSON
        && entity.body != null
        && !entity.office.isEmpty()
        && entity.represents.isEmpty()) {
      entity.represents = heldFor(entity);
    }
  }

  private String gender(String name) {
    for (String part : name.split(" ")) {
      String gender = genders.get(NameFolding.fold(part));
      if (gender != null) {
        return gender;
      }
    }
    return "";
  }

  /** Two names that the gazetteer knows to be one person's: "Mahmoud Abbas", "Abu Mazen". */
  private void same() {
    Map<String, EntityDraft> people = new LinkedHashMap<>();
    for (EntityDraft entity : List.copyOf(entities)) {
      if (entity.type != EntityType.PERSON || entity.link.isEmpty()) {
        continue;
      }
      EntityDraft first = people.putIfAbsent(entity.link.get().qid(), entity);
      if (first == null) {
        continue;
      }
      for (Draft mention : entity.mentions) {
        mention.entities.remove(entity);
        join(mention, first);
      }
      first.mentions.sort(
          Comparator.<Draft>comparingInt(m -> m.sentence).thenComparingInt(m -> m.begin));
      entities.remove(entity);
    }
  }

  /** The state of a known person's office, where it is the one of which the text speaks. */
  private String heldFor(EntityDraft entity) {
    Set<String> states = new LinkedHashSet<>();
    for (OfficeTerm term : entity.body.offices()) {
      boolean then =
          published.isEmpty()
              || term.from() > 0
                  && (entity.former()
                      ? term.from() <= published.get().getYear()
                      : term.heldIn(published.get().getYear()));
      if (then && Offices.agree(entity.office, term.title())) {
        gazetteer.polityOfCode(term.polity()).ifPresent(p -> states.add(p.label()));
      }
    }
    return states.size() == 1 ? states.iterator().next() : "";
  }

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
          person.represents = before.represents.get(0);
        }
        before = draft;
      }
    }
  }

  private static boolean joined(List<Token> tokens, int begin, int end) {
    if (begin >= end || end - begin > 4) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (!Set.of(",", "and", "as", "well", "his", "her").contains(tokens.get(i).lower())) {
        return false;
      }
    }
    return true;
  }

  // ---- descriptions ----

  private void descriptions(int s, Pronouns pronouns) {
    List<Draft> sentence = drafts.get(s);
    bands.find(s);
    pairs(s, sentence);
    pronouns.find(s);
    sentence.sort(Comparator.<Draft>comparingInt(d -> d.begin).thenComparingInt(d -> -d.end));
    for (Draft draft : List.copyOf(sentence)) {
      if (draft.form == MentionForm.NOMINAL) {
        if (draft.entities.isEmpty() && !(draft.group && draft.office.isEmpty())) {
          describe(draft);
        }
      } else if (draft.form == MentionForm.PRONOUN) {
        pronouns.refer(draft);
      } else if (draft.office.equals("counterpart")) {
        String office = counterpartOffice(draft);
        draft.office = office;
        EntityDraft entity = draft.entities.isEmpty() ? null : draft.entities.get(0);
        if (entity != null && entity.office.equals("counterpart")) {
          entity.office = office;
        }
      }
    }
  }

  private String counterpartOffice(Draft draft) {
    for (int s = draft.sentence; s >= Math.max(0, draft.sentence - 1); s--) {
      List<Draft> sentence = drafts.get(s);
      for (int i = sentence.size() - 1; i >= 0; i--) {
        Draft other = sentence.get(i);
        if (other.precedes(draft)
            && other.type == EntityType.PERSON
            && !other.entities.isEmpty()
            && !other.entities.get(0).office.isEmpty()
            && !other.entities.get(0).office.equals("counterpart")) {
          return other.entities.get(0).office;
        }
      }
    }
    return "";
  }

  private void describe(Draft draft) {
    if (draft.group) {
      group(draft);
      return;
    }
    if (draft.count >= 2 || draft.determiner.equals("both")) {
      if (draft.represents.isEmpty()) {
        couple(draft);
        return;
      }
    }
    if (draft.plural) {
      if (draft.represents.isEmpty()) {
        refer(draft, repeated(draft));
        return;
      }
      for (String represented : draft.represents) {
        EntityDraft holder = holder(draft, represented);
        if (holder != null) {
          draft.entities.add(holder);
          holder.mentions.add(draft);
        }
      }
      return;
    }
    if (draft.office.equals("counterpart")) {
      draft.office = counterpartOffice(draft);
      if (draft.office.isEmpty() || draft.represents.isEmpty()) {
        return;
      }
      EntityDraft holder = holder(draft, draft.represents.get(0));
      if (holder != null) {
        draft.entities.add(holder);
        holder.mentions.add(draft);
      }
      return;
    }
    Optional<EntityDraft> beside = introductions.beside(draft);
    if (beside.isPresent()) {
      EntityDraft person = beside.get();
      if (person.represents.isEmpty() && !draft.represents.isEmpty()) {
        person.represents = draft.represents.get(0);
      }
      refer(draft, List.of(person));
      return;
    }
    EntityDraft found =
        draft.represents.isEmpty() ? bare(draft) : holder(draft, draft.represents.get(0));
    if (found != null) {
      if (found.office.isEmpty() && !draft.represents.isEmpty() && !general(draft)) {
        take(draft, found);
      }
      refer(draft, List.of(found));
    }
  }

  private static boolean general(Draft draft) {
    return draft.office.isEmpty() || Offices.general(draft.office);
  }

  private static void refer(Draft draft, List<EntityDraft> found) {
    for (EntityDraft entity : found) {
      draft.type = entity.type;
      draft.entities.add(entity);
      entity.mentions.add(draft);
    }
  }

  /** "The ministers" after "EU foreign ministers": what a description of that noun meant before. */
  private List<EntityDraft> repeated(Draft draft) {
    if (!Set.of("the", "these", "those").contains(draft.determiner)) {
      return List.of();
    }
    String noun = noun(draft);
    Set<Set<EntityDraft>> found = new LinkedHashSet<>();
    for (int s = 0; s <= draft.sentence; s++) {
      for (Draft other : drafts.get(s)) {
        if (other.form == MentionForm.NOMINAL
            && other.precedes(draft)
            && !other.entities.isEmpty()
            && !other.represents.isEmpty()
            && noun(other).equals(noun)) {
          found.add(new LinkedHashSet<>(other.entities));
        }
      }
    }
    return found.size() == 1 ? List.copyOf(found.iterator().next()) : List.of();
  }

  /** The noun that heads a description: "ministers" of "foreign ministers of Kenya and Togo". */
  private static String noun(Draft draft) {
    String words = draft.text.toLowerCase(java.util.Locale.ROOT);
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
        refer(draft, again);
        return;
      }
      EntityDraft only =
          TitleReader.GOVERNMENT.contains(draft.office) || draft.office.endsWith("government")
              ? dominantPolity()
              : null;
      if (only == null || !(draft.determiner.equals("the") || draft.office.contains(" "))) {
        return;
      }
      draft.entities.add(only);
      only.mentions.add(draft);
      return;
    }
    Set<EntityDraft> leaders = leaders(draft);
    if (leaders.size() > 1 && leaders.size() == draft.represents.size()) {
      draft.type = EntityType.PERSON;
      for (EntityDraft leader : leaders) {
        draft.entities.add(leader);
        leader.mentions.add(draft);
      }
      return;
    }
    for (String label : draft.represents) {
      EntityDraft entity = polities.get(label);
      if (entity == null) {
        for (EntityDraft other : entities) {
          if (other.type == EntityType.ORGANIZATION
              && (other.names.contains(label)
                  || other.body != null && other.body.label().equals(label))) {
            entity = other;
          }
        }
      }
      if (entity != null && !draft.entities.contains(entity)) {
        draft.type = entity.type;
        draft.entities.add(entity);
        entity.mentions.add(draft);
      }
    }
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
          entities.stream()
              .filter(
                  e ->
                      e.type == EntityType.PERSON
                          && e.named
                          && !e.former()
                          && stands(e, label)
                          && (Offices.leads(e.office)
                              || e.office.isEmpty() && known(e, draft, label)))
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
    for (EntityDraft entity : polities.values()) {
      int count = entity.mentions.size();
      if (count > bestCount) {
        second = bestCount;
        bestCount = count;
        best = entity;
      } else {
        second = Math.max(second, count);
      }
    }
    return bestCount >= 2 * second ? best : null;
  }

  /** The holder of an office of a polity or body: somebody named, or a new unnamed person. */
  private EntityDraft holder(Draft draft, String represented) {
    List<EntityDraft> found = new ArrayList<>();
    for (EntityDraft entity : entities) {
      if (entity.type == EntityType.PERSON
          && stands(entity, represented)
          && (Offices.agree(draft.office, entity.office) && entity.former() == draft.former()
              || known(entity, draft, represented))
          && (draft.gender.isEmpty()
              || entity.gender.isEmpty()
              || draft.gender.equals(entity.gender))) {
        found.add(entity);
      }
    }
    if (found.size() > 1) {
      List<EntityDraft> exact = found.stream().filter(e -> e.office.equals(draft.office)).toList();
      List<EntityDraft> before =
          (exact.isEmpty() ? found : exact)
              .stream().filter(e -> e.mentions.get(0).precedes(draft)).toList();
      found = before.isEmpty() ? found : new ArrayList<>(before);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      Optional<EntityDraft> other = loose(draft, represented);
      if (other.isEmpty()) {
        other = introductions.behind(draft);
      }
      if (other.isPresent()) {
        return other.get();
      }
    }
    if (found.size() > 1 || draft.office.equals("leader") && draft.determiner.isEmpty()) {
      return null;
    }
    if (Set.of("leader", "side", "team", "man").contains(draft.office)) {
      return null;
    }
    String name = draft.description.isEmpty() ? draft.text : draft.description;
    Polity polity = polities.containsKey(represented) ? polities.get(represented).polity : null;
    if (draft.plural || draft.text.contains("counterpart")) {
      name = (polity == null ? represented : polity.adjective()) + " " + draft.office;
    }
    EntityDraft entity = new EntityDraft(EntityType.PERSON, name);
    if (polity != null && !polity.adjective().isEmpty() && !Offices.general(draft.office)) {
      // one name for one office, whichever words the text has for it
      String past = draft.former() ? "former " : "";
      entity = new EntityDraft(EntityType.PERSON, past + polity.adjective() + " " + draft.office);
      entity.names.add(entity.name);
    }
    entity.named = false;
    entity.names.add(name);
    entity.office = draft.office;
    entity.tenure = draft.tenure;
    entity.represents = represented;
    entity.gender = draft.gender;
    entities.add(entity);
    return entity;
  }

  private static void take(Draft draft, EntityDraft person) {
    person.office = draft.office;
    person.tenure = draft.tenure;
    if (person.represents.isEmpty()) {
      person.represents = draft.represents.get(0);
    }
  }

  /**
   * "The Cuban president" for "Cuban leader Fidel Castro", "the Chinese official" for an envoy: the
   * only one of that side whose office the words can mean, where no office says it outright.
   */
  private Optional<EntityDraft> loose(Draft draft, String represented) {
    boolean head = Offices.leads(draft.office) && !draft.office.equals("leader");
    boolean general = draft.determiner.equals("the") && Offices.general(draft.office);
    if (!head && !general) {
      return Optional.empty();
    }
    List<EntityDraft> found = new ArrayList<>();
    for (EntityDraft entity : entities) {
      if (entity.type == EntityType.PERSON
          && entity.named
          && entity.former() == draft.former()
          && stands(entity, represented)
          && entity.mentions.get(0).precedes(draft)
          && (draft.gender.isEmpty()
              || entity.gender.isEmpty()
              || draft.gender.equals(entity.gender))
          && (head
              ? entity.office.equals("leader")
              : Offices.covers(draft.office, entity.office))) {
        found.add(entity);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean stands(EntityDraft entity, String represented) {
    if (entity.represents.equals(represented)) {
      return true;
    }
    return entity.represents.isEmpty()
        && entity.body != null
        && gazetteer
            .polity(represented)
            .filter(p -> p.code().equals(entity.body.country()))
            .isPresent();
  }

  /** Somebody named without the office here whom the gazetteer knows to hold it at the time. */
  private boolean known(EntityDraft entity, Draft draft, String represented) {
    if (entity.body == null || entity.type != EntityType.PERSON || published.isEmpty()) {
      return false;
    }
    int year = published.get().getYear();
    for (OfficeTerm term : entity.body.offices()) {
      if (term.from() > 0
          && Offices.agree(draft.office, term.title())
          && gazetteer
              .polityOfCode(term.polity())
              .filter(p -> p.label().equals(represented))
              .isPresent()
          && (draft.former() ? term.to() > 0 && term.to() <= year : term.heldIn(year))) {
        return entity.office.isEmpty() || Offices.agree(draft.office, entity.office);
      }
    }
    return false;
  }

  /** "the president", "the foreign minister": the only one mentioned so far, or the last one. */
  private EntityDraft bare(Draft draft) {
    if (!draft.determiner.equals("the")) {
      return null;
    }
    List<EntityDraft> found = new ArrayList<>();
    for (EntityDraft entity : entities) {
      if (entity.type == EntityType.PERSON
          && entity.mentions.get(0).precedes(draft)
          && Offices.agree(draft.office, entity.office)
          && entity.former() == draft.former()
          && (draft.gender.isEmpty()
              || entity.gender.isEmpty()
              || draft.gender.equals(entity.gender))) {
        found.add(entity);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    return found.isEmpty() ? null : nearest(found, draft);
  }

  // ---- pairs ----

  private void pairs(int s, List<Draft> sentence) {
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).lower();
      int noun = -1;
      int count = word.equals("both") ? 2 : NUMBERS.getOrDefault(word, 0);
      if (count > 0) {
        for (int k = i + 1; k < Math.min(tokens.size(), i + 3); k++) {
          if (words.get("pair").contains(tokens.get(k).lower())
              || words.get("side").contains(tokens.get(k).lower())) {
            noun = k;
            break;
          }
        }
        boolean definite =
            word.equals("both")
                || i > 0
                    && Set.of("the", "these", "those", "their").contains(tokens.get(i - 1).lower());
        if (!definite) {
          continue;
        }
      } else if (word.equals("pair")
          && i > 0
          && tokens.get(i - 1).lower().equals("the")
          && (i + 1 >= tokens.size() || !tokens.get(i + 1).lower().equals("of"))) {
        noun = i;
        count = 2;
      }
      if (noun < 0) {
        continue;
      }
      int from = i;
      int to = noun + 1;
      boolean covered = sentence.stream().anyMatch(d -> d.begin < to && from < d.end);
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
              NameCompleter.text(tokens, i, noun + 1));
      draft.count = count;
      draft.plural = true;
      draft.office = side ? "side" : "";
      draft.determiner = "the";
      if (i > 0 && Set.of("the", "these", "those").contains(tokens.get(i - 1).lower())) {
        draft.wholeBegin = i - 1;
      }
      sentence.add(draft);
    }
  }

  /** "The two leaders": the two people, or two states, that the sentences before it name. */
  private void couple(Draft draft) {
    boolean side = draft.type == EntityType.POLITY;
    int count = Math.max(2, draft.count);
    boolean states = side && words.get("state").contains(noun(draft));
    if (draft.text.toLowerCase(java.util.Locale.ROOT).endsWith("koreas")) {
      for (String korea : List.of("North Korea", "South Korea")) {
        gazetteer.polity(korea).ifPresent(p -> refer(draft, List.of(polity(p))));
      }
      return;
    }
    for (int back = 0; back <= 3; back++) {
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
      if (side) {
        Set<EntityDraft> represented = represented(draft, window);
        if (represented.size() == count) {
          found = represented;
        }
      }
      if (!side) {
        boolean few = found.size() <= count;
        found.removeIf(e -> !(few && e.office.isEmpty() || fits(draft, e)));
      }
      if (side && count == 2 && found.size() > count) {
        Set<EntityDraft> between = between(draft, window);
        found = between.isEmpty() ? found : between;
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
      if (found.size() == count) {
        if (!side && window > 0 && candidates(draft) > count && !leading(found)) {
          return; // a third one fits as well, and the story is not of these two
        }
        for (EntityDraft entity : found) {
          draft.entities.add(entity);
          entity.mentions.add(draft);
        }
        return;
      }
      if (found.size() > count) {
        return;
      }
    }
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
            && a.wholeEnd + 1 == b.wholeBegin
            && tokens.get(a.wholeEnd).lower().equals("and")
            && a.entities.get(0) != b.entities.get(0)) {
          return new LinkedHashSet<>(List.of(a.entities.get(0), b.entities.get(0)));
        }
      }
    }
    return Set.of();
  }

  /** Whether these are the two people whom the document names first: whom it is about. */
  private boolean leading(Set<EntityDraft> two) {
    return two.containsAll(protagonists());
  }

  /** The two people whom the document names first. */
  private List<EntityDraft> protagonists() {
    return entities.stream().filter(e -> e.type == EntityType.PERSON).limit(2).toList();
  }

  /** How many people named before a description of two hold the office that it names. */
  private long candidates(Draft draft) {
    return entities.stream()
        .filter(e -> e.type == EntityType.PERSON && fits(draft, e))
        .filter(e -> e.mentions.stream().anyMatch(m -> m.precedes(draft)))
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
          EntityDraft state = polities.get(entity.represents);
          if (state == null && entity.represents.isEmpty() && entity.body != null) {
            state =
                gazetteer
                    .polityOfCode(entity.body.country())
                    .map(p -> polities.get(p.label()))
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
  private static boolean fits(Draft draft, EntityDraft entity) {
    String text = draft.text.toLowerCase(java.util.Locale.ROOT);
    if (text.endsWith("women") || text.endsWith("men") && entity.gender.equals("f")) {
      return entity.gender.equals("f") && text.endsWith("women");
    }
    if (draft.office.isEmpty() || GENERAL.contains(draft.office)) {
      return true;
    }
    boolean leader =
        Offices.head(draft.office) && entity.office.equals("leader")
            || draft.office.equals("leader") && Offices.head(entity.office);
    return (leader || Offices.agree(draft.office, entity.office))
        && entity.former() == draft.former();
  }
}
