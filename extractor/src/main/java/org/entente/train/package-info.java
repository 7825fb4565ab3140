/**
 * Training and measuring of the name model: corpora, the guideline that they are mapped to,
 * figures.
 */
package org.entente.train;
