package org.entente.evaluate;

import java.util.List;

/**
 * A document of the gold standard.
 *
 * @param id identifier, that of the document in the graph
 * @param meetings what a careful reader finds in it
 */
public record GoldDocument(String id, List<ScoredMeeting> meetings) {
  /** Copies the list. */
  public GoldDocument {
    meetings = List.copyOf(meetings);
  }
}
