package org.entente.annotation;

import java.time.Duration;
import java.util.Optional;
import org.entente.document.Span;

/**
 * Words that tell when something takes place or how long it lasts.
 *
 * @param span where they stand in the document's text
 * @param range their tokens
 * @param bounds the days that they name; empty for a duration, and for a relative date in a
 *     document with no date or in direct speech
 * @param duration the length that they name ("nearly three hours"); empty for a date
 * @param rule identifier of the rule that read them
 */
public record TimeExpression(
    Span span,
    TokenRange range,
    Optional<DateBounds> bounds,
    Optional<Duration> duration,
    String rule) {
  /** The same words, which tell no day. */
  public TimeExpression without() {
    return new TimeExpression(span, range, Optional.empty(), duration, rule);
  }
}
