/** Shallow analysis of a document as a whole. */
package org.entente.analysis;
