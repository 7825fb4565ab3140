package org.entente.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the catalog as JSON for menus of editors: an array in the order of menus, of objects with
 * <code>name</code>, <code>title</code>, <code>question</code>, <code>keywords</code> (array),
 * <code>text</code> (SPARQL that runs as it is) and <code>parameters</code> (array of objects with
 * <code>name</code>, <code>type</code> as in {@link ParameterType#key()}, <code>classes</code>
 * (local names of the ontology's classes; empty where the value names nothing), <code>required
 * </code>, <code>default</code> where there is one, <code>description</code> and <code>example
 * </code>).
 */
public final class CatalogJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CatalogJson() {}

  /** Returns the catalog as JSON text. */
  public static String write(QueryCatalog catalog) {
    ArrayNode list = JSON.createArrayNode();
    for (NamedQuery query : catalog.queries()) {
      ObjectNode entry = list.addObject();
      entry.put("name", query.name()).put("title", query.title()).put("question", query.question());
      query.keywords().forEach(entry.putArray("keywords")::add);
      ArrayNode parameters = entry.putArray("parameters");
      query.parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
      entry.put("text", query.text());
    }
    return list.toPrettyString();
  }

  private static void describe(Parameter parameter, ObjectNode entry) {
    entry.put("name", parameter.name()).put("type", parameter.type().key());
    parameter.type().classes().forEach(entry.putArray("classes")::add);
    entry.put("required", parameter.required());
    parameter.defaultText().ifPresent(text -> entry.put("default", text));
    entry.put("description", parameter.description()).put("example", parameter.example());
  }
}
