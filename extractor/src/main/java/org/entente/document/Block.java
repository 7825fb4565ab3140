package org.entente.document;

/**
 * A paragraph, heading or piece of furniture of a document.
 *
 * @param span where it stands in {@link Document#text()}
 * @param kind what it is for
 */
public record Block(Span span, BlockKind kind) {}
