package org.entente.export;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.entente.export.Network.Edge;
import org.entente.export.Network.Node;
import org.entente.export.Network.Occasion;

/**
 * Writes GEXF 1.2, which Gephi 0.9 and 0.10 and networkx read. Each dated event of a pair is a
 * spell of its edge, so that Gephi's timeline shows who met when; an edge of which no event is
 * dated is always there.
 */
final class GexfWriter extends NetworkWriter {
  private static final List<String> OF_NODES = List.of("iri", "type", "country", "qid");
  private static final List<String> OF_EDGES = List.of("first", "last", "kinds", "events");

  GexfWriter(OutputStream out) throws XMLStreamException {
    super(out);
  }

  @Override
  protected void write(Network network) throws XMLStreamException {
    start("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
    meta(network);
    start("graph", "defaultedgetype", "undirected", "mode", "dynamic", "timeformat", "date");
    declare("node", OF_NODES);
    declare("edge", OF_EDGES);
    start("nodes");
    for (Node node : network.nodes()) {
      start("node", "id", id(network, node.iri()), "label", node.label());
      values(OF_NODES, List.of(node.iri(), node.type(), node.country(), node.qid()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    start("edges");
    int number = 0;
    for (Edge edge : network.edges()) {
      edge(network, edge, ++number);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void meta(Network network) throws XMLStreamException {
    if (network.citation().day().isEmpty()) {
      start("meta");
    } else {
      start("meta", "lastmodifieddate", network.citation().day());
    }
    text("creator", String.join(", ", network.citation().creators()));
    text("description", network.description());
    xml.writeEndElement();
  }

  private void declare(String of, List<String> names) throws XMLStreamException {
    start("attributes", "class", of, "mode", "static");
    for (String name : names) {
      empty("attribute", "id", name, "title", name, "type", "string");
    }
    xml.writeEndElement();
  }

  private void edge(Network network, Edge edge, int number) throws XMLStreamException {
    start(
        "edge",
        "id",
        "e" + number,
        "source",
        id(network, edge.source()),
        "target",
        id(network, edge.target()),
        "weight",
        edge.weight() + ".0");
    values(
        OF_EDGES,
        List.of(
            edge.first().map(LocalDate::toString).orElse(""),
            edge.last().map(LocalDate::toString).orElse(""),
            String.join(" ", edge.kinds()),
            String.join(" ", edge.events().stream().map(Occasion::event).toList())));
    if (edge.first().isPresent()) {
      start("spells");
      for (Occasion event : edge.events()) {
        if (event.earliest().isPresent() && event.latest().isPresent()) {
          empty(
              "spell",
              "start",
              event.earliest().get().toString(),
              "end",
              event.latest().get().toString());
        }
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void values(List<String> names, List<String> values) throws XMLStreamException {
    start("attvalues");
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty()) {
        empty("attvalue", "for", names.get(i), "value", values.get(i));
      }
    }
    xml.writeEndElement();
  }
}
