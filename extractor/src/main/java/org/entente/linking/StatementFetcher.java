package org.entente.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.entente.wikidata.Item;
import org.entente.wikidata.WikidataClient;

/** Fetches chosen statements of items of Wikidata, and the labels of what they name. */
public final class StatementFetcher {
  private static final int BATCH = 50;

  private final WikidataClient client;
  private final StatementCache cache;
  private final List<String> properties;

  /**
   * Creates a fetcher.
   *
   * @param properties the properties whose statements are kept, such as "P27"
   */
  public StatementFetcher(
      WikidataClient client, StatementCache cache, Collection<String> properties) {
    this.client = client;
    this.cache = cache;
    this.properties = List.copyOf(new LinkedHashSet<>(properties));
  }

  /**
   * Fetches what the cache does not hold. Every batch is kept as soon as it is there, so that a
   * later call goes on where this one failed.
   *
   * @param ids identifiers of items
   * @param progress is told how many are there
   * @throws IOException when Wikidata does not answer, or the cache cannot be written
   */
  public void fetch(Collection<String> ids, LongConsumer progress) throws IOException {
    List<String> open = new ArrayList<>();
    for (String qid : new TreeSet<>(ids)) {
      if (cache.stale(qid) || !complete(qid)) {
        open.add(qid);
      }
    }
    long there = ids.size() - open.size();
    for (int at = 0; at < open.size(); at += BATCH) {
      List<String> batch = open.subList(at, Math.min(at + BATCH, open.size()));
      Map<String, Item> items = client.items(batch);
      List<FetchedItem> fetched = new ArrayList<>();
      for (String qid : batch) {
        fetched.add(fetched(qid, items.get(qid)));
      }
      cache.put(fetched);
      there += batch.size();
      progress.accept(there);
    }
    labels(ids);
  }

  /** An item that was fetched for other properties has to be fetched again. */
  private boolean complete(String qid) {
    return cache
        .get(qid)
        .filter(item -> item.statements().keySet().containsAll(properties))
        .isPresent();
  }

  private FetchedItem fetched(String qid, Item item) {
    Map<String, List<Item.TypedValue>> statements = new LinkedHashMap<>();
    for (String property : properties) {
      statements.put(property, item == null ? List.of() : item.best(property));
    }
    return new FetchedItem(qid, cache.day(), item == null ? "" : item.label(), statements);
  }

  private void labels(Collection<String> ids) throws IOException {
    Set<String> named = new TreeSet<>();
    for (String qid : ids) {
      cache.get(qid).ifPresent(item -> named.addAll(values(item)));
    }
    List<String> open =
        named.stream().filter(qid -> cache.get(qid).isEmpty() || cache.stale(qid)).toList();
    for (int at = 0; at < open.size(); at += BATCH) {
      List<String> batch = open.subList(at, Math.min(at + BATCH, open.size()));
      Map<String, String> labels = client.labels(batch);
      List<FetchedItem> fetched = new ArrayList<>();
      for (String qid : batch) {
        fetched.add(new FetchedItem(qid, cache.day(), labels.getOrDefault(qid, ""), Map.of()));
      }
      cache.put(fetched);
    }
  }

  private static List<String> values(FetchedItem item) {
    return item.statements().values().stream()
        .flatMap(List::stream)
        .filter(value -> value.kind() == Item.ValueKind.ITEM)
        .map(Item.TypedValue::text)
        .toList();
  }

  /** Returns what is known of items: theirs and that of the items which they name. */
  public List<FetchedItem> known(Collection<String> ids) {
    Set<String> all = new TreeSet<>(ids);
    for (String qid : ids) {
      cache.get(qid).ifPresent(item -> all.addAll(values(item)));
    }
    List<FetchedItem> known = new ArrayList<>();
    all.forEach(qid -> cache.get(qid).ifPresent(known::add));
    return known;
  }
}
