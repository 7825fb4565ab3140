package org.entente.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.wikidata.Item;
import org.entente.wikidata.WikidataClient;

/** Wikidata's own search, with the statements of what it finds. */
public final class WikidataService implements LinkingService {
  private static final int BATCH = 10;
  private static final String INSTANCE = "P31";
  private static final String CITIZENSHIP = "P27";
  private static final String COUNTRY = "P17";
  private static final String POSITION = "P39";
  private static final String BORN = "P569";
  private static final String DIED = "P570";
  private static final String FOUNDED = "P571";
  private static final String DISSOLVED = "P576";

  private final String address;
  private final WikidataClient client;

  /**
   * Creates the service.
   *
   * @param address address of the API
   * @param client asks it
   */
  public WikidataService(String address, WikidataClient client) {
    this.address = address;
    this.client = client;
  }

  @Override
  public String id() {
    return address;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Map<String, List<Candidate>> candidates(Collection<String> names) throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    for (String name : names) {
      List<String> hits = client.search(name);
      found.put(name, hits);
      ids.addAll(hits);
    }
    Map<String, Item> items = client.items(ids);
    Set<String> named = new LinkedHashSet<>();
    for (Item item : items.values()) {
      named.addAll(item.values(INSTANCE));
      named.addAll(item.values(POSITION));
    }
    Map<String, String> labels = client.labels(named);
    Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> hits : found.entrySet()) {
      List<Candidate> offered = new ArrayList<>();
      for (String id : hits.getValue()) {
        if (items.containsKey(id)) {
          offered.add(candidate(items.get(id), labels));
        }
      }
      candidates.put(hits.getKey(), offered);
    }
    return candidates;
  }

  private static Candidate candidate(Item item, Map<String, String> labels) {
    List<Candidate.Office> offices = new ArrayList<>();
    for (Item.Dated position : item.dated(POSITION)) {
      String title = labels.get(position.value());
      if (title != null) {
        offices.add(new Candidate.Office(title, position.from(), position.to()));
      }
    }
    return new Candidate(
        item.id(),
        item.label(),
        item.aliases(),
        item.description(),
        item.values(INSTANCE).stream().filter(labels::containsKey).map(labels::get).toList(),
        Stream.concat(item.values(CITIZENSHIP).stream(), item.values(COUNTRY).stream())
            .distinct()
            .toList(),
        offices,
        item.has(BORN) ? item.year(BORN) : item.year(FOUNDED),
        item.has(DIED) ? item.year(DIED) : item.year(DISSOLVED),
        0,
        false);
  }
}
