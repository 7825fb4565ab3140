/** Items of Wikidata, from its dumps and from its API, read with the Wikidata Toolkit. */
package org.entente.wikidata;
