package org.entente.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.document.Span;

/**
 * Reads entity-linking benchmarks in the format of the evaluation tool ELEVANT: one text a line.
 *
 * <pre>{"id": 1, "text": "…", "evaluation_span": [0, 99],
 * "labels": [{"span": [0, 8], "entity_id": "Q7747", "name": "…", "type": "Q215627|…"}]}</pre>
 *
 * <p>Spans count code points. Numbers, dates and other labels without an identifier of the form
 * "Q7747" get none; labels marked as optional or as coreference are skipped.
 */
public final class LinkedTextReader {
  private final ObjectMapper json = new ObjectMapper();

  /** Tells whether the first line of a file is a text with linked mentions. */
  public boolean reads(Path file) throws IOException {
    if (file.toString().endsWith(".txt")) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      return line != null && parse(file + ":1", line).path("labels").isArray();
    }
  }

  /**
   * Reads a file.
   *
   * @throws GoldFormatException when a line is not of the form above, naming the line
   * @throws IOException when the file cannot be read
   */
  public List<LinkedText> read(Path file) throws IOException {
    List<LinkedText> texts = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          texts.add(text(file + ":" + number, line));
        }
      }
    }
    return texts;
  }

  private JsonNode parse(String place, String line) throws GoldFormatException {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new GoldFormatException(place + ": no valid JSON: " + e.getOriginalMessage());
    }
  }

  private LinkedText text(String place, String line) throws GoldFormatException {
    JsonNode document = parse(place, line);
    JsonNode text = document.path("text");
    JsonNode labels = document.path("labels");
    if (!text.isTextual() || !labels.isArray() || !document.hasNonNull("id")) {
      throw new GoldFormatException(
          place + ": expected the fields \"id\", \"text\" and \"labels\": [...]");
    }
    String characters = text.textValue();
    List<GoldLink> links = new ArrayList<>();
    for (JsonNode label : labels) {
      if (!label.path("coref").asBoolean(false) && !label.path("optional").asBoolean(false)) {
        Span span =
            span(characters, label.path("span"))
                .orElseThrow(
                    () ->
                        new GoldFormatException(
                            place + ": expected \"span\": [begin, end] within the text: " + label));
        String id = label.path("entity_id").asText("");
        links.add(
            new GoldLink(
                span,
                id.matches("Q[1-9][0-9]*") ? id : "",
                label.path("name").asText(""),
                Set.of(label.path("type").asText("OTHER").split("\\|"))));
      }
    }
    Span evaluated =
        span(characters, document.path("evaluation_span")).orElse(new Span(0, characters.length()));
    return new LinkedText(document.get("id").asText(), characters, evaluated, links);
  }

  /** Turns a pair of code point offsets into a span. */
  private static Optional<Span> span(String text, JsonNode pair) {
    int length = text.codePointCount(0, text.length());
    if (pair.size() != 2
        || pair.get(0).asInt(-1) < 0
        || pair.get(1).asInt(-1) < pair.get(0).asInt()
        || pair.get(1).asInt() > length) {
      return Optional.empty();
    }
    int begin = text.offsetByCodePoints(0, pair.get(0).asInt());
    int end = text.offsetByCodePoints(0, pair.get(1).asInt());
    return Optional.of(new Span(begin, end));
  }
}
