/**
 * Compiles the index of the gazetteer from lists of facts and from lists that are written by hand.
 */
package org.entente.analysis.gazetteer.compile;
