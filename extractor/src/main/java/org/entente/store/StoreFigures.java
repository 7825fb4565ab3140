package org.entente.store;

import java.util.List;
import java.util.Map;

/**
 * How much a store holds.
 *
 * @param documents its documents
 * @param outlets publishers that its documents name
 * @param firstPublished first day of publication, YYYY-MM-DD, or empty
 * @param lastPublished last day of publication, or empty
 * @param reports what documents say of events
 * @param corrections decisions of a person that the store keeps
 * @param applied those of them that changed something
 * @param events events, by kind and status in the order of the ontology: local names to counts
 * @param manySources events that more than one independent source reports
 * @param firstEvent first day of an event, or empty
 * @param lastEvent last day of an event, or empty
 * @param entities people, organizations, polities and places: local name to count
 * @param linked those of them with a Wikidata identifier
 * @param triples triples in all graphs
 * @param description what is said of the dataset: title, creators, licence, doi, in this order, by
 *     those names
 */
public record StoreFigures(
    long documents,
    long outlets,
    String firstPublished,
    String lastPublished,
    long reports,
    long corrections,
    long applied,
    Map<String, Map<String, Long>> events,
    long manySources,
    String firstEvent,
    String lastEvent,
    Map<String, Long> entities,
    Map<String, Long> linked,
    long triples,
    Map<String, List<String>> description) {}
