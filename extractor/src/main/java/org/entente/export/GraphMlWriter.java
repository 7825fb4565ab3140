package org.entente.export;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.entente.export.Network.Edge;
import org.entente.export.Network.Node;
import org.entente.export.Network.Occasion;

/**
 * Writes GraphML. Nodes have the data label, iri, type, country and qid, edges weight, first and
 * last (YYYY-MM-DD), kinds and events (IRIs, separated by spaces); what is not known is left out.
 */
final class GraphMlWriter extends NetworkWriter {
  private static final List<String> OF_NODES = List.of("label", "iri", "type", "country", "qid");
  private static final List<String> OF_EDGES = List.of("first", "last", "kinds", "events");

  GraphMlWriter(OutputStream out) throws XMLStreamException {
    super(out);
  }

  @Override
  protected void write(Network network) throws XMLStreamException {
    start("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
    text("desc", network.description());
    for (String name : OF_NODES) {
      key(name, "node", "string");
    }
    key("weight", "edge", "double");
    for (String name : OF_EDGES) {
      key(name, "edge", "string");
    }
    start("graph", "id", "entente", "edgedefault", "undirected");
    for (Node node : network.nodes()) {
      start("node", "id", id(network, node.iri()));
      data("label", node.label());
      data("iri", node.iri());
      data("type", node.type());
      data("country", node.country());
      data("qid", node.qid());
      xml.writeEndElement();
    }
    int number = 0;
    for (Edge edge : network.edges()) {
      start(
          "edge",
          "id",
          "e" + ++number,
          "source",
          id(network, edge.source()),
          "target",
          id(network, edge.target()));
      data("weight", edge.weight() + ".0");
      data("first", edge.first().map(LocalDate::toString).orElse(""));
      data("last", edge.last().map(LocalDate::toString).orElse(""));
      data("kinds", String.join(" ", edge.kinds()));
      data("events", String.join(" ", edge.events().stream().map(Occasion::event).toList()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void key(String name, String of, String type) throws XMLStreamException {
    empty("key", "id", name, "for", of, "attr.name", name, "attr.type", type);
  }

  private void data(String key, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      text("data", value, "key", key);
    }
  }
}
