package org.entente.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reads what the markup of a page says of its article, by the table {@code html-metadata.tsv} and
 * from schema.org objects in JSON-LD.
 */
final class HtmlMetadata {
  private static final int MAX_DEPTH = 12;

  /**
   * A row of the table.
   *
   * @param field what is read
   * @param selector jsoup selector of the element
   * @param attribute its attribute that holds the value, or {@code text} for what it shows
   * @param example markup that holds a value
   * @param counterexample markup that holds none
   */
  record Rule(
      String field, String selector, String attribute, String example, String counterexample) {
    List<String> values(Element page) {
      return page.select(selector).stream()
          .map(element -> attribute.equals("text") ? element.text() : element.attr(attribute))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .toList();
    }
  }

  private final List<Rule> rules;
  private final ObjectMapper json = new ObjectMapper();

  HtmlMetadata() {
    this.rules = rules();
  }

  static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    try (InputStream in = HtmlMetadata.class.getResourceAsStream("html-metadata.tsv")) {
      if (in == null) {
        throw new IllegalStateException("html-metadata.tsv is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
          throw new IllegalStateException("html-metadata.tsv: expected 5 columns: " + line);
        }
        rules.add(new Rule(cells[0], cells[1], cells[2], cells[3], cells[4]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rules);
  }

  /**
   * Reads all fields of a page.
   *
   * @param page the parsed page with its scripts
   * @return values by field ({@code published}, {@code title}, {@code url}, {@code publisher},
   *     {@code text}), the best first
   */
  Map<String, List<String>> read(Element page) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, List<String>> linked = linkedData(page);
    for (Rule rule : rules) {
      List<String> found =
          rule.selector().equals("json-ld")
              ? linked.getOrDefault(rule.attribute(), List.of())
              : rule.values(page);
      values.computeIfAbsent(rule.field(), field -> new ArrayList<>()).addAll(found);
    }
    return values;
  }

  private Map<String, List<String>> linkedData(Element page) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        articles(json.readTree(script.data()), 0)
            .forEach(
                article -> {
                  for (Rule rule : rules) {
                    if (rule.selector().equals("json-ld")) {
                      value(article.at("/" + rule.attribute().replace('.', '/')))
                          .ifPresent(
                              value ->
                                  values
                                      .computeIfAbsent(rule.attribute(), key -> new ArrayList<>())
                                      .add(value));
                    }
                  }
                });
      } catch (JsonProcessingException e) {
        // Broken structured data is common and never the only source of a field.
        continue;
      }
    }
    return values;
  }

  private static Optional<String> value(JsonNode node) {
    JsonNode first = node.isArray() ? node.path(0) : node;
    return first.isValueNode() && !first.asText().isBlank() && !first.isNull()
        ? Optional.of(first.asText().strip())
        : Optional.empty();
  }

  /** The objects that describe an article; those of lists of other articles are left out. */
  private static Stream<JsonNode> articles(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return Stream.empty();
    }
    if (node.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      node.forEach(elements::add);
      return elements.stream().flatMap(element -> articles(element, depth + 1));
    }
    if (!node.isObject()) {
      return Stream.empty();
    }
    String type = node.path("@type").toString();
    if (type.matches(".*(?:Article|BlogPosting|Report|WebPage|PressRelease|CreativeWork).*")) {
      return Stream.concat(Stream.of(node), articles(node.path("mainEntity"), depth + 1));
    }
    return Stream.of("@graph", "mainEntity", "mainEntityOfPage")
        .flatMap(key -> articles(node.path(key), depth + 1));
  }
}
