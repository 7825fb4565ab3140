package org.entente.report;

import org.entente.document.Span;

/**
 * A result that a document gives to an event.
 *
 * @param outcome the result
 * @param words where the text says so
 */
public record ReportedOutcome(Outcome outcome, Span words) {}
