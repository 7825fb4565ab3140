package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.entente.annotation.Entity;
import org.entente.annotation.Link;

/**
 * A participant or absentee, as it is compared.
 *
 * @param name its name
 * @param labels more names that it is known by; only those of the system's side are compared
 * @param qid its Wikidata identifier such as "Q7747", or empty
 * @param type "person", "organization" or "country", or empty where it is not told
 */
public record ScoredAgent(String name, List<String> labels, String qid, String type) {
  /** Copies the labels. */
  public ScoredAgent {
    labels = List.copyOf(labels);
  }

  /** Makes an agent whose type is not told. */
  public ScoredAgent(String name, List<String> labels, String qid) {
    this(name, labels, qid, "");
  }

  /** Returns an entity with the names, the identifier and the type that the graph would give it. */
  public static ScoredAgent of(Entity entity) {
    List<String> labels = new ArrayList<>(entity.otherNames());
    entity.link().ifPresent(link -> labels.add(link.label()));
    String type =
        switch (entity.type()) {
          case PERSON -> "person";
          case ORGANIZATION -> "organization";
          case POLITY, PLACE -> "country";
        };
    return new ScoredAgent(entity.name(), labels, entity.link().map(Link::qid).orElse(""), type);
  }
}
