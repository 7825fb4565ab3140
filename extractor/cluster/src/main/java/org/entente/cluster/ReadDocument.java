package org.entente.cluster;

import java.io.Serializable;

/**
 * A document as it was read.
 *
 * @param graph IRI of its graph
 * @param file number of its file in the order of the input
 * @param number number of the document in its file, from 0
 * @param quads its graph as lines of N-Quads, in order, each ended; empty when it cannot be
 *     analysed
 */
record ReadDocument(String graph, int file, int number, String quads) implements Serializable {
  /** Returns the one that comes first in the input: of one id, the first stands. */
  ReadDocument first(ReadDocument other) {
    boolean before = file != other.file ? file < other.file : number < other.number;
    return before ? this : other;
  }
}
