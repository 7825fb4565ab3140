package org.entente.wikidata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/** Answers as Wikidata's API does, from the invented items. */
public final class WikidataReplay implements Function<Map<String, String>, String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InventedItems items = new InventedItems();

  @Override
  public String apply(Map<String, String> fields) {
    return switch (fields.getOrDefault("action", "")) {
      case "wbsearchentities" -> search(fields.get("search"));
      case "wbgetentities" -> entities(fields.get("ids"), fields.get("props"));
      default ->
          "{\"error\":{\"code\":\"badvalue\",\"info\":\"Unrecognized value for parameter"
              + " \\\"action\\\".\"},\"servedby\":\"test\"}";
    };
  }

  private String search(String words) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("searchinfo").put("search", words);
    ArrayNode hits = answer.putArray("search");
    items
        .all()
        .forEach(
            (id, item) -> {
              String label = item.path("labels").path("en").path("value").asText();
              String match = label.startsWith(words) ? label : "";
              for (var alias : item.path("aliases").path("en")) {
                match = alias.path("value").asText().equals(words) ? words : match;
              }
              if (!match.isEmpty()) {
                ObjectNode hit = hits.addObject();
                hit.put("id", id).put("title", id).put("pageid", 1);
                hit.putObject("display").putObject("label").put("value", label);
                hit.put("repository", "wikidata").put("url", "//www.wikidata.org/wiki/" + id);
                hit.put("concepturi", "http://www.wikidata.org/entity/" + id);
                hit.put("label", label);
                hit.putObject("match")
                    .put("type", match.equals(label) ? "label" : "alias")
                    .put("language", "en")
                    .put("text", match);
              }
            });
    answer.put("success", 1);
    return answer.toString();
  }

  private String entities(String ids, String props) {
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode entities = answer.putObject("entities");
    for (String id : ids.split("\\|")) {
      ObjectNode item = items.all().get(id);
      if (item == null) {
        entities.putObject(id).put("id", id).put("missing", "");
        continue;
      }
      ObjectNode kept = entities.putObject(id);
      kept.put("type", "item").put("id", id);
      for (String part : props.split("\\|")) {
        kept.set(part, item.get(part));
      }
    }
    answer.put("success", 1);
    return answer.toString();
  }
}
