package org.entente.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question of a batch: what does this cell stand for?
 *
 * @param text the words of the cell; empty where properties alone are given
 * @param types identifiers of types of which the answer must have one; empty for any
 * @param limit how many candidates are wanted at most
 * @param properties further cells of the row that a candidate should agree with
 */
record ReconciliationQuery(String text, List<String> types, int limit, List<Expected> properties) {
  private static final Set<String> MEMBERS =
      Set.of("query", "type", "limit", "properties", "type_strict");
  private static final Set<String> STRICTNESS = Set.of("any", "should", "all");
  private static final int USUAL_LIMIT = 10;
  private static final int MOST = 100;

  /**
   * A cell that a candidate should agree with.
   *
   * @param property identifier of a property
   * @param values texts or identifiers, of which one has to agree
   */
  record Expected(String property, List<String> values) {}

  /**
   * Reads the member {@code queries} of a request.
   *
   * @param most how many questions a batch may have
   * @return the questions by their keys, in order
   * @throws ReconciliationException if it is not as the specification has it
   */
  static Map<String, ReconciliationQuery> batch(JsonNode queries, int most) {
    if (!queries.isObject()) {
      throw new ReconciliationException("queries is not a JSON object of queries by their keys");
    }
    if (queries.size() > most) {
      throw new ReconciliationException(
          "there are " + queries.size() + " queries in the batch; it takes " + most);
    }
    Map<String, ReconciliationQuery> batch = new LinkedHashMap<>();
    queries
        .fields()
        .forEachRemaining(entry -> batch.put(entry.getKey(), of(entry.getKey(), entry.getValue())));
    return batch;
  }

  private static ReconciliationQuery of(String key, JsonNode query) {
    if (!query.isObject()) {
      throw wrong(key, "is not a JSON object");
    }
    query
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw wrong(key, "has the unknown member \"" + name + "\"");
              }
            });
    JsonNode text = query.path("query");
    JsonNode strict = query.path("type_strict");
    JsonNode limit = query.path("limit");
    if (!text.isMissingNode() && !text.isTextual()) {
      throw wrong(key, "has a query that is no string");
    }
    if (!strict.isMissingNode() && !STRICTNESS.contains(strict.asText())) {
      throw wrong(key, "has a type_strict that is none of any, should, all");
    }
    if (!limit.isMissingNode() && (!limit.isNumber() || limit.asInt() < 1)) {
      throw wrong(key, "has a limit that is no number from 1");
    }
    List<Expected> properties = properties(key, query.path("properties"));
    if (text.asText("").isBlank() && properties.isEmpty()) {
      throw wrong(key, "has neither a query nor properties");
    }
    return new ReconciliationQuery(
        text.asText("").strip(),
        strings(key, "type", query.path("type")),
        Math.min(MOST, limit.asInt(USUAL_LIMIT)),
        properties);
  }

  private static List<Expected> properties(String key, JsonNode given) {
    if (!given.isMissingNode() && !given.isArray()) {
      throw wrong(key, "has properties that are no array");
    }
    List<Expected> properties = new ArrayList<>();
    for (JsonNode property : given) {
      if (!property.path("pid").isTextual() || property.path("v").isMissingNode()) {
        throw wrong(key, "has a property without pid or v");
      }
      List<String> values = new ArrayList<>();
      JsonNode v = property.get("v");
      for (JsonNode value : v.isArray() ? v : List.of(v)) {
        if (value.isObject() ? !value.path("id").isTextual() : !value.isValueNode()) {
          throw wrong(key, "has a value that is neither text nor number nor an entity with an id");
        }
        values.add(value.isObject() ? value.get("id").asText() : value.asText());
      }
      properties.add(new Expected(property.get("pid").asText(), values));
    }
    return properties;
  }

  private static List<String> strings(String key, String name, JsonNode given) {
    List<String> strings = new ArrayList<>();
    if (given.isMissingNode()) {
      return strings;
    }
    for (JsonNode one : given.isArray() ? given : List.of(given)) {
      if (!one.isTextual()) {
        throw wrong(key, "has a " + name + " that is no string");
      }
      strings.add(one.asText());
    }
    return strings;
  }

  private static ReconciliationException wrong(String key, String what) {
    return new ReconciliationException("query " + key + " " + what);
  }
}
