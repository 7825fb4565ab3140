package org.entente.annotation;

/**
 * An entity of the gazetteer.
 *
 * @param qid its Wikidata identifier, such as "Q7747"
 * @param label its name there
 * @param confidence how sure the link is, 0 to 1
 */
public record Link(String qid, String label, double confidence) {}
