package org.entente.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation in which a person annotates meetings by hand: a head line, the text, and a line for
 * each meeting, documents parted by an empty line. Comments begin with {@code #} and a blank.
 *
 * <pre>
 * ## wire 1983-06-14 some-id
 * Tanzanian President Julius Nyerere received Samora Machel in Dar es Salaam on Tuesday.
 * = meeting held | who: host Julius Nyerere; guest Samora Machel | where: Dar es Salaam | when: 1983-06-14 "Tuesday"
 * </pre>
 *
 * <p>The head gives the style of the text, its day of publication and its identifier. Every line of
 * text is a paragraph. A participant is an optional role (host, guest, mediator), an optional type
 * (country, org; a person has none) and a name. Other fields: {@code absent}, {@code topics},
 * {@code format}, {@code duration}, {@code outcome}, {@code evidence}, and {@code event}, a key
 * that the accounts of one event share over all documents.
 */
final class MeetingNotation {
  private static final Set<String> KINDS =
      Set.of("meeting", "talks", "summit", "conference", "visit", "call");
  private static final Set<String> STATUSES =
      Set.of("held", "planned", "proposed", "cancelled", "denied");
  private static final Set<String> FIELDS =
      Set.of(
          "who",
          "absent",
          "where",
          "when",
          "topics",
          "format",
          "duration",
          "outcome",
          "evidence",
          "event");
  private static final Pattern BEFORE_NAME =
      Pattern.compile("^(?:(?:host|guest|mediator|participant|(country|org|person)) )*");
  private static final Pattern WHEN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\.\\.(\\d{4}-\\d\\d-\\d\\d))?(?: \".*\")?");

  private final String origin;
  private int number;

  private MeetingNotation(String origin) {
    this.origin = origin;
  }

  /**
   * Reads all documents of a text.
   *
   * @param lines the text; left open
   * @param origin what to call it in messages
   * @return its documents, in their order
   * @throws GoldFormatException when a line is not of the form above, naming the line
   * @throws IOException when the text cannot be read
   */
  static List<GoldDocument> read(BufferedReader lines, String origin) throws IOException {
    return new MeetingNotation(origin).documents(lines);
  }

  private List<GoldDocument> documents(BufferedReader lines) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    String[] head = null;
    List<String> paragraphs = new ArrayList<>();
    List<ScoredMeeting> meetings = new ArrayList<>();
    for (String line = lines.readLine(); ; line = lines.readLine()) {
      number++;
      if (line == null || line.isBlank()) {
        if (head != null) {
          if (paragraphs.isEmpty()) {
            throw wrong("document '" + head[3] + "' has no text");
          }
          documents.add(
              new GoldDocument(
                  head[3],
                  Optional.of(head[2]),
                  Optional.of(String.join("\n\n", paragraphs)),
                  Optional.empty(),
                  meetings));
        }
        head = null;
        paragraphs.clear();
        meetings.clear();
        if (line == null) {
          return documents;
        }
      } else if (line.startsWith("## ")) {
        if (head != null) {
          throw wrong("a document begins inside of another; put an empty line before it");
        }
        head = line.strip().split(" +");
        if (head.length != 4) {
          throw wrong("expected \"## STYLE YYYY-MM-DD ID\"");
        }
        day(head[2]);
      } else if (line.startsWith("# ")) {
        continue;
      } else if (head == null) {
        throw wrong("text outside of a document; begin it with \"## STYLE YYYY-MM-DD ID\"");
      } else if (line.startsWith("= ")) {
        meetings.add(meeting(line.substring(2)));
      } else if (meetings.isEmpty()) {
        paragraphs.add(line.strip());
      } else {
        throw wrong("text after a meeting; the meetings stand after the whole text");
      }
    }
  }

  private ScoredMeeting meeting(String line) throws GoldFormatException {
    String[] parts = line.split(" \\| ");
    String[] first = parts[0].strip().split(" +");
    if (first.length != 2 || !KINDS.contains(first[0]) || !STATUSES.contains(first[1])) {
      throw wrong(
          "expected a kind and a status such as \"meeting held\", not \"" + parts[0] + "\"");
    }
    List<ScoredAgent> participants = new ArrayList<>();
    List<ScoredAgent> absent = new ArrayList<>();
    List<String> places = new ArrayList<>();
    String earliest = "";
    String latest = "";
    List<Integer> evidence = new ArrayList<>();
    String event = "";
    for (int i = 1; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      String field = colon < 0 ? parts[i] : parts[i].substring(0, colon).strip();
      if (colon < 0 || !FIELDS.contains(field)) {
        throw wrong("unknown field \"" + field.toLowerCase(Locale.ROOT) + "\"");
      }
      String value = parts[i].substring(colon + 1).strip();
      switch (field) {
        case "who" -> names(value).forEach(n -> participants.add(agent(n)));
        case "absent" -> names(value).forEach(n -> absent.add(agent(n)));
        case "where" -> places.addAll(names(value));
        case "when" -> {
          Matcher when = WHEN.matcher(value);
          if (!when.matches()) {
            throw wrong("expected a day or two and the words of the text, not \"" + value + "\"");
          }
          earliest = day(when.group(1));
          latest = when.group(2) == null ? earliest : day(when.group(2));
        }
        case "evidence" -> {
          for (String sentence : value.split(",")) {
            if (!sentence.strip().matches("[1-9][0-9]{0,3}")) {
              throw wrong("\"" + sentence.strip() + "\" is no number of a sentence");
            }
            evidence.add(Integer.valueOf(sentence.strip()));
          }
        }
        case "event" -> event = value;
        default -> {
          // kept for readers; nothing is measured on it
        }
      }
    }
    if (participants.isEmpty()) {
      throw wrong("a meeting needs the field \"who\"");
    }
    return new ScoredMeeting(
        first[0], first[1], participants, absent, places, earliest, latest, 1, evidence, event);
  }

  private static List<String> names(String value) {
    List<String> names = new ArrayList<>();
    for (String name : value.split(";")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  private static ScoredAgent agent(String name) {
    Matcher before = BEFORE_NAME.matcher(name);
    String type = before.lookingAt() && before.group(1) != null ? before.group(1) : "person";
    return new ScoredAgent(
        name.substring(before.end()), List.of(), "", type.equals("org") ? "organization" : type);
  }

  private String day(String day) throws GoldFormatException {
    try {
      return LocalDate.parse(day).toString();
    } catch (DateTimeException e) {
      throw wrong("'" + day + "' is no day; write YYYY-MM-DD");
    }
  }

  private GoldFormatException wrong(String message) {
    return new GoldFormatException(origin + ":" + number + ": " + message);
  }
}
