package org.entente.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.source.UnreadableException;

/**
 * Reads records with the fields {@code id}, {@code published}, {@code title}, {@code url}, {@code
 * source} and {@code text}; other fields are ignored.
 */
final class JsonRecords {
  private static final long MILLIS_FROM = 100_000_000_000L;

  private final ObjectReader reader =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
    String text = string(node, "text");
    if (text.isBlank()) {
      throw new UnreadableException(
          node.has("text") ? "has a blank text" : "has no field \"text\"",
          "Put the article into the field \"text\".");
    }
    String published = date(node);
    return new Content(
        string(node, "id").strip(),
        text,
        Optional.empty(),
        published.isBlank() ? List.of() : List.of(published),
        string(node, "title").strip(),
        string(node, "url").strip(),
        string(node, "source").strip(),
        "");
  }

  private static String date(JsonNode node) throws UnreadableException {
    JsonNode value = node.get("published");
    if (value != null && value.isIntegralNumber() && value.canConvertToLong()) {
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
    return string(node, "published").strip();
  }

  private static String string(JsonNode node, String field) throws UnreadableException {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
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
