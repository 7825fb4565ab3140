/** Names of people, bodies, states and places with their Wikidata ids, offices and coordinates. */
package org.entente.analysis.gazetteer;
