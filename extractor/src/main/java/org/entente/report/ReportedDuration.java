package org.entente.report;

import java.time.Duration;

/**
 * How long a document says that an event lasted.
 *
 * @param length the length
 * @param text the words, such as "nearly three hours"
 */
public record ReportedDuration(Duration length, String text) {}
