package org.entente.annotation;

import java.util.List;
import org.entente.document.Span;

/**
 * A stretch of text that refers to entities.
 *
 * @param span where it stands in the document's text: the name alone, without title
 * @param range its tokens
 * @param whole the tokens of the noun phrase around it, with titles, office and apposition
 * @param form name, description, pronoun, demonym or metonym
 * @param type the type of what is referred to here ("Iraq" can be a PLACE here and a POLITY
 *     elsewhere)
 * @param entities numbers of the entities in {@link AnnotatedDocument#entities()}: one for a name,
 *     two or more for "the two leaders", none where the reference is unclear
 * @param office the office that the text gives with it, such as "foreign minister", or empty
 * @param tenure how the office is said to be held; current where there is no office
 * @param represents the names of the polities or bodies that it stands for; several for "the
 *     foreign ministers of Germany and France"
 */
public record Mention(
    Span span,
    TokenRange range,
    TokenRange whole,
    MentionForm form,
    EntityType type,
    List<Integer> entities,
    String office,
    Tenure tenure,
    List<String> represents) {
  /** Copies the lists. */
  public Mention {
    entities = List.copyOf(entities);
    represents = List.copyOf(represents);
  }
}
