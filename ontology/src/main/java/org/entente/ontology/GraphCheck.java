package org.entente.ontology;

/**
 * A query for what must not be in a graph, and what SHACL cannot say or says at a higher cost.
 *
 * @param name name of its file, without the ending
 * @param message what is wrong with what it finds: the first line of the file
 * @param query SPARQL that returns {@code ?focus}, what is wrong, and {@code ?value}, by what; its
 *     default graph is the union of the named graphs
 */
public record GraphCheck(String name, String message, String query) {}
