package org.entente.linking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.web.WebClient;

/**
 * A service that speaks the Entity Reconciliation API of the W3C's community group, version 0.2
 * (and 0.1, whose questions are the same), and whose identifiers are Wikidata's.
 */
public final class ReconciliationService implements LinkingService {
  private static final Pattern SPACE = Pattern.compile("https?://www\\.wikidata\\.org/(entity/)?");
  private static final Pattern ID =
      Pattern.compile("(?:https?://www\\.wikidata\\.org/entity/)?(Q[1-9][0-9]{0,9})");
  private static final int FOUND = 10;
  private static final int BATCH = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;
  private final WebClient client;
  private int batch;

  /**
   * Creates the service.
   *
   * @param address its address, where it tells its manifest
   * @param client asks it
   */
  public ReconciliationService(String address, WebClient client) {
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
    learn();
    Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(names);
    for (int at = 0; at < left.size(); at += batch) {
      candidates.putAll(ask(left.subList(at, Math.min(at + batch, left.size()))));
    }
    return candidates;
  }

  /** Reads the manifest once: whose identifiers these are, and how many questions it takes. */
  private synchronized void learn() throws IOException {
    if (batch > 0) {
      return;
    }
    JsonNode manifest = client.get(address);
    String space = manifest.path("identifierSpace").asText("");
    if (!manifest.path("name").isTextual() || space.isEmpty()) {
      throw new UnfitServiceException(
          address + " tells no manifest of the Entity Reconciliation API");
    }
    if (!SPACE.matcher(space).matches()) {
      throw new UnfitServiceException(
          manifest.path("name").asText() + " links to " + space + ", not to Wikidata");
    }
    batch = Math.max(1, Math.min(BATCH, manifest.path("batchSize").asInt(BATCH)));
  }

  private Map<String, List<Candidate>> ask(List<String> names) throws IOException {
    ObjectNode questions = JSON.createObjectNode();
    for (int i = 0; i < names.size(); i++) {
      questions.putObject("q" + i).put("query", names.get(i)).put("limit", FOUND);
    }
    JsonNode answer = client.post(address, Map.of("queries", JSON.writeValueAsString(questions)));
    Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      JsonNode results = answer.path("q" + i).path("result");
      if (!results.isArray()) {
        throw new IOException(address + " gives no result for a question");
      }
      List<Candidate> offered = new ArrayList<>();
      for (JsonNode result : results) {
        Matcher id = ID.matcher(result.path("id").asText());
        if (id.matches() && result.path("name").isTextual()) {
          offered.add(candidate(id.group(1), result));
        }
      }
      candidates.put(names.get(i), offered);
    }
    return candidates;
  }

  private static Candidate candidate(String qid, JsonNode result) {
    List<String> types = new ArrayList<>();
    for (JsonNode type : result.path("type")) {
      types.add(type.isTextual() ? type.asText() : type.path("name").asText());
    }
    return new Candidate(
        qid,
        result.path("name").asText(),
        List.of(),
        result.path("description").asText(""),
        types,
        List.of(),
        List.of(),
        0,
        0,
        result.path("score").asDouble(0),
        result.path("match").asBoolean(false));
  }
}
