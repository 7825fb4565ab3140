package org.entente.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a gold file: JSON Lines in UTF-8, one document a line, or the notation of a text file.
 *
 * <pre>{"id": "…", "meetings": [{"kind": "meeting", "status": "held",
 *   "participants": [{"name": "…", "type": "person", "qid": "Q…"}],
 *   "absent": ["…"],
 *   "place": {"names": ["…"]}, "date": {"earliest": "YYYY-MM-DD", "latest": "YYYY-MM-DD"},
 *   "evidence": [1], "event": "…"}]}</pre>
 *
 * <p>{@code published}, {@code text} or {@code file}, {@code type}, {@code qid}, {@code labels},
 * {@code absent}, {@code date}, {@code evidence} and {@code event}, the key of the event over all
 * documents, may be left out; other fields are not read; empty lines are skipped. Evidence is
 * numbers of sentences, counted from 1 or from the first number of the document's {@code
 * sentences}. A file whose name ends in {@code .txt} is in the {@linkplain MeetingNotation
 * notation} for annotating by hand. Immutable and thread-safe.
 */
public final class GoldReader {
  private final ObjectReader json =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads a file.
   *
   * @return its documents, in their order
   * @throws GoldFormatException when a line is not of the form above, naming the line
   * @throws IOException when the file cannot be read
   */
  public List<GoldDocument> read(Path file) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      if (file.toString().endsWith(".txt")) {
        return MeetingNotation.read(lines, file.toString());
      }
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          documents.add(new Line(file + ":" + number).document(line));
        }
      }
    } catch (CharacterCodingException e) {
      throw new GoldFormatException(file + " is not in UTF-8; convert it first");
    }
    return documents;
  }

  /** The reading of one line, which knows where it stands. */
  private final class Line {
    private final String place;

    Line(String place) {
      this.place = place;
    }

    GoldDocument document(String line) throws GoldFormatException {
      JsonNode document;
      try {
        document = json.readTree(line);
      } catch (JsonProcessingException e) {
        throw wrong(
            "no valid JSON at column "
                + e.getLocation().getColumnNr()
                + ": "
                + e.getOriginalMessage()
                + "; write one complete object in one line");
      }
      String id = text(document, "id", "the document");
      int first = document.path("sentences").path(0).asInt(1);
      List<ScoredMeeting> meetings = new ArrayList<>();
      for (JsonNode meeting : array(document, "meetings", "document '" + id + "'")) {
        meetings.add(
            meeting(meeting, first, "meeting " + (meetings.size() + 1) + " of '" + id + "'"));
      }
      return new GoldDocument(
          id,
          optional(document, "published"),
          optional(document, "text"),
          optional(document, "file"),
          meetings);
    }

    private static Optional<String> optional(JsonNode document, String field) {
      return document.hasNonNull(field)
          ? Optional.of(document.get(field).asText())
          : Optional.empty();
    }

    private ScoredMeeting meeting(JsonNode meeting, int first, String what)
        throws GoldFormatException {
      List<ScoredAgent> participants = new ArrayList<>();
      for (JsonNode agent : array(meeting, "participants", what)) {
        participants.add(agent(agent, "a participant of " + what));
      }
      List<ScoredAgent> absent = new ArrayList<>();
      if (meeting.hasNonNull("absent")) {
        for (JsonNode agent : array(meeting, "absent", what)) {
          absent.add(agent(agent, "an absentee of " + what));
        }
      }
      List<String> places = new ArrayList<>();
      for (JsonNode name : array(meeting.path("place"), "names", "the place of " + what)) {
        places.add(name.asText());
      }
      String earliest = day(meeting.path("date"), "earliest", what);
      String latest = day(meeting.path("date"), "latest", what);
      if (earliest.isEmpty() != latest.isEmpty()) {
        throw wrong(what + " has one date bound alone; give both, or neither");
      }
      List<Integer> evidence = new ArrayList<>();
      meeting.path("evidence").forEach(number -> evidence.add(number.asInt() - first + 1));
      return new ScoredMeeting(
          text(meeting, "kind", what),
          text(meeting, "status", what),
          participants,
          absent,
          places,
          earliest,
          latest,
          1,
          evidence,
          meeting.path("event").asText(""));
    }

    private ScoredAgent agent(JsonNode agent, String what) throws GoldFormatException {
      if (agent.isTextual()) {
        return new ScoredAgent(agent.textValue(), List.of(), "");
      }
      List<String> labels = new ArrayList<>();
      agent.path("labels").forEach(label -> labels.add(label.asText()));
      return new ScoredAgent(
          text(agent, "name", what),
          labels,
          agent.path("qid").asText(""),
          agent.path("type").asText(""));
    }

    private JsonNode array(JsonNode node, String field, String what) throws GoldFormatException {
      JsonNode value = node.path(field);
      if (!value.isArray()) {
        throw wrong(what + " has no list '" + field + "'; write \"" + field + "\": [...]");
      }
      return value;
    }

    private String text(JsonNode node, String field, String what) throws GoldFormatException {
      JsonNode value = node.path(field);
      if (!value.isTextual()) {
        throw wrong(what + " has no text '" + field + "'; write \"" + field + "\": \"...\"");
      }
      return value.textValue();
    }

    private String day(JsonNode date, String field, String what) throws GoldFormatException {
      String day = date.path(field).asText("");
      try {
        return day.isEmpty() || date.path(field).isNull() ? "" : LocalDate.parse(day).toString();
      } catch (DateTimeException e) {
        throw wrong(
            "'" + field + "' of " + what + " is '" + day + "' and no day; write YYYY-MM-DD");
      }
    }

    private GoldFormatException wrong(String message) {
      return new GoldFormatException(place + ": " + message);
    }
  }
}
