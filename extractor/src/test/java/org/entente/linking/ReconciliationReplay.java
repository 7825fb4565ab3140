package org.entente.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import org.entente.wikidata.InventedItems;

/** Answers as a reconciliation service of version 0.2 does, from the invented items. */
final class ReconciliationReplay implements Function<Map<String, String>, String> {
  static final String MANIFEST =
      """
      {"versions": ["0.1", "0.2"], "name": "Invented items",
       "identifierSpace": "http://www.wikidata.org/entity/",
       "schemaSpace": "http://www.wikidata.org/prop/direct/",
       "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
       "defaultTypes": [{"id": "Q35120", "name": "entity"}], "batchSize": 3}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final InventedItems items = new InventedItems();

  @Override
  public String apply(Map<String, String> fields) {
    if (!fields.containsKey("queries")) {
      return MANIFEST;
    }
    try {
      JsonNode questions = JSON.readTree(fields.get("queries"));
      ObjectNode answer = JSON.createObjectNode();
      questions
          .fields()
          .forEachRemaining(
              question -> {
                ArrayNode results = answer.putObject(question.getKey()).putArray("result");
                String query = question.getValue().path("query").asText();
                items
                    .all()
                    .forEach(
                        (id, item) -> {
                          String label = item.path("labels").path("en").path("value").asText();
                          if (label.equals(query)) {
                            ObjectNode result = results.addObject();
                            result.put("id", id).put("name", label).put("score", 100);
                            result.put("match", false);
                            result.put(
                                "description",
                                item.path("descriptions").path("en").path("value").asText());
                            ObjectNode type = result.putArray("type").addObject();
                            String kind =
                                item.at("/claims/P31/0/mainsnak/datavalue/value/id").asText();
                            type.put("id", kind);
                            type.put("name", items.all().get(kind).at("/labels/en/value").asText());
                          }
                        });
              });
      return answer.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
