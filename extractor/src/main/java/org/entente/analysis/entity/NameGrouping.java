package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Gathers the names of one document into entities: the forms of one person's name, the acronym of a
 * body, spellings of one name. Precision first: a name that fits two people stays without an
 * entity.
 */
final class NameGrouping {
  private final Gazetteer gazetteer;
  private final Linker linker;
  private final Map<String, String> genders;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final Optional<LocalDate> published;
  private final EntityTable table;
  private final Compounds compounds;
  private final Nicknames nicknames;

  NameGrouping(Knowledge knowledge, Linker linker, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.linker = linker;
    this.genders = knowledge.genders();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.published = story.published();
    this.table = story.table();
    this.compounds = new Compounds(knowledge, story);
    this.nicknames = new Nicknames(knowledge);
  }

  /** Fills the table from the names of all sentences and links what it then holds. */
  void gather() {
    group();
    for (int s = 0; s < sentences.size(); s++) {
      compounds.find(s);
    }
    Set<String> codes = new HashSet<>();
    DocumentNames named = new DocumentNames();
    for (EntityDraft entity : table.all()) {
      if (entity.polity != null) {
        codes.add(entity.polity.code());
      }
      entity.names.forEach(named::add);
    }
    LinkContext context = new LinkContext(published, codes, named, Teams.of(sentences));
    for (EntityDraft entity : table.all()) {
      linker.link(entity, context);
      table.country(entity);
      complete(entity);
    }
    same();
  }

  private void group() {
    List<Draft> singles = new ArrayList<>();
    for (List<Draft> sentence : drafts) {
      for (Draft draft : sentence) {
        if (draft.form == MentionForm.NOMINAL) {
          continue;
        }
        if (draft.polity != null) {
          table.join(draft, table.polity(draft.polity));
        } else if (draft.type == EntityType.PERSON) {
          if (table.parts(draft.text).size() > 1) {
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

  private void person(Draft draft) {
    EntityDraft best = alias(draft).orElse(null);
    List<String> words = table.parts(draft.text);
    int bestFit = 0;
    for (EntityDraft entity : best == null ? table.people(draft.text) : List.<EntityDraft>of()) {
      if (conflicts(draft, entity)) {
        continue;
      }
      int fit = 0;
      for (String name : entity.names) {
        fit =
            Math.max(
                fit,
                Math.max(
                    PersonNames.fit(words, table.parts(name)),
                    PersonNames.fit(table.parts(name), words)));
      }
      if (fit >= 2 && fit > bestFit) {
        best = entity;
        bestFit = fit;
      }
    }
    if (best == null) {
      best = new EntityDraft(EntityType.PERSON, draft.text);
      best.gender = draft.gender.isEmpty() ? gender(draft.text) : draft.gender;
      table.add(best);
    }
    table.join(draft, best);
    int of = draft.text.indexOf(" of ");
    if (of > 0) {
      table.name(best, draft.text.substring(0, of)); // "Abdullah of Saudi Arabia"
    }
  }

  /** "Mohamed Abdullahi Mohamed, known as Farmajo": whom the text calls by that name as well. */
  private Optional<EntityDraft> alias(Draft draft) {
    int end = nicknames.bearer(sentences.get(draft.sentence).tokens(), draft.begin);
    return drafts.get(draft.sentence).stream()
        .filter(d -> d.isPersonName() && d.wholeEnd == end && d.entities.size() == 1)
        .map(d -> d.entities.get(0))
        .findFirst();
  }

  private void single(Draft draft) {
    Optional<EntityDraft> called = alias(draft);
    if (called.isPresent()) {
      table.join(draft, called.get());
      return;
    }
    List<EntityDraft> before = fitting(draft, true);
    List<EntityDraft> found = before.isEmpty() ? fitting(draft, false) : before;
    found = known(draft, found);
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
          used = found.stream().filter(table.protagonists()::contains).toList();
        }
        EntityDraft nearest = used.size() == 1 ? used.get(0) : nearest(found, draft);
        found = nearest == null ? found : List.of(nearest);
      }
    }
    if (found.isEmpty()) {
      found = known(draft, sounding(draft));
    }
    if (found.size() == 1) {
      table.join(draft, found.get(0));
    } else if (found.isEmpty()) {
      EntityDraft entity = new EntityDraft(EntityType.PERSON, draft.text);
      table.add(entity);
      table.join(draft, entity);
    }
  }

  /**
   * "President Reagan" beside Nancy Reagan: where the gazetteer knows the one who holds that office
   * at the time, only people whose names can be his.
   */
  private List<EntityDraft> known(Draft draft, List<EntityDraft> found) {
    if (found.isEmpty() || draft.office.isEmpty() && !draft.honorific) {
      return found;
    }
    if (draft.office.isEmpty() && found.size() == 1 && begins(found.get(0), draft)) {
      return found; // "Prince Sultan", "Mr. Kim": whose name in the text begins so
    }
    EntityDraft alone = new EntityDraft(EntityType.PERSON, draft.text);
    alone.names.add(draft.text);
    alone.office = draft.office;
    alone.tenure = draft.tenure;
    alone.represents = draft.represents.isEmpty() ? "" : draft.represents.get(0);
    linker.link(alone, new LinkContext(published, Set.of(), new DocumentNames(), Teams.NONE));
    if (alone.body == null) {
      return found;
    }
    List<String> names = new ArrayList<>(alone.body.aliases());
    names.add(alone.body.label());
    List<EntityDraft> same =
        found.stream()
            .filter(
                e ->
                    !e.office.isEmpty()
                            && !draft.office.isEmpty()
                            && Offices.agree(draft.office, e.office)
                        || names.stream()
                            .anyMatch(
                                n ->
                                    PersonNames.fit(e.name, n) >= 2
                                        || PersonNames.fit(n, e.name) >= 2))
            .toList();
    // without an office the word alone says too little against a name that stands in the text
    boolean apart = !draft.office.isEmpty() || found.stream().allMatch(e -> e.office.isEmpty());
    return same.isEmpty() && !apart ? found : same;
  }

  /** People whose names the draft's single word fits best, mentioned before it or anywhere. */
  private List<EntityDraft> fitting(Draft draft, boolean before) {
    List<EntityDraft> found = new ArrayList<>();
    List<String> words = table.parts(draft.text);
    int bestFit = 0;
    for (EntityDraft entity : table.people(draft.text)) {
      if (conflicts(draft, entity) || before && !entity.mentions.get(0).precedes(draft)) {
        continue;
      }
      int fit = 0;
      for (String name : entity.names) {
        fit = Math.max(fit, PersonNames.fit(words, table.parts(name)));
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
    for (EntityDraft entity : table.people(draft.text)) {
      List<String> parts = table.parts(entity.name);
      if (parts.size() > 1
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
    return found.stream().filter(e -> e.calledBefore(draft)).toList();
  }

  /** The one of several that was mentioned last, where the others are two sentences away. */
  static EntityDraft nearest(List<EntityDraft> found, Draft draft) {
    EntityDraft nearest = null;
    int distance = Integer.MAX_VALUE;
    int second = Integer.MAX_VALUE;
    for (EntityDraft entity : found) {
      int closest = entity.distance(draft);
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

  /**
   * "Mr. Kim" for Kim Sook: the family name comes first, and a given name elsewhere is none here.
   */
  private boolean familyFirst(Draft draft, EntityDraft entity) {
    return draft.honorific
        && begins(entity, draft)
        && entity.gender.equals(genders.get(NameFolding.fold(draft.text)));
  }

  /** Whether a full name begins with the only word of a mention. */
  private boolean begins(EntityDraft entity, Draft draft) {
    List<String> parts = table.parts(entity.name);
    return parts.size() > 1 && parts.get(0).equals(NameFolding.fold(draft.text));
  }

  /** Father and son: one is said to hold the office, the other to have held it. */
  private boolean conflicts(Draft draft, EntityDraft entity) {
    if (!draft.gender.isEmpty()
        && !entity.gender.isEmpty()
        && !draft.gender.equals(entity.gender)
        && !familyFirst(draft, entity)) {
      return true;
    }
    if (namesakes(draft, entity)) {
      return true;
    }
    return !draft.office.isEmpty()
        && draft.office.equals(entity.office)
        && draft.former() != entity.former()
        && draft.represents.isEmpty() == entity.represents.isEmpty();
  }

  /** "Foreign Minister Pik Botha" and "Prime Minister P. W. Botha": only initials would fit. */
  private boolean namesakes(Draft draft, EntityDraft entity) {
    List<String> a = table.parts(draft.text);
    List<String> b = table.parts(entity.name);
    boolean initial =
        a.size() > 1 && b.size() > 1 && (a.get(0).length() == 1) != (b.get(0).length() == 1);
    return initial
        && !draft.office.isEmpty()
        && !entity.office.isEmpty()
        && !draft.former()
        && !entity.former()
        && !Offices.general(draft.office)
        && !Offices.general(entity.office)
        && !Offices.agree(draft.office, entity.office)
        && !Offices.agree(entity.office, draft.office);
  }

  private void other(Draft draft) {
    List<String> names = new ArrayList<>();
    names.add(draft.text);
    if (draft.body != null) {
      names.add(draft.body.label());
    }
    Optional<EntityDraft> found =
        table.others(names, acronym(draft.text)).stream()
            .filter(e -> e.type == draft.type && same(draft, e))
            .findFirst();
    if (found.isEmpty() && draft.type == EntityType.ORGANIZATION) {
      found = bracketed(draft).or(() -> draft.reporter ? paper(draft) : shortened(draft));
    }
    if (found.isPresent()) {
      table.join(draft, found.get());
      return;
    }
    EntityDraft entity = new EntityDraft(draft.type, draft.text);
    entity.body = draft.body;
    entity.reporter = draft.reporter;
    table.add(entity);
    table.join(draft, entity);
  }

  private static boolean same(Draft draft, EntityDraft entity) {
    if (draft.body != null && entity.body != null) {
      return entity.body.label().equals(draft.body.label());
    }
    String folded = NameFolding.fold(draft.text);
    return entity.names.stream().anyMatch(n -> NameFolding.fold(n).equals(folded))
        || draft.type == EntityType.ORGANIZATION
            && !acronym(draft.text).isEmpty()
            && EntityTable.initials(entity.name).equals(acronym(draft.text));
  }

  /** Returns the letters of an acronym, or nothing for another name. */
  private static String acronym(String text) {
    String letters = text.replace(".", "");
    boolean acronym =
        letters.length() >= 2
            && letters.length() <= 7
            && letters.equals(letters.toUpperCase(Locale.ROOT));
    return acronym ? letters : "";
  }

  /** "National Liberation Army (ELN)": the brackets name the body again. */
  private Optional<EntityDraft> bracketed(Draft draft) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    if (draft.begin < 2
        || draft.text.indexOf(' ') > 0
        || !tokens.get(draft.begin - 1).form().equals("(")) {
      return Optional.empty();
    }
    return drafts.get(draft.sentence).stream()
        .filter(d -> d.end == draft.begin - 1 && d.type == draft.type && d.entities.size() == 1)
        .map(d -> d.entities.get(0))
        .filter(e -> e.polity == null)
        .findFirst();
  }

  /** "The Union" behind "African Union": the last word of the one body named so far with it. */
  private Optional<EntityDraft> shortened(Draft draft) {
    List<Token> tokens = sentences.get(draft.sentence).tokens();
    if (draft.body != null
        || draft.text.indexOf(' ') > 0
        || draft.begin == 0
        || !tokens.get(draft.begin - 1).lower().equals("the")) {
      return Optional.empty();
    }
    List<EntityDraft> whole =
        table.ending(NameFolding.fold(draft.text)).stream()
            .filter(e -> e.type == EntityType.ORGANIZATION && e.name.indexOf(' ') > 0)
            .toList();
    return whole.size() == 1 ? Optional.of(whole.get(0)) : Optional.empty();
  }

  /** "The Times" behind "The New York Times": the one outlet named so far that ends so. */
  private Optional<EntityDraft> paper(Draft draft) {
    String words = NameFolding.fold(draft.text).replaceFirst("^the ", "");
    List<EntityDraft> whole =
        table.ending(words.substring(words.lastIndexOf(' ') + 1)).stream()
            .filter(e -> e.reporter && NameFolding.fold(e.name).endsWith(" " + words))
            .filter(e -> e.mentionedBefore(draft))
            .toList();
    return whole.size() == 1 ? Optional.of(whole.get(0)) : Optional.empty();
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
      table.represent(entity, heldFor(entity));
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
    Map<String, EntityDraft> people = new HashMap<>();
    for (EntityDraft entity : List.copyOf(table.all())) {
      if (entity.type == EntityType.PERSON && entity.link.isPresent()) {
        EntityDraft first = people.putIfAbsent(entity.link.get().qid(), entity);
        if (first != null) {
          table.merge(entity, first);
        }
      }
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
}
