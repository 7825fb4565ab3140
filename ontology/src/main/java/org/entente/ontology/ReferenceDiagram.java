package org.entente.ontology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDFS;

/**
 * The picture of the core classes, as inline SVG. Where the boxes stand is drawn here; what the
 * arrows say is checked against the ontology, so that the picture cannot drift from it.
 */
final class ReferenceDiagram {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 430;
  private static final int BOX_WIDTH = 132;
  private static final int BOX_HEIGHT = 44;

  /** A class, by the middle of its box. */
  private record Box(String name, int x, int y, String group) {}

  /** A property between two boxes. */
  private record Arrow(String from, String property, String to) {}

  private static final List<Box> BOXES =
      List.of(
          new Box("Document", 90, 60, "source"),
          new Box("Mention", 90, 210, "source"),
          new Box("Report", 330, 130, "report"),
          new Box("Event", 600, 130, "event"),
          new Box("Participation", 600, 290, "event"),
          new Box("Place", 870, 60, "entity"),
          new Box("Agent", 870, 210, "entity"),
          new Box("Person", 570, 390, "entity"),
          new Box("Organization", 720, 390, "entity"),
          new Box("Polity", 870, 390, "entity"));

  private static final List<String> AGENTS = List.of("Person", "Organization", "Polity");

  private static final List<Arrow> ARROWS =
      List.of(
          new Arrow("Report", "document", "Document"),
          new Arrow("Report", "evidence", "Mention"),
          new Arrow("Report", "reportsEvent", "Event"),
          new Arrow("Event", "place", "Place"),
          new Arrow("Event", "participant", "Agent"),
          new Arrow("Event", "participation", "Participation"),
          new Arrow("Participation", "agent", "Agent"));

  private final Model ontology;

  ReferenceDiagram(Model ontology) {
    this.ontology = ontology;
  }

  /**
   * Draws the picture.
   *
   * @throws IllegalStateException when an arrow is not the domain and range of its property, or a
   *     dashed line no subclass
   */
  String svg() {
    Map<String, Box> boxes =
        BOXES.stream().collect(Collectors.toMap(Box::name, Function.identity()));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Core classes and the properties"
                + " between them\">\n",
            WIDTH,
            HEIGHT));
    svg.append(
        "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 1 L9 5 L0 9 z\""
            + " class=\"tip\"/></marker></defs>\n");
    for (Arrow arrow : ARROWS) {
      check(arrow);
      draw(svg, arrow, boxes.get(arrow.from()), boxes.get(arrow.to()));
    }
    for (String agent : AGENTS) {
      checkSubclass(agent, "Agent");
      double[] start = edge(boxes.get(agent), boxes.get("Agent"));
      double[] end = edge(boxes.get("Agent"), boxes.get(agent));
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.0f %.0f L%.0f %.0f\" class=\"arrow below\"/>\n",
              start[0],
              start[1],
              end[0],
              end[1]));
    }
    for (Box box : BOXES) {
      draw(svg, box);
    }
    return svg.append("</svg>").toString();
  }

  private void check(Arrow arrow) {
    Resource property = ontology.createResource(Ontology.NAMESPACE + arrow.property());
    Resource from = ontology.createResource(Ontology.NAMESPACE + arrow.from());
    Resource to = ontology.createResource(Ontology.NAMESPACE + arrow.to());
    if (!property.hasProperty(RDFS.domain, from) || !property.hasProperty(RDFS.range, to)) {
      throw new IllegalStateException(
          "the picture shows dip:"
              + arrow.property()
              + " from "
              + arrow.from()
              + " to "
              + arrow.to()
              + ", which are not its domain and range in the ontology");
    }
  }

  private void checkSubclass(String below, String above) {
    Resource type = ontology.createResource(Ontology.NAMESPACE + below);
    if (!type.hasProperty(RDFS.subClassOf, ontology.createResource(Ontology.NAMESPACE + above))) {
      throw new IllegalStateException(
          "the picture shows " + below + " below " + above + ", and the ontology does not");
    }
  }

  private static void draw(StringBuilder svg, Arrow arrow, Box from, Box to) {
    double[] start = edge(from, to);
    double[] end = edge(to, from);
    double x = start[0] + (end[0] - start[0]) / 2;
    double y = start[1] + (end[1] - start[1]) / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.0f %.0f L%.0f %.0f\" class=\"arrow\" marker-end=\"url(#tip)\"/>"
                + "<a href=\"#%s\"><text x=\"%.0f\" y=\"%.0f\" class=\"edge\">%s</text></a>\n",
            start[0],
            start[1],
            end[0],
            end[1],
            arrow.property(),
            x,
            y + 4,
            arrow.property()));
  }

  private static void draw(StringBuilder svg, Box box) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<a href=\"#%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"9\""
                + " class=\"box %s\"/><text x=\"%d\" y=\"%d\" class=\"name\">%s</text></a>\n",
            box.name(),
            box.x() - BOX_WIDTH / 2,
            box.y() - BOX_HEIGHT / 2,
            BOX_WIDTH,
            BOX_HEIGHT,
            box.group(),
            box.x(),
            box.y() + 5,
            box.name()));
  }

  /** Where the line between the middles of two boxes leaves the first one. */
  private static double[] edge(Box box, Box other) {
    double dx = other.x() - box.x();
    double dy = other.y() - box.y();
    double scale =
        Math.min(
            dx == 0 ? Double.MAX_VALUE : BOX_WIDTH / 2.0 / Math.abs(dx),
            dy == 0 ? Double.MAX_VALUE : BOX_HEIGHT / 2.0 / Math.abs(dy));
    return new double[] {box.x() + dx * scale, box.y() + dy * scale};
  }
}
