package org.entente.store;

import java.io.OutputStream;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Terms;

/** How a whole graph is written. */
public enum GraphFormat {
  /** N-Quads, graph by graph, every graph's lines in order: equal stores give equal bytes. */
  NQ("graph.nq", "application/n-quads"),
  /** Turtle of the union of the graphs, one graph after another. */
  TTL("graph.ttl", "text/turtle"),
  /** JSON-LD with the named graphs; it is made in memory. */
  JSONLD("graph.jsonld", "application/ld+json");

  private final String fileName;
  private final String mediaType;

  GraphFormat(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  /** Returns the usual name of such a file. */
  public String fileName() {
    return fileName;
  }

  /** Returns its media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Tells whether it is written as it is read, whatever the size of the graph. */
  public boolean isStreamed() {
    return this != JSONLD;
  }

  /**
   * Writes a dataset.
   *
   * @param quads the dataset, in a transaction
   * @param out where to; it is flushed and not closed
   */
  public void write(DatasetGraph quads, OutputStream out) {
    switch (this) {
      case NQ -> NQuads.write(quads, out);
      case TTL -> turtle(quads, out);
      case JSONLD -> RDFWriter.source(quads).lang(Lang.JSONLD).output(out);
    }
  }

  private static void turtle(DatasetGraph quads, OutputStream out) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    writer.start();
    Terms.PREFIXES.forEach(writer::prefix);
    for (Node graph : NQuads.graphs(quads)) {
      Iterator<Quad> found = quads.find(graph, Node.ANY, Node.ANY, Node.ANY);
      while (found.hasNext()) {
        writer.triple(found.next().asTriple());
      }
    }
    writer.finish();
  }
}
