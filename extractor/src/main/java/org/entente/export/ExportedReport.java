package org.entente.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one document says of one event, as it is taken out.
 *
 * @param iri its IRI
 * @param document identifier of the document
 * @param title title of the document, or empty
 * @param publisher who published it, or empty
 * @param source its address, or empty
 * @param issued when it was published
 * @param kind local name of the kind as reported
 * @param status local name of the status as reported
 * @param earliest first day as reported
 * @param latest last day as reported
 * @param participants IRIs of those who took part
 * @param places IRIs of the places named for the venue
 * @param confidence how sure the program is, 0 to 1, or empty
 * @param rule the rule or model that read it
 * @param evidence the sentences that say so, in the order of the text
 */
record ExportedReport(
    String iri,
    String document,
    String title,
    String publisher,
    String source,
    Optional<LocalDate> issued,
    String kind,
    String status,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    List<String> participants,
    List<String> places,
    String confidence,
    String rule,
    List<Evidence> evidence) {
  /**
   * A sentence of the document.
   *
   * @param begin offset of its first character
   * @param end offset after its last character
   * @param words the sentence
   */
  record Evidence(int begin, int end, String words) {}
}
