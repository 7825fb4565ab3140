package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;

/**
 * What a document says around an entity that is to be linked.
 *
 * @param published the document's date, for whose terms of office hold
 * @param polities codes of the polities that the document names
 * @param names what else the document names
 * @param teams the teams that it calls by their town or country
 */
public record LinkContext(
    Optional<LocalDate> published, Set<String> polities, DocumentNames names, Teams teams) {
  /** Copies the polities. */
  public LinkContext {
    polities = Set.copyOf(polities);
  }

  /** Returns what is said around the entities of a document. */
  public static LinkContext of(AnnotatedDocument document, Gazetteer gazetteer) {
    Set<String> polities = new HashSet<>();
    DocumentNames names = new DocumentNames();
    for (Entity entity : document.entities()) {
      if (entity.type() == EntityType.POLITY) {
        gazetteer.polity(entity.name()).map(Polity::code).ifPresent(polities::add);
        entity
            .link()
            .flatMap(l -> gazetteer.polity(l.label()))
            .map(Polity::code)
            .ifPresent(polities::add);
      }
      names.add(entity.name());
      entity.otherNames().forEach(names::add);
    }
    return new LinkContext(
        document.document().published(), polities, names, Teams.of(document.document().text()));
  }
}
