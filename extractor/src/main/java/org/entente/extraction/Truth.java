package org.entente.extraction;

import java.util.Optional;
import java.util.Set;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/**
 * What a person annotated of one event in a document, in terms of the document's annotation.
 *
 * @param kind the kind of event
 * @param status whether it took place
 * @param parties the parties, by entity number
 * @param size number of the parties, with those that are no entity of the document
 * @param absentees who was not there, by entity number
 * @param places the venue's names, by entity number
 * @param date the days in which it lies, where the text says
 * @param sentences numbers of the sentences that tell of it; empty where it is not known
 */
public record Truth(
    Kind kind,
    Status status,
    Set<Integer> parties,
    int size,
    Set<Integer> absentees,
    Set<Integer> places,
    Optional<DateBounds> date,
    Set<Integer> sentences) {
  /** Copies the sets. */
  public Truth {
    parties = Set.copyOf(parties);
    absentees = Set.copyOf(absentees);
    places = Set.copyOf(places);
    sentences = Set.copyOf(sentences);
  }
}
