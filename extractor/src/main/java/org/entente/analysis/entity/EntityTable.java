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
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;

/**
 * The entities of one document while their mentions are being gathered, in the order in which they
 * were found, with indexes that keep looking one up by name from depending on how many there are.
 */
final class EntityTable {
  /** Before the last word and the initials among the keys of {@link #others}. */
  private static final String LAST = "-";

  private static final String INITIALS = "+";

  private final List<EntityDraft> entities = new ArrayList<>();
  private final Map<String, EntityDraft> polities = new LinkedHashMap<>();
  private final Map<String, Set<EntityDraft>> people = new HashMap<>();
  private final Map<String, Set<EntityDraft>> others = new HashMap<>();
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
      PersonNames.keys(name).forEach(key -> people.getOrDefault(key, Set.of()).remove(from));
    }
  }

  /** Makes a draft a mention of an entity, which learns its name, office and gender from it. */
  void join(Draft draft, EntityDraft entity) {
    draft.entities.add(entity);
    entity.mentions.add(draft);
    if (draft.form != MentionForm.NAME) {
      return;
    }
    name(entity, draft.text);
    boolean longer = draft.text.length() > entity.name.length();
    if (longer
        && (entity.type == EntityType.ORGANIZATION
            || entity.type == EntityType.PERSON
                && PersonNames.parts(draft.text).size() >= PersonNames.parts(entity.name).size())) {
      entity.name = draft.text;
    }
    if (entity.type != EntityType.PERSON) {
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

  /** Makes a description a mention of entities, whose type it takes. */
  static void refer(Draft draft, Collection<EntityDraft> found) {
    for (EntityDraft entity : found) {
      draft.type = entity.type;
      draft.entities.add(entity);
      entity.mentions.add(draft);
    }
  }

  /** Returns the people one of whose names can fit a name, and some whose names do not. */
  List<EntityDraft> people(String name) {
    return found(people, PersonNames.keys(name));
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
