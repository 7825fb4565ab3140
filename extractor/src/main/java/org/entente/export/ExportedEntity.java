package org.entente.export;

import java.util.List;

/**
 * A person, organization, polity or place as it is taken out.
 *
 * @param iri its IRI
 * @param label its label
 * @param type local name of its class; of a polity that is a place as well, Polity
 * @param country label of the state that it belongs to or lies in, or empty
 * @param countryIri IRI of that state, or empty
 * @param qid its Wikidata identifier, or empty
 * @param closeMatches Wikidata identifiers of which the program is not sure
 * @param description a few words, or empty
 * @param names other names
 * @param longitude degrees east, or empty
 * @param latitude degrees north, or empty
 */
public record ExportedEntity(
    String iri,
    String label,
    String type,
    String country,
    String countryIri,
    String qid,
    List<String> closeMatches,
    String description,
    List<String> names,
    String longitude,
    String latitude) {}
