package org.entente.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.apache.commons.lang3.tuple.ImmutablePair;
import org.entente.web.WebClient;
import org.entente.web.WebSettings;
import org.wikidata.wdtk.datamodel.helpers.Datamodel;
import org.wikidata.wdtk.datamodel.interfaces.EntityDocument;
import org.wikidata.wdtk.datamodel.interfaces.ItemDocument;
import org.wikidata.wdtk.wikibaseapi.ApiConnection;
import org.wikidata.wdtk.wikibaseapi.WbGetEntitiesAction;
import org.wikidata.wdtk.wikibaseapi.WbGetEntitiesActionData;
import org.wikidata.wdtk.wikibaseapi.WbGetEntitiesSearchData;
import org.wikidata.wdtk.wikibaseapi.WbSearchEntitiesAction;
import org.wikidata.wdtk.wikibaseapi.WbSearchEntitiesResult;
import org.wikidata.wdtk.wikibaseapi.apierrors.MediaWikiApiErrorException;

/** Asks the API of Wikidata, or of a mirror of it. Safe for use by many threads. */
public final class WikidataClient {
  /** The address of Wikidata's own API. */
  public static final String ADDRESS = ApiConnection.URL_WIKIDATA_API;

  /** How many items the API gives at once. */
  private static final int AT_ONCE = 50;

  private static final long FOUND = 10;

  private final WbSearchEntitiesAction search;
  private final WbGetEntitiesAction get;

  /**
   * Creates a client.
   *
   * @param address address of the API, such as {@link #ADDRESS}
   * @param settings how it is asked
   */
  public WikidataClient(String address, WebSettings settings) {
    ApiConnection connection = new Connection(address, settings);
    this.search = new WbSearchEntitiesAction(connection, Datamodel.SITE_WIKIDATA);
    this.get = new WbGetEntitiesAction(connection, Datamodel.SITE_WIKIDATA);
  }

  /**
   * Returns the identifiers of items that have a name like this one, the best known first.
   *
   * @throws IOException when there is no answer, or none that can be read
   */
  public List<String> search(String name) throws IOException {
    WbGetEntitiesSearchData question = new WbGetEntitiesSearchData();
    question.search = name;
    question.language = "en";
    question.uselang = "en";
    question.type = "item";
    question.limit = FOUND;
    try {
      return search.wbSearchEntities(question).stream()
          .map(WbSearchEntitiesResult::getEntityId)
          .toList();
    } catch (MediaWikiApiErrorException e) {
      throw new IOException("Wikidata answers: " + e.getMessage(), e);
    }
  }

  /**
   * Returns items with labels, aliases, descriptions and statements, as many at once as the API
   * gives; identifiers of no item are missing from the answer.
   *
   * @throws IOException when there is no answer, or none that can be read
   */
  public Map<String, Item> items(Collection<String> ids) throws IOException {
    return items(ids, "labels|aliases|descriptions|claims");
  }

  /** Returns the English labels of items; those without one are missing. */
  public Map<String, String> labels(Collection<String> ids) throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    items(ids, "labels")
        .forEach(
            (id, item) -> {
              if (!item.label().isEmpty()) {
                labels.put(id, item.label());
              }
            });
    return labels;
  }

  private Map<String, Item> items(Collection<String> ids, String parts) throws IOException {
    Map<String, Item> items = new LinkedHashMap<>();
    Set<String> once = new LinkedHashSet<>(ids);
    List<String> left = new ArrayList<>(once);
    for (int at = 0; at < left.size(); at += AT_ONCE) {
      WbGetEntitiesActionData question = new WbGetEntitiesActionData();
      question.ids = String.join("|", left.subList(at, Math.min(at + AT_ONCE, left.size())));
      question.props = parts;
      question.languages = "en|mul|en-gb|en-ca";
      try {
        for (Map.Entry<String, EntityDocument> found : get.wbGetEntities(question).entrySet()) {
          if (found.getValue() instanceof ItemDocument item) {
            items.put(found.getKey(), new Item(item));
          }
        }
      } catch (MediaWikiApiErrorException e) {
        throw new IOException("Wikidata answers: " + e.getMessage(), e);
      }
    }
    return items;
  }

  /** The toolkit's connection with a client that keeps the pace; nobody logs in. */
  private static final class Connection extends ApiConnection {
    private final OkHttpClient.Builder builder;

    Connection(String address, WebSettings settings) {
      super(address);
      this.builder = WebClient.builder(settings);
    }

    @Override
    protected OkHttpClient.Builder getClientBuilder() {
      return builder;
    }

    /** The toolkit takes anything that is JSON for an answer that found nothing. */
    @Override
    public JsonNode sendJsonRequest(
        String method,
        Map<String, String> parameters,
        Map<String, ImmutablePair<String, File>> files)
        throws IOException, MediaWikiApiErrorException {
      JsonNode answer = super.sendJsonRequest(method, parameters, files);
      if (answer.path("success").asInt() != 1) {
        throw new IOException("no answer of Wikidata's API");
      }
      return answer;
    }

    @Override
    public void logout() {
      // nobody is logged in
    }
  }
}
