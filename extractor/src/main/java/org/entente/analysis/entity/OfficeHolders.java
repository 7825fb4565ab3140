package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.OfficeTerm;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;

/** Finds who holds an office that a description names ("the Cuban president"), precision first. */
final class OfficeHolders {
  private final Gazetteer gazetteer;
  private final Optional<LocalDate> published;
  private final EntityTable table;
  private final Introductions introductions;
  private final Incumbency incumbency;

  OfficeHolders(Knowledge knowledge, Story story, Introductions introductions) {
    this.gazetteer = knowledge.gazetteer();
    this.published = story.published();
    this.table = story.table();
    this.introductions = introductions;
    this.incumbency = new Incumbency(knowledge, story);
  }

  /** The holder of an office of a polity or body: somebody named, or a new unnamed person. */
  EntityDraft holder(Draft draft, String represented) {
    Found found = found(draft, represented);
    if (found.one().isPresent()) {
      EntityDraft one = found.one().get();
      boolean another = Offices.leads(draft.office) && incumbency.ledAnotherTime(one, draft);
      return another ? null : one;
    }
    if (!found.any()) {
      Optional<EntityDraft> other = loose(draft, represented);
      if (other.isEmpty()) {
        other = introductions.behind(draft);
      }
      if (other.isPresent()) {
        return other.get();
      }
    }
    if (found.any() || draft.office.equals("leader") && draft.determiner.isEmpty()) {
      return null;
    }
    if (Set.of("leader", "side", "team", "man").contains(draft.office)) {
      return null;
    }
    String name = draft.description.isEmpty() ? draft.text : draft.description;
    EntityDraft state = table.polity(represented);
    Polity polity = state == null ? null : state.polity;
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
    table.add(entity);
    return entity;
  }

  /** Gives a person the office and the side of a description of them. */
  void take(Draft draft, EntityDraft person) {
    table.office(person, draft.office, draft.tenure);
    if (person.represents.isEmpty()) {
      table.represent(person, draft.represents.get(0));
    }
  }

  /** Who can hold an office: any at all, and the one whom the description means. */
  private record Found(boolean any, Optional<EntityDraft> one) {}

  /**
   * Of those who can hold the office: the only one, or else the only one mentioned so far, where
   * those with exactly that office come first.
   */
  private Found found(Draft draft, String represented) {
    int exact = 0;
    List<EntityDraft> all = new ArrayList<>();
    List<EntityDraft> before = new ArrayList<>();
    List<EntityDraft> exactBefore = new ArrayList<>();
    for (EntityDraft entity : side(represented)) {
      if (!holds(entity, draft, represented)) {
        continue;
      }
      all.add(entity);
      boolean first = entity.mentions.get(0).precedes(draft);
      if (entity.office.equals(draft.office)) {
        exact++;
        if (first) {
          exactBefore.add(entity);
        }
      }
      if (first) {
        before.add(entity);
      }
      if (exactBefore.size() > 1) {
        return new Found(true, Optional.empty());
      }
    }
    if (all.size() == 1) {
      return new Found(true, Optional.of(all.get(0)));
    }
    List<EntityDraft> best = exact > 0 ? exactBefore : before;
    return new Found(
        !all.isEmpty(), best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty());
  }

  private boolean holds(EntityDraft entity, Draft draft, String represented) {
    return stands(entity, represented)
        && ((Offices.agree(draft.office, entity.office)
                    || gazetteer.polity(represented).isEmpty()
                        && Offices.headsBody(draft.office, entity.office))
                && entity.former() == draft.former()
            || known(entity, draft, represented))
        && fits(entity, draft);
  }

  private static boolean fits(EntityDraft entity, Draft draft) {
    return draft.gender.isEmpty() || entity.gender.isEmpty() || draft.gender.equals(entity.gender);
  }

  /** Returns the people who can stand for a state or body. */
  List<EntityDraft> side(String represented) {
    return table.side(represented, gazetteer.polity(represented).map(Polity::code).orElse(""));
  }

  /**
   * "The Cuban president" for "Cuban leader Fidel Castro", "the Chinese official" for an envoy: the
   * only one of that side whose office the words can mean, where no office says it outright.
   */
  private Optional<EntityDraft> loose(Draft draft, String represented) {
    boolean head = Offices.leads(draft.office) && !draft.office.equals("leader");
    boolean definite = draft.determiner.equals("the") || draft.text.contains("'s ");
    boolean general = definite && Offices.general(draft.office);
    if (!head && !general) {
      return Optional.empty();
    }
    List<EntityDraft> found = new ArrayList<>();
    for (EntityDraft entity : side(represented)) {
      if (entity.named
          && entity.former() == draft.former()
          && stands(entity, represented)
          && entity.mentions.get(0).precedes(draft)
          && fits(entity, draft)
          && (head
              ? entity.office.equals("leader")
              : Offices.covers(draft.office, entity.office))) {
        found.add(entity);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  boolean stands(EntityDraft entity, String represented) {
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
  boolean known(EntityDraft entity, Draft draft, String represented) {
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
        return entity.office.isEmpty()
            || Offices.agree(draft.office, entity.office)
            || Offices.general(entity.office) && Offices.covers(entity.office, draft.office);
      }
    }
    return false;
  }

  /** "the president", "the foreign minister": the only one mentioned so far, or the last one. */
  EntityDraft bare(Draft draft) {
    if (!draft.determiner.equals("the")) {
      return null;
    }
    List<EntityDraft> found = new ArrayList<>();
    for (EntityDraft entity : table.holding(office -> Offices.agree(draft.office, office))) {
      if (entity.mentions.get(0).precedes(draft)
          && entity.former() == draft.former()
          && fits(entity, draft)) {
        found.add(entity);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    return found.isEmpty() ? null : NameGrouping.nearest(found, draft);
  }
}
