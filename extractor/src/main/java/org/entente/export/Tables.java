package org.entente.export;

import java.util.List;
import java.util.Optional;

/** The tables that are taken out of a graph; what their cells are stands beside each column. */
final class Tables {
  private static final String SEVERAL = "; several values are separated by \"; \"";

  /** One row for each event. */
  static final Table<InView> EVENTS =
      new Table<>(
          "events",
          "One row for each event, as all its reports together tell it.",
          List.of(
              Column.text("event", "IRI of the event", row -> row.it().iri()),
              Column.text("label", "label of the event", row -> row.it().label()),
              Column.text(
                  "kind",
                  "Meeting, Talks, Summit, Visit, Call or Conference",
                  row -> row.it().kind().className()),
              Column.text(
                  "status",
                  "Held, Planned, Proposed, Cancelled or Denied",
                  row -> row.it().status().conceptName()),
              Column.day(
                  "earliest", "first day on which it can have been", row -> row.it().earliest()),
              Column.day("latest", "last day on which it can have been", row -> row.it().latest()),
              Column.text("place", "IRI of the most specific place", row -> row.it().place()),
              Column.text(
                  "place_label",
                  "label of the place",
                  row -> row.place().map(ExportedEntity::label)),
              Column.text(
                  "place_qid",
                  "Wikidata identifier of the place",
                  row -> row.place().map(ExportedEntity::qid)),
              Column.number(
                  "longitude",
                  "degrees east of the place",
                  row -> row.place().map(ExportedEntity::longitude)),
              Column.number(
                  "latitude",
                  "degrees north of the place",
                  row -> row.place().map(ExportedEntity::latitude)),
              Column.text(
                  "participants",
                  "labels of those who took part" + SEVERAL,
                  row ->
                      row.labels(
                          row.it().parties().stream().map(ExportedEvent.Party::agent).toList())),
              Column.text(
                  "absentees",
                  "labels of those who are told to have been absent" + SEVERAL,
                  row -> row.labels(row.it().absentees())),
              Column.text("duration", "length (ISO 8601)", row -> row.it().duration()),
              Column.text("topics", "topics" + SEVERAL, row -> row.it().topics()),
              Column.text("formats", "formats" + SEVERAL, row -> row.it().formats()),
              Column.text("outcomes", "outcomes" + SEVERAL, row -> row.it().outcomes()),
              Column.text("part_of", "IRI of the event around it", row -> row.it().partOf()),
              Column.count("reports", "number of its reports", row -> row.it().reports().size()),
              Column.count(
                  "sources",
                  "number of its sources: documents of one outlet, and copies of one text, count once",
                  row -> row.it().sources()),
              Column.number(
                  "confidence", "how sure the program is, 0 to 1", row -> row.it().confidence())),
          (view, filter, use) -> view.events(filter, event -> use.accept(new InView(view, event))));

  /** One row for each party of an event. */
  static final Table<Part> PARTICIPATIONS =
      new Table<>(
          "participations",
          "One row for each party of an event, and for each that is told to have been absent.",
          List.of(
              Column.text("event", "IRI of the event", Part::event),
              Column.text("agent", "IRI of the party", row -> row.party().agent()),
              Column.text("agent_label", "label of the party", row -> row.agent().label()),
              Column.text(
                  "agent_type", "Person, Organization or Polity", row -> row.agent().type()),
              Column.text(
                  "agent_qid", "Wikidata identifier of the party", row -> row.agent().qid()),
              Column.text(
                  "role",
                  "Host, Guest, Mediator, Participant, or Absentee",
                  row -> row.party().role()),
              Column.text("office", "office that the documents give", row -> row.party().office()),
              Column.text(
                  "represents", "IRI of whom the party stood for", row -> row.party().represents()),
              Column.text(
                  "represents_label",
                  "label of whom the party stood for",
                  row -> row.principal().map(ExportedEntity::label))),
          (view, filter, use) ->
              view.events(
                  filter,
                  event -> {
                    event.parties().forEach(party -> use.accept(Part.of(view, event, party)));
                    for (String absentee : event.absentees()) {
                      use.accept(
                          Part.of(
                              view, event, new ExportedEvent.Party(absentee, "Absentee", "", "")));
                    }
                  }));

  /** One row for each entity. */
  static final Table<ExportedEntity> ENTITIES =
      new Table<>(
          "entities",
          "One row for each person, organization, polity and place of the graph; filters do not apply.",
          List.of(
              Column.text("entity", "IRI of the entity", ExportedEntity::iri),
              Column.text("label", "label", ExportedEntity::label),
              Column.text("type", "Person, Organization, Polity or Place", ExportedEntity::type),
              Column.text("qid", "Wikidata identifier", ExportedEntity::qid),
              Column.text(
                  "close_matches",
                  "Wikidata identifiers of which the program is not sure" + SEVERAL,
                  ExportedEntity::closeMatches),
              Column.text(
                  "country",
                  "IRI of the state that it belongs to or lies in",
                  ExportedEntity::countryIri),
              Column.text("country_label", "label of that state", ExportedEntity::country),
              Column.text("description", "a few words", ExportedEntity::description),
              Column.text("names", "other names" + SEVERAL, ExportedEntity::names),
              Column.number("longitude", "degrees east", ExportedEntity::longitude),
              Column.number("latitude", "degrees north", ExportedEntity::latitude)),
          (view, filter, use) -> view.entities().forEach(iri -> use.accept(view.entity(iri))));

  /** One row for each sentence of a report. */
  static final Table<Sentence> REPORTS =
      new Table<>(
          "reports",
          "One row for each sentence that a report of an event rests on.",
          List.of(
              Column.text("event", "IRI of the event", Sentence::event),
              Column.text(
                  "report",
                  "IRI of the report: what one document says of the event",
                  row -> row.report().iri()),
              Column.text("document", "identifier of the document", row -> row.report().document()),
              Column.text("title", "title of the document", row -> row.report().title()),
              Column.text(
                  "publisher", "who published the document", row -> row.report().publisher()),
              Column.text("source", "address of the document", row -> row.report().source()),
              Column.day(
                  "published", "when the document was published", row -> row.report().issued()),
              Column.text("kind", "kind of the event as reported", row -> row.report().kind()),
              Column.text("status", "status as reported", row -> row.report().status()),
              Column.day("earliest", "first day as reported", row -> row.report().earliest()),
              Column.day("latest", "last day as reported", row -> row.report().latest()),
              Column.text(
                  "participants",
                  "IRIs of those who took part, as reported" + SEVERAL,
                  row -> row.report().participants()),
              Column.text(
                  "places",
                  "IRIs of the places named for the venue" + SEVERAL,
                  row -> row.report().places()),
              Column.number(
                  "confidence",
                  "how sure the program is of the report, 0 to 1",
                  row -> row.report().confidence()),
              Column.text("rule", "the rule or model that read it", row -> row.report().rule()),
              Column.count(
                  "begin",
                  "offset of the sentence's first character in the document's text",
                  row -> row.evidence().begin()),
              Column.count(
                  "end", "offset after the sentence's last character", row -> row.evidence().end()),
              Column.text("sentence", "the sentence", row -> row.evidence().words())),
          (view, filter, use) ->
              view.events(
                  filter,
                  event -> {
                    for (String iri : event.reports()) {
                      ExportedReport report = view.report(iri);
                      report
                          .evidence()
                          .forEach(e -> use.accept(new Sentence(event.iri(), report, e)));
                    }
                  }));

  /** All tables. */
  static final List<Table<?>> ALL = List.of(EVENTS, PARTICIPATIONS, ENTITIES, REPORTS);

  private Tables() {}

  /** An event with the graph that knows the labels of its entities. */
  record InView(GraphView view, ExportedEvent it) {
    Optional<ExportedEntity> place() {
      return it.place().map(view::entity);
    }

    List<String> labels(List<String> iris) {
      return iris.stream().map(iri -> view.entity(iri).label()).toList();
    }
  }

  /** A party of an event. */
  record Part(
      String event,
      ExportedEvent.Party party,
      ExportedEntity agent,
      Optional<ExportedEntity> principal) {
    static Part of(GraphView view, ExportedEvent event, ExportedEvent.Party party) {
      Optional<ExportedEntity> principal =
          party.represents().isEmpty()
              ? Optional.empty()
              : Optional.of(view.entity(party.represents()));
      return new Part(event.iri(), party, view.entity(party.agent()), principal);
    }
  }

  /** A sentence that a report rests on. */
  record Sentence(String event, ExportedReport report, ExportedReport.Evidence evidence) {}
}
