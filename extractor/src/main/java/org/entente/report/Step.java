package org.entente.report;

/**
 * One step of the way from the words of a document to a report.
 *
 * @param part what of the report it gave, such as "party" or "status"
 * @param reason from which words and by which rule, for people to read
 */
public record Step(String part, String reason) {}
