/**
 * Takes data out of the graph in the forms that other programs read: networks for Gephi and
 * networkx (GraphML, GEXF), tables (CSV), statements for Wikidata's editors (QuickStatements). Each
 * carries the citation of the dataset, can be cut by the same {@link
 * org.entente.export.EventFilter}, and is equal for equal stores.
 */
package org.entente.export;
