package org.entente.wikidata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The items of {@code items.tsv} in the JSON that Wikidata's dumps and API have. */
public final class InventedItems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, ObjectNode> items = new LinkedHashMap<>();

  /** Reads the file. */
  public InventedItems() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                InventedItems.class.getResourceAsStream("items.tsv"), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(row -> items.put(row[0], item(row[0], row[1], row[2], row[3], row[4])));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the items by identifier. */
  public Map<String, ObjectNode> all() {
    return items;
  }

  /** Returns an item in the notation of the file. */
  public static ObjectNode item(
      String id, String label, String aliases, String description, String claims) {
    ObjectNode item = JSON.createObjectNode();
    item.put("type", "item").put("id", id);
    text(item.putObject("labels").putObject("en"), label);
    text(item.putObject("descriptions").putObject("en"), description);
    ObjectNode others = item.putObject("aliases");
    if (!aliases.isEmpty()) {
      ArrayNode list = others.putArray("en");
      for (String alias : aliases.split("\\|")) {
        text(list.addObject(), alias);
      }
    }
    ObjectNode statements = item.putObject("claims");
    for (String claim : claims.split("; ")) {
      if (!claim.isEmpty()) {
        statement(id, claim, statements);
      }
    }
    item.putObject("sitelinks");
    return item;
  }

  private static void text(ObjectNode node, String text) {
    node.put("language", "en").put("value", text);
  }

  private static void statement(String id, String claim, ObjectNode statements) {
    boolean deprecated = claim.startsWith("!");
    String property = claim.substring(deprecated ? 1 : 0, claim.indexOf('='));
    String[] value = claim.substring(claim.indexOf('=') + 1).split("@");
    ArrayNode group =
        statements.has(property)
            ? (ArrayNode) statements.get(property)
            : statements.putArray(property);
    ObjectNode statement = group.addObject();
    statement.set("mainsnak", snak(property, value[0]));
    statement.put("type", "statement");
    if (value.length > 1) {
      ObjectNode qualifiers = statement.putObject("qualifiers");
      List<String> order = new ArrayList<>();
      String[] years = value[1].split("-", -1);
      for (int i = 0; i < 2; i++) {
        if (!years[i].isEmpty()) {
          String about = i == 0 ? "P580" : "P582";
          qualifiers.putArray(about).add(snak(about, "+" + years[i]));
          order.add(about);
        }
      }
      ArrayNode inOrder = statement.putArray("qualifiers-order");
      order.forEach(inOrder::add);
    }
    statement.put("id", id + "$" + property + group.size());
    statement.put("rank", deprecated ? "deprecated" : "normal");
  }

  private static ObjectNode snak(String property, String value) {
    ObjectNode snak = JSON.createObjectNode();
    snak.put("snaktype", "value").put("property", property);
    ObjectNode data = snak.putObject("datavalue");
    if (value.startsWith("+")) {
      data.putObject("value")
          .put("time", String.format(Locale.ROOT, "+%s-00-00T00:00:00Z", value.substring(1)))
          .put("timezone", 0)
          .put("before", 0)
          .put("after", 0)
          .put("precision", 9)
          .put("calendarmodel", "http://www.wikidata.org/entity/Q1985727");
      data.put("type", "time");
      snak.put("datatype", "time");
    } else if (value.contains(",")) {
      data.putObject("value")
          .put("latitude", Double.parseDouble(value.split(",")[0]))
          .put("longitude", Double.parseDouble(value.split(",")[1]))
          .putNull("altitude")
          .put("precision", 0.01)
          .put("globe", "http://www.wikidata.org/entity/Q2");
      data.put("type", "globecoordinate");
      snak.put("datatype", "globe-coordinate");
    } else {
      data.putObject("value")
          .put("entity-type", "item")
          .put("numeric-id", Long.parseLong(value.substring(1)))
          .put("id", value);
      data.put("type", "wikibase-entityid");
      snak.put("datatype", "wikibase-item");
    }
    return snak;
  }
}
