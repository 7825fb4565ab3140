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
 * @param former whether the office is said to be a past one
 * @param represents the name of the polity or body that it stands for, or empty
 */
public record Mention(
    Span span,
    TokenRange range,
    TokenRange whole,
    MentionForm form,
    EntityType type,
    List<Integer> entities,
    String office,
    boolean former,
    String represents) {
  /** Copies the entity numbers. */
  public Mention {
    entities = List.copyOf(entities);
  }
}
