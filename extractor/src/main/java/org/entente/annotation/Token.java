package org.entente.annotation;

import java.util.Locale;
import org.entente.document.Span;

/**
 * A word or punctuation mark.
 *
 * @param span where it stands in the document's text
 * @param form its repaired form (straight quotes, plain dashes), as the models saw it
 * @param lower the form in lower case
 * @param tag Universal Dependencies part-of-speech tag, as OpenNLP's English model gives it
 * @param lemma its lemma in lower case
 */
public record Token(Span span, String form, String lower, String tag, String lemma) {
  /** A token whose form in lower case is not known yet. */
  public Token(Span span, String form, String tag, String lemma) {
    this(span, form, form.toLowerCase(Locale.ROOT), tag, lemma);
  }
}
