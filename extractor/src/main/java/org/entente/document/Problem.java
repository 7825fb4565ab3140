package org.entente.document;

/**
 * Something that went wrong, or was left out, while documents were read.
 *
 * @param severity how bad it is
 * @param origin the file, or file and line, that it is about
 * @param message what was found and what was expected
 * @param advice what to do, or empty
 */
public record Problem(Severity severity, String origin, String message, String advice) {}
