package org.entente.report;

import org.entente.document.Span;

/**
 * A format that a document gives to an event.
 *
 * @param format the format
 * @param words where the text says so
 */
public record ReportedFormat(Format format, Span words) {}
