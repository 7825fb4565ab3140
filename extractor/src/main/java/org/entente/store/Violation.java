package org.entente.store;

/**
 * A place where the graph breaks its contract.
 *
 * @param focus IRI of the resource
 * @param shape IRI of the shape, or the constraint where the shape has none, or the name of the
 *     check
 * @param message what is wrong
 * @param event IRI of the event that it is, or that it is a report of, or empty
 * @param document identifier of a document that the resource comes from, or empty
 */
public record Violation(String focus, String shape, String message, String event, String document) {
  /**
   * Returns the event and the document that are touched, in words; empty where neither is known.
   */
  public String where() {
    String told = event.isEmpty() ? "" : "event " + event;
    return document.isEmpty() ? told : told + (told.isEmpty() ? "" : ", ") + "document " + document;
  }
}
