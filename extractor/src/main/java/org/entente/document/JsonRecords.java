package org.entente.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.source.UnreadableException;

/** Reads records of JSON by their fields, see {@link RecordField}; other fields are ignored. */
final class JsonRecords {
  private static final long MILLIS_FROM = 100_000_000_000L;

  private final ObjectReader reader =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Columns columns;

  /**
   * Makes a reader.
   *
   * @param columns how the fields are called
   */
  JsonRecords(Columns columns) {
    this.columns = columns;
  }

  /**
   * Parses JSON.
   *
   * @throws UnreadableException when it is malformed, naming the place
   */
  JsonNode parse(String json) throws UnreadableException {
    try {
      return reader.readTree(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String place =
          at == null
              ? ""
              : " at "
                  + (at.getLineNr() > 1 ? "line " + at.getLineNr() + ", " : "")
                  + "column "
                  + at.getColumnNr();
      throw new UnreadableException(
          "is no valid JSON" + place + ": " + firstSentence(e.getOriginalMessage()),
          "Write one complete JSON object, with its line breaks escaped as \\n.");
    }
  }

  /**
   * Reads a record.
   *
   * @throws UnreadableException when it is no object, has no text, or a field is not of its type
   */
  Content record(JsonNode node) throws UnreadableException {
    if (!node.isObject()) {
      throw new UnreadableException(
          "is JSON but no object",
          "Write {\"id\": ..., \"published\": ..., \"text\": ...} with at least the text.");
    }
    Map<RecordField, String> values = new EnumMap<>(RecordField.class);
    Map<RecordField, List<String>> found = found(node);
    for (var field : found.entrySet()) {
      List<String> texts = new ArrayList<>();
      for (String name : field.getValue()) {
        String text =
            field.getKey() == RecordField.PUBLISHED
                ? date(at(node, name), name)
                : string(at(node, name), name);
        if (!text.isBlank()) {
          texts.add(text);
        }
      }
      values.put(field.getKey(), String.join(RecordContent.glue(field.getKey()), texts));
    }
    if (!found.containsKey(RecordField.TEXT)) {
      throw new UnreadableException(
          "has no field \"text\"",
          "Put the article into the field \"text\", or say with --columns text=... how the field is"
              + " called.");
    }
    return RecordContent.of(values, found.get(RecordField.TEXT).get(0));
  }

  private Map<RecordField, List<String>> found(JsonNode node) throws UnreadableException {
    List<String> names = new ArrayList<>();
    node.fields()
        .forEachRemaining(
            field -> {
              // An object that happens to be called as a field may be is something else.
              if (!field.getValue().isContainerNode() || isMeant(field.getKey())) {
                names.add(field.getKey());
              }
            });
    columns.given().values().stream()
        .flatMap(List::stream)
        .filter(name -> name.contains(".") && !at(node, name).isMissingNode())
        .forEach(names::add);
    try {
      return columns.among(names);
    } catch (Columns.UnknownColumnException e) {
      throw new UnreadableException(
          "has no field \"" + e.getMessage() + "\"",
          "Its fields are: " + String.join(", ", names) + ".");
    }
  }

  private boolean isMeant(String name) {
    return RecordField.ofKey(name).isPresent()
        || columns.given().values().stream().anyMatch(names -> names.contains(name));
  }

  /** Returns the field of that name, or of that path, such as {@code source.name}. */
  private static JsonNode at(JsonNode node, String name) {
    JsonNode direct = node.path(name);
    if (!direct.isMissingNode() || !name.contains(".")) {
      return direct;
    }
    JsonNode inner = node;
    for (String part : name.split("\\.")) {
      inner = inner.path(part);
    }
    return inner;
  }

  private static String date(JsonNode value, String field) throws UnreadableException {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      long number = value.longValue();
      if (number > 9999) {
        // Numbers are Unix time, in seconds or, as JavaScript writes it, in milliseconds.
        try {
          Instant instant =
              Math.abs(number) >= MILLIS_FROM
                  ? Instant.ofEpochMilli(number)
                  : Instant.ofEpochSecond(number);
          return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
        } catch (DateTimeException e) {
          return value.asText();
        }
      }
    }
    return string(value, field);
  }

  private static String string(JsonNode value, String field) throws UnreadableException {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isContainerNode()) {
      throw new UnreadableException(
          "has a field \"" + field + "\" that is no string", "Write it as a JSON string.");
    }
    return value.asText();
  }

  private static String firstSentence(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
