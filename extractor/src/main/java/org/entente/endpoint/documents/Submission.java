package org.entente.endpoint.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.endpoint.guard.RequestBody;
import org.entente.rdf.Iris;

/**
 * What somebody sent to be added.
 *
 * @param name a name made from its content, for its file
 * @param suffix ending of the file's name, by which the reader knows its format
 * @param body the content
 * @param urls addresses to fetch, in place of a content
 * @param published the day of publication of what does not tell its own
 */
record Submission(
    String name, String suffix, byte[] body, List<String> urls, Optional<LocalDate> published) {
  /** The largest body, in bytes. */
  static final int LARGEST = 16 << 20;

  /** The most addresses of one call. */
  static final int MOST_URLS = 50;

  /** The types that are taken, with the endings of their files. */
  static final Map<String, String> TYPES = types();

  private static final List<String> FIELDS = List.of("id", "title", "url", "source");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("text/plain", ".json");
    types.put("application/json", ".json");
    types.put("application/x-ndjson", ".jsonl");
    types.put("application/jsonl", ".jsonl");
    types.put("text/html", ".html");
    types.put("text/markdown", ".md");
    return types;
  }

  /**
   * Reads a request.
   *
   * @throws NotTakenException when it is not taken
   * @throws IOException when the client does not send it
   */
  static Submission read(HttpServletRequest request) throws NotTakenException, IOException {
    String type =
        String.valueOf(request.getContentType())
            .replaceFirst(";.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (!TYPES.containsKey(type) || request.getHeader("Content-Encoding") != null) {
      throw new NotTakenException(
          415, "Send one of " + String.join(", ", TYPES.keySet()) + ", not compressed.");
    }
    byte[] body =
        RequestBody.read(request, LARGEST)
            .orElseThrow(
                () ->
                    new NotTakenException(
                        413, "More than " + LARGEST + " bytes are not taken at a time."));
    if (body.length == 0) {
      throw new NotTakenException(400, "There is nothing in the request.");
    }
    Optional<LocalDate> published = published(request.getParameter("published"));
    String name = "added-" + Iris.hash(body).substring(0, 16);
    if (type.equals("text/plain")) {
      return new Submission(
          name, TYPES.get(type), record(request, name, body), List.of(), published);
    }
    if (type.equals("application/json")) {
      JsonNode json = json(body);
      if (json.isObject() && json.has("urls")) {
        return new Submission(name, "", new byte[0], urls(json.get("urls")), published);
      }
    }
    return new Submission(name, TYPES.get(type), body, List.of(), published);
  }

  private static Optional<LocalDate> published(String day) throws NotTakenException {
    try {
      return day == null || day.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      throw new NotTakenException(400, "'published' is a day such as 2025-08-16.");
    }
  }

  private static byte[] record(HttpServletRequest request, String name, byte[] body)
      throws NotTakenException, JsonProcessingException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new NotTakenException(400, "The text is not in UTF-8.");
    }
    ObjectNode record = JSON.createObjectNode().put("id", name).put("text", text);
    for (String field : FIELDS) {
      String value = request.getParameter(field);
      if (value != null && !value.isBlank()) {
        record.put(field, value);
      }
    }
    return JSON.writeValueAsBytes(record);
  }

  private static JsonNode json(byte[] body) throws NotTakenException {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new NotTakenException(400, "This is no valid JSON.");
    }
  }

  private static List<String> urls(JsonNode node) throws NotTakenException {
    List<String> urls = new ArrayList<>();
    node.forEach(url -> urls.add(url.asText()));
    if (!node.isArray() || urls.isEmpty() || urls.size() > MOST_URLS) {
      throw new NotTakenException(400, "'urls' is a list of 1 to " + MOST_URLS + " addresses.");
    }
    return List.copyOf(urls);
  }
}
