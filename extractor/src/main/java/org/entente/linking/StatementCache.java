package org.entente.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Statements that were fetched before, in a file of JSON Lines that is appended to as they come, so
 * that fetching goes on where it was stopped. A later line of an item replaces an earlier one, and
 * a line that was cut off is passed over.
 */
public final class StatementCache {
  /** How many days statements hold. */
  static final int DAYS = 90;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LinesFile file;
  private final LocalDate today;
  private final Map<String, FetchedItem> items = new HashMap<>();

  private StatementCache(Path file, LocalDate today) {
    this.file = new LinesFile(file);
    this.today = today;
  }

  /**
   * Opens a file; a missing one is made when there is something to write.
   *
   * @param today the day from which age is counted
   * @throws IOException when it is there and cannot be read
   */
  public static StatementCache open(Path file, LocalDate today) throws IOException {
    StatementCache cache = new StatementCache(file, today);
    cache.file.read(cache::read);
    return cache;
  }

  private void read(String line) throws JsonProcessingException {
    FetchedItem item = JSON.readValue(line, FetchedItem.class);
    if (item.fetched().matches("\\d{4}-\\d\\d-\\d\\d")) {
      items.put(item.qid(), item);
    }
  }

  /** Returns an item of any age. */
  public Optional<FetchedItem> get(String qid) {
    return Optional.ofNullable(items.get(qid));
  }

  /** Tells whether an item has to be fetched. */
  boolean stale(String qid) {
    FetchedItem item = items.get(qid);
    return item == null || !LocalDate.parse(item.fetched()).plusDays(DAYS).isAfter(today);
  }

  /** Returns the day that is written beside what is fetched now. */
  String day() {
    return today.toString();
  }

  /** Keeps items; throws {@link IOException} when they cannot be written. */
  void put(Collection<FetchedItem> fetched) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (FetchedItem item : fetched) {
      items.put(item.qid(), item);
      lines.append(JSON.writeValueAsString(item)).append('\n');
    }
    file.append(lines);
  }
}
