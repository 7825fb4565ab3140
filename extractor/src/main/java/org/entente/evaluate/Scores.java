package org.entente.evaluate;

import java.util.List;

/**
 * Every figure of an evaluation.
 *
 * @param documents number of gold documents
 * @param goldMeetings number of their meetings
 * @param systemMeetings number of the system's meetings in the same documents
 * @param detect meetings: matched when their participants overlap with F1 of at least one half
 * @param people participants over all meetings, taken through the same assignment
 * @param pairs "A met B": unordered pairs of participants of held meetings other than conferences,
 *     as a set per document
 * @param strict whole records: participants, status, place and date bounds all right
 * @param absent absent agents, as a set per document
 * @param status status of matched meetings
 * @param kind kind of matched meetings
 * @param place place of matched meetings whose gold record states one
 * @param date both date bounds of matched meetings whose gold record states them
 * @param dateNear the same with intervals that overlap within a day and are not far longer
 * @param errors documents in which something is wrong, in the order of the gold documents
 */
public record Scores(
    int documents,
    int goldMeetings,
    int systemMeetings,
    Counts detect,
    Counts people,
    Counts pairs,
    Counts strict,
    Counts absent,
    Accuracy status,
    Accuracy kind,
    Accuracy place,
    Accuracy date,
    Accuracy dateNear,
    List<DocumentErrors> errors) {
  /** Copies the errors. */
  public Scores {
    errors = List.copyOf(errors);
  }
}
