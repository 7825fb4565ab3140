package org.entente.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The types of what can be matched: the local names of the ontology's classes. */
final class EntityKinds {
  /** All of them. */
  static final List<String> ALL = List.of("Person", "Organization", "Polity", "Place");

  private EntityKinds() {}

  /** Adds types as the API has them, each with an identifier and a name. */
  static void put(ArrayNode types, List<String> names) {
    names.forEach(name -> types.addObject().put("id", name).put("name", name));
  }
}
