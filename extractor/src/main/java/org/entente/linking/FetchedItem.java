package org.entente.linking;

import java.util.List;
import java.util.Map;
import org.entente.wikidata.Item;

/**
 * The chosen statements of an item of Wikidata.
 *
 * @param qid its identifier
 * @param fetched the day on which they were fetched, as YYYY-MM-DD
 * @param label its English label, or empty
 * @param statements the best values of each chosen property that it has
 */
public record FetchedItem(
    String qid, String fetched, String label, Map<String, List<Item.TypedValue>> statements) {
  /** Copies the map. */
  public FetchedItem {
    statements = Map.copyOf(statements);
  }
}
