/**
 * Links what the gazetteer does not know to Wikidata by services of the web. Nothing here is used
 * unless the user asks for it, and without an answer everything stays as the gazetteer left it.
 */
package org.entente.linking;
