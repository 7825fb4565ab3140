package org.entente.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.entente.export.ExportedEntity;
import org.entente.export.GraphView;
import org.entente.rdf.Dip;
import org.entente.rdf.Terms;
import org.entente.report.Status;

/** The properties of entities that can be taken as columns, or told to narrow a question. */
enum EntityProperty {
  /** The identifier of Wikidata. */
  QID("qid", "Wikidata identifier", EntityKinds.ALL) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      text(entity.qid(), cell);
    }
  },
  /** The state that it belongs to or lies in. */
  COUNTRY("country", "country", EntityKinds.ALL) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      if (!entity.countryIri().isEmpty()) {
        entity(view, view.entity(entity.countryIri()), cell);
      }
    }
  },
  /** What it is, in a few words. */
  DESCRIPTION("description", "description", EntityKinds.ALL) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      text(entity.description(), cell);
    }
  },
  /** Other names. */
  NAMES("names", "other names", EntityKinds.ALL) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      entity.names().forEach(name -> text(name, cell));
    }
  },
  /** The offices that a person held, with state and years. */
  OFFICES("offices", "offices", List.of("Person")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      String graph = view.iris().entitiesGraph();
      view.all(graph, Terms.uri(entity.iri()), Dip.OFFICE_TERM).stream()
          .sorted(Comparator.comparing(term -> number(term.getURI())))
          .forEach(term -> text(office(view, graph, term), cell));
    }
  },
  /** How many held events it took part in. */
  EVENTS("events", "number of held events", List.of("Person", "Organization", "Polity")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      cell.addObject().put("int", held(view, entity).size());
    }
  },
  /** The first day of the first of them that has a date. */
  FIRST("first-event", "first held event", List.of("Person", "Organization", "Polity")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      day(days(view, entity, Dip.EARLIEST).stream().findFirst(), cell);
    }
  },
  /** The last day of the last of them that has a date. */
  LAST("last-event", "last held event", List.of("Person", "Organization", "Polity")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      day(days(view, entity, Dip.LATEST).stream().reduce((a, b) -> b), cell);
    }
  },
  /** The people whom a person met face to face. */
  MET("met", "people met", List.of("Person")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      view.all(view.iris().eventsGraph(), Terms.uri(entity.iri()), Dip.MET).stream()
          .map(other -> view.entity(other.getURI()))
          .sorted(Comparator.comparing(ExportedEntity::label).thenComparing(ExportedEntity::iri))
          .forEach(other -> entity(view, other, cell));
    }
  },
  /** Degrees east. */
  LONGITUDE("longitude", "longitude", List.of("Place", "Polity")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      decimal(entity.longitude(), cell);
    }
  },
  /** Degrees north. */
  LATITUDE("latitude", "latitude", List.of("Place", "Polity")) {
    @Override
    void values(GraphView view, ExportedEntity entity, ArrayNode cell) {
      decimal(entity.latitude(), cell);
    }
  };

  private final String id;
  private final String title;
  private final List<String> kinds;

  EntityProperty(String id, String title, List<String> kinds) {
    this.id = id;
    this.title = title;
    this.kinds = kinds;
  }

  /** Returns its identifier. */
  String id() {
    return id;
  }

  /** Returns its name for people. */
  String title() {
    return title;
  }

  /** Returns the types of entities that can have it. */
  List<String> kinds() {
    return kinds;
  }

  /** Returns the property of an identifier, or empty. */
  static Optional<EntityProperty> of(String id) {
    return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
  }

  /** Puts its values of an entity into a cell as the API has them. */
  abstract void values(GraphView view, ExportedEntity entity, ArrayNode cell);

  private static void text(String text, ArrayNode cell) {
    if (!text.isEmpty()) {
      cell.addObject().put("str", text);
    }
  }

  private static void entity(GraphView view, ExportedEntity entity, ArrayNode cell) {
    cell.addObject()
        .put("id", Identifiers.of(view.iris(), entity.iri()))
        .put("name", entity.label());
  }

  private static void decimal(String degrees, ArrayNode cell) {
    if (!degrees.isEmpty()) {
      cell.addObject().put("float", Double.parseDouble(degrees));
    }
  }

  private static void day(Optional<String> day, ArrayNode cell) {
    day.ifPresent(d -> cell.addObject().put("date", d + "T00:00:00Z"));
  }

  private static List<Node> held(GraphView view, ExportedEntity entity) {
    String graph = view.iris().eventsGraph();
    Node held = Dip.of(Status.HELD);
    return view.subjects(graph, Dip.PARTICIPANT, Terms.uri(entity.iri())).stream()
        .filter(event -> view.all(graph, event, Dip.STATUS).contains(held))
        .toList();
  }

  private static Set<String> days(GraphView view, ExportedEntity entity, Node bound) {
    Set<String> days = new TreeSet<>();
    for (Node event : held(view, entity)) {
      view.all(view.iris().eventsGraph(), event, bound)
          .forEach(day -> days.add(GraphView.text(day)));
    }
    return days;
  }

  private static int number(String iri) {
    return Integer.parseInt(iri.substring(iri.lastIndexOf('/') + 1));
  }

  private static String office(GraphView view, String graph, Node term) {
    StringBuilder office = new StringBuilder();
    view.one(graph, term, Dip.OFFICE).ifPresent(n -> office.append(GraphView.text(n)));
    view.one(graph, term, Dip.COUNTRY)
        .ifPresent(n -> office.append(" of ").append(view.entity(n.getURI()).label()));
    String from = view.one(graph, term, Dip.FIRST_YEAR).map(GraphView::text).orElse("");
    String to = view.one(graph, term, Dip.LAST_YEAR).map(GraphView::text).orElse("");
    if (!from.isEmpty() || !to.isEmpty()) {
      office.append(", ").append(from).append('–').append(to);
    }
    return office.toString();
  }
}
