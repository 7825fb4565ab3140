/**
 * Joins what many documents report into events. Knows nothing of RDF or of text: a pure function
 * from accounts to events.
 */
package org.entente.consolidate;
