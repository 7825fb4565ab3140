/** From names to entities: titles, references within a document, metonyms and links. */
package org.entente.analysis.entity;
