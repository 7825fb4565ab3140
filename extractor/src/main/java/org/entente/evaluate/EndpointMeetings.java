package org.entente.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;

/**
 * Reads the meetings that a graph reports, one for each {@code dip:Report}, by document identifier.
 *
 * <p>Where rows disagree, the last one counts, and the first label of an agent is its name: the
 * order of the rows, which the query leaves to the engine, is kept all the way.
 */
public final class EndpointMeetings {
  private static final long SECONDS = 120;
  private static final int DAY_LENGTH = "YYYY-MM-DD".length();
  private static final String ENTITY = "/entity/Q";

  private static final String QUERY =
      """
      PREFIX dip:     <https://w3id.org/entente/diplomacy#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs:    <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos:    <http://www.w3.org/2004/02/skos/core#>

      SELECT ?identifier ?report ?event ?kind ?status ?earliest ?latest ?confidence ?part ?thing ?label ?match
      WHERE {
        ?report a dip:Report ; dip:document ?document ; dip:reportsEvent ?event ; dip:reportsStatus ?status .
        ?document dcterms:identifier ?identifier .
        OPTIONAL { ?report dip:reportsKind ?kind }
        OPTIONAL { ?report dip:reportsEarliestDate ?earliest }
        OPTIONAL { ?report dip:reportsLatestDate ?latest }
        OPTIONAL { ?report dip:confidence ?confidence }
        OPTIONAL {
          VALUES (?property ?part) {
            (dip:reportsParticipant "participant")
            (dip:reportsAbsentee "absent")
            (dip:reportsPlace "place")
          }
          ?report ?property ?thing .
          { ?thing rdfs:label ?label } UNION { ?thing skos:altLabel ?label }
          OPTIONAL { ?thing a ?type . FILTER (?type IN (dip:Person, dip:Organization, dip:Polity, dip:Place)) }
          OPTIONAL { ?thing skos:exactMatch ?match }
        }
      }
      """;

  /** An agent while its rows are gathered. */
  private static final class AgentRows {
    private final String name;
    private final List<String> labels = new ArrayList<>();
    private String qid = "";

    AgentRows(String name) {
      this.name = name;
    }

    ScoredAgent agent() {
      return new ScoredAgent(name, labels, qid);
    }
  }

  /** A report while its rows are gathered. */
  private static final class ReportRows {
    private String kind = "";
    private String status = "";
    private String earliest = "";
    private String latest = "";
    private double confidence = 1;
    private String event = "";
    private final Map<String, AgentRows> participants = new LinkedHashMap<>();
    private final Map<String, AgentRows> absent = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();

    ScoredMeeting meeting() {
      return new ScoredMeeting(
          kind,
          status,
          agents(participants),
          agents(absent),
          places,
          earliest,
          latest,
          confidence,
          List.of(),
          event);
    }

    private static List<ScoredAgent> agents(Map<String, AgentRows> rows) {
      return rows.values().stream().map(AgentRows::agent).toList();
    }
  }

  private EndpointMeetings() {}

  /**
   * Reads from a SPARQL endpoint.
   *
   * @param endpoint URL of the query service
   * @return the meetings by document identifier, documents and meetings in the order of the answer
   * @throws org.apache.jena.atlas.web.HttpException when the endpoint does not answer
   */
  public static Map<String, List<ScoredMeeting>> read(String endpoint) {
    try (QueryExec query =
        QueryExecHTTP.service(endpoint)
            .queryString(QUERY)
            .timeout(SECONDS, TimeUnit.SECONDS)
            .build()) {
      return read(query.select());
    }
  }

  /**
   * Reads from a dataset, within the caller's transaction; the reports must be in its default graph
   * or the default graph be the union.
   *
   * @return as from an endpoint
   */
  public static Map<String, List<ScoredMeeting>> read(Dataset dataset) {
    try (QueryExec query = QueryExec.dataset(dataset.asDatasetGraph()).query(QUERY).build()) {
      return read(query.select());
    }
  }

  private static Map<String, List<ScoredMeeting>> read(RowSet rows) {
    Map<String, Map<String, ReportRows>> documents = new LinkedHashMap<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      ReportRows report =
          documents
              .computeIfAbsent(value(row, "identifier").orElseThrow(), d -> new LinkedHashMap<>())
              .computeIfAbsent(value(row, "report").orElseThrow(), r -> new ReportRows());
      add(row, report);
    }
    Map<String, List<ScoredMeeting>> meetings = new LinkedHashMap<>();
    documents.forEach(
        (document, reports) ->
            meetings.put(document, reports.values().stream().map(ReportRows::meeting).toList()));
    return meetings;
  }

  private static void add(Binding row, ReportRows report) {
    report.event = value(row, "event").orElseThrow();
    report.status = localName(value(row, "status").orElseThrow());
    report.kind = localName(value(row, "kind").orElse("#meeting"));
    Optional<String> earliest = value(row, "earliest");
    report.earliest = day(earliest.orElse(""));
    report.latest = day(value(row, "latest").or(() -> earliest).orElse(""));
    report.confidence = value(row, "confidence").map(Double::valueOf).orElse(1.0);
    Optional<String> thing = value(row, "thing");
    if (thing.isEmpty()) {
      return;
    }
    String part = value(row, "part").orElseThrow();
    String label = value(row, "label").orElseThrow();
    if (part.equals("place")) {
      report.places.add(label);
      return;
    }
    Map<String, AgentRows> agents =
        part.equals("participant") ? report.participants : report.absent;
    AgentRows agent = agents.computeIfAbsent(thing.get(), t -> new AgentRows(label));
    agent.labels.add(label);
    value(row, "match")
        .filter(match -> match.contains(ENTITY))
        .ifPresent(match -> agent.qid = match.substring(match.lastIndexOf('/') + 1));
  }

  private static Optional<String> value(Binding row, String variable) {
    Node node = row.get(variable);
    if (node == null) {
      return Optional.empty();
    }
    return Optional.of(
        node.isLiteral()
            ? node.getLiteralLexicalForm()
            : node.isURI() ? node.getURI() : node.toString());
  }

  private static String localName(String iri) {
    return iri.substring(iri.lastIndexOf('#') + 1).toLowerCase(Locale.ROOT);
  }

  private static String day(String date) {
    return date.substring(0, Math.min(DAY_LENGTH, date.length()));
  }
}
