package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.Tenure;

/** An entity while its mentions are being gathered. */
final class EntityDraft {
  /** Its place in the order of the document's entities. */
  int number;

  EntityType type;
  String name;
  final Set<String> names = new LinkedHashSet<>();
  String office = "";
  Tenure tenure = Tenure.CURRENT;
  String represents = "";
  String gender = "";
  boolean named = true;
  boolean reporter;
  Polity polity;
  Entry body;
  Optional<Link> link = Optional.empty();
  final List<Draft> mentions = new ArrayList<>();

  EntityDraft(EntityType type, String name) {
    this.type = type;
    this.name = name;
  }

  boolean former() {
    return tenure == Tenure.FORMER;
  }
}
