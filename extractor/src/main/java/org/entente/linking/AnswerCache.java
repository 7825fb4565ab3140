package org.entente.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers of services to names, those that found nothing too, in a file of JSON Lines that is
 * appended to as they come. A later line replaces an earlier one of the same question, and a line
 * that was cut off is passed over. Safe for use by many threads, and by many processes as long as
 * the file system appends a line at once.
 */
public final class AnswerCache {
  /** How many days an answer with candidates holds. */
  static final int FOUND_DAYS = 90;

  /** How many days an answer without holds: tomorrow somebody may be in Wikidata. */
  static final int NOTHING_DAYS = 14;

  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  /**
   * A line of the file.
   *
   * @param service the service's identifier
   * @param name the name that was asked for
   * @param asked the day, as YYYY-MM-DD
   * @param candidates what it offered
   */
  record Answer(String service, String name, String asked, List<Candidate> candidates) {}

  private final LinesFile file;
  private final LocalDate today;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private AnswerCache(Path file, LocalDate today) {
    this.file = new LinesFile(file);
    this.today = today;
  }

  /**
   * Opens a file; a missing one is made when there is something to write.
   *
   * @param file the file
   * @param today the day from which the age of answers is counted
   * @throws IOException when it is there and cannot be read
   */
  public static AnswerCache open(Path file, LocalDate today) throws IOException {
    AnswerCache cache = new AnswerCache(file, today);
    cache.file.read(cache::read);
    return cache;
  }

  private void read(String line) throws JsonProcessingException {
    Answer answer = JSON.readValue(line, Answer.class);
    if (answer.asked() != null && answer.asked().matches("\\d{4}-\\d\\d-\\d\\d")) {
      answers.put(key(answer.service(), answer.name()), answer);
    }
  }

  /** Returns an answer that still holds. */
  public Optional<List<Candidate>> fresh(String service, String name) {
    return Optional.ofNullable(answers.get(key(service, name)))
        .filter(
            answer ->
                LocalDate.parse(answer.asked())
                    .plusDays(answer.candidates().isEmpty() ? NOTHING_DAYS : FOUND_DAYS)
                    .isAfter(today))
        .map(Answer::candidates);
  }

  /** Returns an answer of any age, for when the service cannot be asked. */
  public Optional<List<Candidate>> any(String service, String name) {
    return Optional.ofNullable(answers.get(key(service, name))).map(Answer::candidates);
  }

  /**
   * Keeps an answer.
   *
   * @throws IOException when it cannot be written; it is kept for this run all the same
   */
  public void put(String service, String name, List<Candidate> candidates) throws IOException {
    Answer answer = new Answer(service, name, today.toString(), candidates);
    answers.put(key(service, name), answer);
    String line = JSON.writeValueAsString(answer) + "\n";
    file.append(line);
  }

  private static String key(String service, String name) {
    return service + '\n' + name;
  }
}
