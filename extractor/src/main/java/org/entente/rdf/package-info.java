/** Maps documents, reports, events and entities to RDF; the one place where IRIs are minted. */
package org.entente.rdf;
