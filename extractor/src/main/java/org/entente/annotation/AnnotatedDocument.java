package org.entente.annotation;

import java.util.List;
import org.entente.document.Document;

/**
 * A document with what shallow analysis found in it.
 *
 * @param document the text
 * @param sentences its sentences in order; furniture has none
 * @param mentions references to entities, in order of their spans, names first where two overlap
 * @param entities what the mentions refer to, by number
 * @param times time expressions in order
 */
public record AnnotatedDocument(
    Document document,
    List<Sentence> sentences,
    List<Mention> mentions,
    List<Entity> entities,
    List<TimeExpression> times) {
  /** Copies the lists. */
  public AnnotatedDocument {
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
    entities = List.copyOf(entities);
    times = List.copyOf(times);
  }
}
