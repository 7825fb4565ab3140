package org.entente.annotation;

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
public record Token(Span span, String form, String lower, String tag, String lemma) {}
