package org.entente.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * An event as it is taken out; lists are sorted.
 *
 * @param iri its IRI
 * @param label its label
 * @param kind its kind
 * @param status whether it took place
 * @param earliest the first day on which it can have been
 * @param latest the last day on which it can have been; present where {@code earliest} is
 * @param place IRI of its most specific place
 * @param parties who took part
 * @param absentees IRIs of those who did not
 * @param duration its length (ISO 8601), or empty
 * @param topics its topics
 * @param formats local names of its formats
 * @param outcomes local names of its outcomes
 * @param partOf IRI of the event around it
 * @param reports IRIs of its reports
 * @param sources how many sources tell of it
 * @param confidence how sure the program is of it, 0 to 1, or empty
 */
record ExportedEvent(
    String iri,
    String label,
    Kind kind,
    Status status,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    Optional<String> place,
    List<Party> parties,
    List<String> absentees,
    String duration,
    List<String> topics,
    List<String> formats,
    List<String> outcomes,
    Optional<String> partOf,
    List<String> reports,
    int sources,
    String confidence) {
  /** Tells whether it has bounds of its date. */
  boolean dated() {
    return earliest.isPresent() && latest.isPresent();
  }

  /**
   * Who took part.
   *
   * @param agent IRI of a person, organization or polity
   * @param role local name of the role
   * @param office the office given, or empty
   * @param represents IRI of whom the agent stood for, or empty
   */
  record Party(String agent, String role, String office, String represents) {}
}
