package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.entente.document.XmlText;

/**
 * Writes a network in a format of XML that Gephi and networkx read.
 *
 * <p>JGraphT has a writer of GraphML, but none that puts a description into the file or writes
 * dates of edges for Gephi's timeline, so that both formats are written here.
 */
abstract class NetworkWriter {
  /** The stream of elements. */
  protected final XMLStreamWriter xml;

  /** Begins to write UTF-8 to a stream, which is left open. */
  NetworkWriter(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
  }

  /**
   * Writes a network as GraphML.
   *
   * @throws IOException if the stream fails
   */
  static void graphml(Network network, OutputStream out) throws IOException {
    try {
      new GraphMlWriter(out).document(network);
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Writes a network as GEXF.
   *
   * @throws IOException if the stream fails
   */
  static void gexf(Network network, OutputStream out) throws IOException {
    try {
      new GexfWriter(out).document(network);
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  final void document(Network network) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    write(network);
    xml.writeEndDocument();
    xml.flush();
  }

  /** Writes the root element. */
  protected abstract void write(Network network) throws XMLStreamException;

  /** Starts an element on a line of its own. */
  protected void start(String name, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    attributes(attributes);
  }

  /** Writes an element without content on a line of its own. */
  protected void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  /** Writes an element with text on a line of its own. */
  protected void text(String name, String content, String... attributes) throws XMLStreamException {
    start(name, attributes);
    xml.writeCharacters(XmlText.of(content));
    xml.writeEndElement();
  }

  /**
   * Returns the identifier of a node: the IRI below the base of the graph, such as {@code
   * person:angela-merkel-Q567}, since GraphML takes no IRIs for identifiers. No two IRIs have the
   * same one.
   */
  protected static String id(Network network, String iri) {
    String base = network.base();
    String local = iri.startsWith(base) ? iri.substring(base.length()) : iri;
    StringBuilder id = new StringBuilder(local.length());
    for (byte b : local.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
      id.append(c == '/' ? ":" : plain ? String.valueOf(c) : String.format("_%02x", (int) c));
    }
    return id.toString();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], XmlText.of(attributes[i + 1]));
    }
  }
}
