package org.entente.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meetings of a small graph, and gold files that are not as they should be. */
class EndpointMeetingsTest {
  private static final String GRAPH =
      """
      PREFIX dip: <https://w3id.org/entente/diplomacy#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX : <https://example.org/>
      :d dcterms:identifier "doc-1" .
      :r1 a dip:Report ; dip:document :d ; dip:reportsEvent :e1 ; dip:reportsStatus dip:Held ;
        dip:reportsKind dip:Summit ; dip:reportsParticipant :ada ; dip:reportsAbsentee :bo ;
        dip:reportsPlace :oslo ;
        dip:reportsEarliestDate "2024-05-03"^^xsd:date ; dip:reportsLatestDate "2024-05-04"^^xsd:date .
      :ada a dip:Person ; rdfs:label "Ada Lindqvist" ; skos:altLabel "Lindqvist" ;
        skos:exactMatch <http://www.wikidata.org/entity/Q1> .
      :bo a dip:Person ; rdfs:label "Bo Ekman" .
      :oslo a dip:Place ; rdfs:label "Oslo" .
      """;

  @Test
  void readsEachReportAsAMeeting() {
    Dataset dataset = DatasetFactory.create();
    RDFParser.fromString(GRAPH, Lang.TURTLE).parse(dataset.asDatasetGraph());
    var meetings = EndpointMeetings.read(dataset);
    assertThat(meetings).containsOnlyKeys("doc-1");
    ScoredMeeting meeting = meetings.get("doc-1").get(0);
    assertThat(meeting.kind()).isEqualTo("summit");
    assertThat(meeting.status()).isEqualTo("held");
    assertThat(meeting.places()).containsExactly("Oslo");
    assertThat(meeting.earliest()).isEqualTo("2024-05-03");
    assertThat(meeting.latest()).isEqualTo("2024-05-04");
    assertThat(meeting.participants()).hasSize(1);
    assertThat(meeting.participants().get(0).labels())
        .containsExactlyInAnyOrder("Ada Lindqvist", "Lindqvist");
    assertThat(meeting.participants().get(0).qid()).isEqualTo("Q1");
    assertThat(meeting.absent().get(0).name()).isEqualTo("Bo Ekman");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"b\", \"meet                 | no valid JSON",
        "{\"meetings\": []}                     | no text 'id'",
        "{\"id\": \"b\"}                        | no list 'meetings'",
        "{\"id\": \"b\", \"meetings\": [{}]}    | no list 'participants'",
        "{\"id\": \"b\", \"meetings\": [{\"kind\": \"call\", \"status\": \"held\", \"participants\": [], \"place\": {\"names\": []}, \"date\": {\"earliest\": \"2024-05-03\"}}]} | one date bound alone",
        "{\"id\": \"b\", \"meetings\": [{\"kind\": \"call\", \"status\": \"held\", \"participants\": [], \"place\": {\"names\": []}, \"date\": {\"earliest\": \"May\"}}]} | YYYY-MM-DD",
      })
  void faultyGoldNamesTheLine(String line, String fault, @TempDir Path folder) throws IOException {
    Path file =
        Files.write(
            folder.resolve("gold.jsonl"), List.of("{\"id\": \"a\", \"meetings\": []}", "", line));
    assertThatThrownBy(() -> new GoldReader().read(file))
        .isInstanceOf(GoldFormatException.class)
        .hasMessageContaining("gold.jsonl:3: ")
        .hasMessageContaining(fault);
  }
}
