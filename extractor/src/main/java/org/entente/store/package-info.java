/** Keeps the graph on disk: TDB2 with a full-text index, replaced by document, derived anew. */
package org.entente.store;
