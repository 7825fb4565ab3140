package org.entente.store;

/**
 * A place where the graph breaks its contract.
 *
 * @param focus IRI of the resource
 * @param shape IRI of the shape, or the constraint where the shape has none
 * @param message what is wrong
 * @param document identifier of a document that the resource comes from, or empty
 */
public record Violation(String focus, String shape, String message, String document) {}
