package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.correction.Column;
import org.entente.correction.Correction;
import org.entente.correction.NamedThing;
import org.entente.correction.ReportReference;
import org.entente.correction.Values;
import org.entente.document.Document;
import org.entente.rdf.Dip;
import org.entente.rdf.DocumentMapper;
import org.entente.rdf.EntityFacts;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;
import org.entente.report.Kind;
import org.entente.report.Role;
import org.entente.report.Status;

/** Corrects what the reports of one document say. */
final class FactCorrector {
  private final String document;
  private final Statements reading;
  private final Statements statements;
  private final Iris iris;
  private final EntityFacts facts;

  /**
   * Prepares the correction of a document.
   *
   * @param document its identifier
   * @param reading what was read, in which reports are looked up
   * @param statements what is corrected
   */
  FactCorrector(
      String document, Statements reading, Statements statements, Iris iris, EntityFacts facts) {
    this.document = document;
    this.reading = reading;
    this.statements = statements;
    this.iris = iris;
    this.facts = facts;
  }

  /** Returns the report that a decision is about. */
  Node report(Correction row) throws DocumentCorrector.Inapplicable {
    return report(reading, row.cell(Column.REPORT));
  }

  /** Returns the report that a cell names. */
  static Node report(Statements statements, String cell) throws DocumentCorrector.Inapplicable {
    List<Node> found = statements.reports(ReportReference.parse(cell));
    if (found.isEmpty()) {
      throw new DocumentCorrector.Inapplicable(
          "no report of the document has these words in its evidence: " + cell);
    }
    if (found.size() > 1) {
      throw new DocumentCorrector.Inapplicable(
          "%d reports of the document have these words in their evidence: %s; such as %s and %s"
              .formatted(
                  found.size(),
                  cell,
                  statements.reference(found.get(0)),
                  statements.reference(found.get(1))));
    }
    return found.get(0);
  }

  /** Carries out a decision and returns the report. */
  Node apply(Correction row) throws DocumentCorrector.Inapplicable {
    Node report = report(row);
    String value = row.cell(Column.VALUE);
    switch (row.decision()) {
      case KIND -> set(report, Dip.REPORTS_KIND, Values.kind(value).map(Dip::of));
      case STATUS -> set(report, Dip.REPORTS_STATUS, Values.status(value).map(Dip::of));
      case DATE -> {
        Optional<DateBounds> days = Values.days(value);
        statements.remove(report, Dip.REPORTS_DATE_TEXT, Node.ANY);
        set(report, Dip.REPORTS_EARLIEST, days.map(DateBounds::earliest).map(Terms::date));
        set(report, Dip.REPORTS_LATEST, days.map(DateBounds::latest).map(Terms::date));
      }
      case DURATION -> {
        statements.remove(report, Dip.REPORTS_DURATION_TEXT, Node.ANY);
        set(report, Dip.REPORTS_DURATION, Values.length(value).map(Terms::duration));
      }
      case PLACE -> place(report, row.cell(Column.NAME), value);
      case PARTY -> party(report, row.cell(Column.NAME), value);
      case NO_PARTY -> {
        Node agent = only(statements.parties(report), row.cell(Column.NAME), "party of the report");
        parts(report, agent)
            .forEach(
                part -> {
                  statements.remove(part, Node.ANY, Node.ANY);
                  statements.remove(report, Dip.REPORTS_PARTICIPATION, part);
                });
        withdraw(report, agent);
      }
      case NO_ABSENTEE ->
          statements.remove(
              report,
              Dip.REPORTS_ABSENTEE,
              only(
                  statements.all(report, Dip.REPORTS_ABSENTEE),
                  row.cell(Column.NAME),
                  "absentee of the report"));
      default -> throw new IllegalArgumentException(row.decision().word());
    }
    label(report);
    return report;
  }

  private void set(Node report, Node property, Optional<Node> value) {
    statements.remove(report, property, Node.ANY);
    value.ifPresent(node -> statements.add(report, property, node));
  }

  private void place(Node report, String name, String value) throws DocumentCorrector.Inapplicable {
    List<Node> wrong = statements.all(report, Dip.REPORTS_PLACE);
    if (!name.isEmpty()) {
      wrong = List.of(only(wrong, name, "place of the report"));
    }
    Optional<Node> right =
        value.isEmpty() ? Optional.empty() : Optional.of(entity(value, EntityType.PLACE));
    wrong.forEach(node -> statements.remove(report, Dip.REPORTS_PLACE, node));
    right.ifPresent(
        node -> {
          statements.add(node, Terms.TYPE, Dip.PLACE);
          statements.add(report, Dip.REPORTS_PLACE, node);
        });
  }

  private void party(Node report, String name, String value) throws DocumentCorrector.Inapplicable {
    Optional<Node> wrong =
        name.isEmpty()
            ? Optional.empty()
            : Optional.of(only(statements.parties(report), name, "party of the report"));
    Node agent = entity(value, EntityType.PERSON);
    if (iris.type(agent.getURI()).filter(EntityType.PLACE::equals).isPresent()) {
      statements.add(agent, Terms.TYPE, Dip.of(EntityType.POLITY));
    }
    if (wrong.isPresent()) {
      for (Node part : parts(report, wrong.get())) {
        statements.remove(part, Node.ANY, Node.ANY);
        participate(report, part, agent);
      }
      withdraw(report, wrong.get());
    } else {
      int last =
          statements.all(report, Dip.REPORTS_PARTICIPATION).stream()
              .mapToInt(FactCorrector::number)
              .max()
              .orElse(0);
      participate(report, Terms.uri(iris.reportParticipation(report.getURI(), last + 1)), agent);
    }
  }

  /** Makes somebody a party of whom no role is known. */
  private void participate(Node report, Node part, Node agent) {
    statements.add(report, Dip.REPORTS_PARTICIPANT, agent);
    statements.add(report, Dip.REPORTS_PARTICIPATION, part);
    statements.add(part, Terms.TYPE, Dip.PARTICIPATION);
    statements.add(part, Dip.AGENT, agent);
    statements.add(part, Dip.ROLE, Dip.of(Role.PARTICIPANT));
  }

  private void withdraw(Node report, Node agent) {
    statements.remove(report, Dip.REPORTS_PARTICIPANT, agent);
    for (Role role : Role.values()) {
      DocumentMapper.roleProperty(role)
          .ifPresent(property -> statements.remove(report, property, agent));
    }
  }

  private List<Node> parts(Node report, Node agent) {
    return statements.all(report, Dip.REPORTS_PARTICIPATION).stream()
        .filter(part -> statements.has(part, Dip.AGENT, agent))
        .toList();
  }

  private static int number(Node part) {
    return Integer.parseInt(part.getURI().substring(part.getURI().lastIndexOf('/') + 1));
  }

  private Node only(List<Node> entities, String name, String what)
      throws DocumentCorrector.Inapplicable {
    return only(statements, entities, name, what);
  }

  /** Returns the one of some entities that has that name. */
  static Node only(Statements statements, List<Node> entities, String name, String what)
      throws DocumentCorrector.Inapplicable {
    List<Node> found = statements.named(entities, name);
    if (found.isEmpty()) {
      throw new DocumentCorrector.Inapplicable(
          "no %s is named %s; there are: %s"
              .formatted(
                  what,
                  name,
                  String.join(
                      ", ",
                      entities.stream()
                          .flatMap(e -> statements.texts(e, Terms.NAME).stream().limit(1))
                          .toList())));
    }
    if (found.size() > 1) {
      throw new DocumentCorrector.Inapplicable(
          "%s names %d of them; give the IRI instead, such as %s"
              .formatted(name, found.size(), found.get(0).getURI()));
    }
    return found.get(0);
  }

  /** Returns the entities of a document. */
  static List<Node> entities(Statements statements) {
    return Stream.of(EntityType.values())
        .flatMap(type -> statements.subjects(Terms.TYPE, Dip.of(type)).stream())
        .distinct()
        .toList();
  }

  /** Returns the entity that a decision supplies: the document's own, or a new one. */
  private Node entity(String value, EntityType usual) throws DocumentCorrector.Inapplicable {
    NamedThing thing = NamedThing.parse(value).orElseThrow();
    List<Node> own = entities(statements);
    if (thing.qid().isEmpty() && !statements.named(own, thing.name()).isEmpty()) {
      return only(own, thing.name(), "entity of the document");
    }
    Optional<EntityFacts.Known> known =
        thing.qid().isPresent()
            ? facts
                .of(thing.qid().get(), List.of(thing.name()))
                .map(f -> new EntityFacts.Known(f.type(), f.label(), thing.qid().get()))
            : thing.type().isEmpty() ? facts.polity(thing.name()) : Optional.empty();
    EntityType type = known.map(EntityFacts.Known::type).or(thing::type).orElse(usual);
    String iri =
        known
            .map(k -> iris.linked(k.type(), k.label(), k.qid()))
            .or(() -> thing.qid().map(qid -> iris.linked(type, thing.name(), qid)))
            .orElseGet(() -> unlinked(type, thing.name()));
    Node node = Terms.uri(iri);
    statements.add(node, Terms.TYPE, Dip.of(type));
    statements.add(node, Terms.NAME, Terms.string(thing.name()));
    return node;
  }

  private String unlinked(EntityType type, String name) {
    return iris.entity(
        new Entity(0, type, name, List.of(), "", "", Optional.empty(), true),
        new Document(document, "", List.of(), Optional.empty(), "", "", "", document));
  }

  /** Writes the label of a report anew. */
  private void label(Node report) {
    List<Node> parts = new ArrayList<>(statements.all(report, Dip.REPORTS_PARTICIPATION));
    parts.sort(Comparator.comparing(FactCorrector::number));
    List<String> names =
        parts.stream().flatMap(p -> statements.all(p, Dip.AGENT).stream()).map(this::name).toList();
    Optional<Node> earliest = statements.one(report, Dip.REPORTS_EARLIEST);
    Node node = Terms.uri(iris.document(document));
    set(
        report,
        Terms.LABEL,
        Optional.of(
            Terms.string(
                DocumentMapper.reportLabel(
                    Stream.of(Kind.values())
                        .filter(k -> statements.has(report, Dip.REPORTS_KIND, Dip.of(k)))
                        .findFirst()
                        .orElseThrow(),
                    Stream.of(Status.values())
                        .filter(s -> statements.has(report, Dip.REPORTS_STATUS, Dip.of(s)))
                        .findFirst()
                        .orElseThrow(),
                    names,
                    innermost(report).map(this::name),
                    earliest.map(
                        e ->
                            new DateBounds(
                                day(e), day(statements.one(report, Dip.REPORTS_LATEST).orElse(e)))),
                    statements.texts(node, Terms.PUBLISHER).stream()
                        .findFirst()
                        .orElse(document)))));
  }

  /** Returns the place of a report in which no other of its places lies. */
  private Optional<Node> innermost(Node report) {
    List<Node> places = statements.all(report, Dip.REPORTS_PLACE);
    Set<Node> outer = new HashSet<>();
    for (Node place : places) {
      outer.addAll(statements.all(place, Terms.CONTAINED_IN_PLACE));
    }
    return places.stream()
        .filter(p -> !outer.contains(p))
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  private String name(Node entity) {
    return statements.texts(entity, Terms.NAME).stream().findFirst().orElse(entity.getURI());
  }

  private static LocalDate day(Node literal) {
    return LocalDate.parse(literal.getLiteralLexicalForm());
  }
}
