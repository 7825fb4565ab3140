package org.entente.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * A document of the gold standard.
 *
 * @param id identifier, that of the document in the graph
 * @param published day of publication, YYYY-MM-DD, where the gold file gives it
 * @param text the document's text, where the gold file holds it
 * @param file path of the document, where it is a file of its own
 * @param meetings what a careful reader finds in it
 */
public record GoldDocument(
    String id,
    Optional<String> published,
    Optional<String> text,
    Optional<String> file,
    List<ScoredMeeting> meetings) {
  /** Copies the list. */
  public GoldDocument {
    meetings = List.copyOf(meetings);
  }

  /** Makes a document of which the text is not known. */
  public GoldDocument(String id, List<ScoredMeeting> meetings) {
    this(id, Optional.empty(), Optional.empty(), Optional.empty(), meetings);
  }
}
