/**
 * What a researcher decided against the program's reading: the rows of a plain file, checked and
 * named, without knowledge of how they are applied.
 */
package org.entente.correction;
