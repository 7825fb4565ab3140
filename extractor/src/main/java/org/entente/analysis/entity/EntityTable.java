package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;

/**
 * The entities of one document while their mentions are being gathered, in the order in which they
 * were found, with indexes that keep looking one up by name from depending on how many there are.
 */
final class EntityTable {
  /** Before the last word and the initials among the keys of {@link #others}. */
  private static final String LAST = "-";

  private static final String INITIALS = "+";

  /** Before the code of a country among the keys of the sides. */
  private static final String COUNTRY = "@";

  private final List<EntityDraft> entities = new ArrayList<>();
  private final Map<String, EntityDraft> polities = new LinkedHashMap<>();
  private final Map<String, Set<EntityDraft>> people = new HashMap<>();
  private final Map<String, Set<EntityDraft>> others = new HashMap<>();
  private final Map<String, List<String>> parts = new HashMap<>();
  private final Map<String, Set<EntityDraft>> holders = new HashMap<>();
  private final Map<String, Set<EntityDraft>> sides = new HashMap<>();
  private int count;

  /** Returns all entities in the order in which they were added; a view that grows with them. */
  List<EntityDraft> all() {
    return Collections.unmodifiableList(entities);
  }

  /** Returns the entity of a polity, which is added where it is not there yet. */
  EntityDraft polity(Polity polity) {
    EntityDraft entity = polities.get(polity.label());
    if (entity == null) {
      entity = new EntityDraft(EntityType.POLITY, polity.label());
      entity.polity = polity;
      entity.names.add(polity.label());
      polities.put(polity.label(), entity);
      add(entity);
    }
    return entity;
  }

  /** Returns the polity of that label, or null where the document names none. */
  EntityDraft polity(String label) {
    return polities.get(label);
  }

  Collection<EntityDraft> polities() {
    return polities.values();
  }

  /** Adds an entity with the names that it has. */
  void add(EntityDraft entity) {
    entity.number = count++;
    entities.add(entity);
    index(entity, entity.name);
    if (entity.body != null) {
      index(entity, entity.body.label());
    }
    entity.names.forEach(name -> index(entity, name));
    if (entity.type == EntityType.PERSON) {
      office(entity, entity.office, entity.tenure);
      represent(entity, entity.represents);
    }
  }

  /** Sets the office of a person of the table, empty for none. */
  void office(EntityDraft person, String office, Tenure tenure) {
    remove(holders, person.office, person);
    person.office = office;
    person.tenure = tenure;
    put(holders, office, person);
  }

  /** Sets what a person of the table represents, empty for nothing. */
  void represent(EntityDraft person, String represented) {
    remove(sides, person.represents, person);
    person.represents = represented;
    put(sides, represented, person);
  }

  /**
   * Notes the country of somebody whom the gazetteer knows, as a side where the text names none.
   */
  void country(EntityDraft person) {
    if (person.body != null && !person.body.country().isEmpty()) {
      put(sides, COUNTRY + person.body.country(), person);
    }
  }

  /**
   * Returns the people who represent a state or body, or are known to be of that country, and some
   * who represent another one after all.
   *
   * @param country code of the state, or empty
   */
  List<EntityDraft> side(String represented, String country) {
    return found(
        sides, country.isEmpty() ? List.of(represented) : List.of(represented, COUNTRY + country));
  }

  /** Returns the people who hold an office that fits. */
  List<EntityDraft> holding(Predicate<String> office) {
    return found(holders, holders.keySet().stream().filter(office).toList());
  }

  /** Gives an entity of the table one more name. */
  void name(EntityDraft entity, String name) {
    if (entity.names.add(name)) {
      index(entity, name);
    }
  }

  /** Moves the mentions of an entity to another one, which it is after all. */
  void merge(EntityDraft from, EntityDraft to) {
    for (Draft mention : from.mentions) {
      mention.entities.remove(from);
      join(mention, to);
    }
    to.mentions.sort(
        Comparator.<Draft>comparingInt(m -> m.sentence).thenComparingInt(m -> m.begin));
    entities.remove(from);
    for (String name : from.names) {
      PersonNames.keys(name).forEach(key -> remove(people, key, from));
    }
    remove(holders, from.office, from);
    sides.values().forEach(side -> side.remove(from));
  }

  /** Makes a draft a mention of an entity, which learns its name, office and gender from it. */
  void join(Draft draft, EntityDraft entity) {
    entity.mention(draft);
    if (draft.form != MentionForm.NAME) {
      return;
    }
    name(entity, draft.text);
    boolean longer = draft.text.length() > entity.name.length();
    if (longer
        && (entity.type == EntityType.ORGANIZATION
            || entity.type == EntityType.PERSON
                && parts(draft.text).size() >= parts(entity.name).size())) {
      entity.name = draft.text;
    }
    if (entity.type != EntityType.PERSON) {
      return;
    }
    if (!draft.office.isEmpty() && entity.office.isEmpty()) {
      office(entity, draft.office, draft.tenure);
    }
    if (!draft.represents.isEmpty() && entity.represents.isEmpty()) {
      represent(entity, draft.represents.get(0));
    }
    if (entity.gender.isEmpty()) {
      entity.gender = draft.gender;
    }
  }

  /** Makes a description a mention of entities, whose type it takes. */
  static void refer(Draft draft, Collection<EntityDraft> found) {
    for (EntityDraft entity : found) {
      draft.type = entity.type;
      entity.mention(draft);
    }
  }

  /** Returns the folded words of a name, which are kept for the next time. */
  List<String> parts(String name) {
    return parts.computeIfAbsent(name, PersonNames::parts);
  }

  /** Returns the people one of whose names can fit a name, and some whose names do not. */
  List<EntityDraft> people(String name) {
    return found(
        people, parts(name).size() > 1 ? PersonNames.nameKeys(name) : PersonNames.wordKeys(name));
  }

  /**
   * Returns the organizations and places that have one of those names, or whose initials are that
   * acronym (empty: none).
   */
  List<EntityDraft> others(Collection<String> names, String acronym) {
    List<String> keys = new ArrayList<>();
    names.forEach(name -> keys.add(NameFolding.fold(name)));
    if (!acronym.isEmpty()) {
      keys.add(INITIALS + acronym);
    }
    return found(others, keys);
  }

  /** Returns the organizations whose names end with that folded word. */
  List<EntityDraft> ending(String word) {
    return found(others, List.of(LAST + word));
  }

  /** Returns the two people whom the document names first: whom it is likely to be about. */
  List<EntityDraft> protagonists() {
    return entities.stream().filter(e -> e.type == EntityType.PERSON).limit(2).toList();
  }

  private static List<EntityDraft> found(
      Map<String, Set<EntityDraft>> index, Collection<String> keys) {
    Set<EntityDraft> found = new TreeSet<>(Comparator.comparingInt((EntityDraft e) -> e.number));
    for (String key : keys) {
      found.addAll(index.getOrDefault(key, Set.of()));
    }
    return new ArrayList<>(found);
  }

  private void index(EntityDraft entity, String name) {
    if (entity.type == EntityType.PERSON) {
      PersonNames.keys(name).forEach(key -> put(people, key, entity));
      return;
    }
    if (entity.type == EntityType.POLITY) {
      return;
    }
    String folded = NameFolding.fold(name);
    put(others, folded, entity);
    put(others, LAST + folded.substring(folded.lastIndexOf(' ') + 1), entity);
    put(others, INITIALS + initials(name), entity);
  }

  private static void put(Map<String, Set<EntityDraft>> index, String key, EntityDraft entity) {
    index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(entity);
  }

  private static void remove(Map<String, Set<EntityDraft>> index, String key, EntityDraft entity) {
    Set<EntityDraft> there = index.get(key);
    if (there != null) {
      there.remove(entity);
    }
  }

  /** Returns the first letters of the capitalised words of a name. */
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }
}
