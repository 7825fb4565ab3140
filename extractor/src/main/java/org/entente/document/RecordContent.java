package org.entente.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.source.UnreadableException;

/** Makes a content of the fields of a record. */
final class RecordContent {
  private RecordContent() {}

  /**
   * Makes the content.
   *
   * @param values what the record has; a field that it has not is missing
   * @param texts how the field of the text is called in it, for messages
   * @throws UnreadableException when there is no text
   */
  static Content of(Map<RecordField, String> values, String texts) throws UnreadableException {
    String text = values.getOrDefault(RecordField.TEXT, "");
    if (text.isBlank()) {
      throw new UnreadableException(
          "has a blank text", "Put the article into the field \"" + texts + "\".");
    }
    String published = value(values, RecordField.PUBLISHED);
    Content content =
        new Content(
            value(values, RecordField.ID),
            text,
            Optional.empty(),
            published.isEmpty() ? List.of() : List.of(published),
            value(values, RecordField.TITLE),
            value(values, RecordField.URL),
            value(values, RecordField.SOURCE),
            "",
            Optional.empty());
    String subject = value(values, RecordField.SUBJECT);
    return subject.isEmpty() ? content : about(content, subject, values);
  }

  /** Puts the fields before the text, so that all that is read stands in the document. */
  private static Content about(Content content, String subject, Map<RecordField, String> values) {
    String place = value(values, RecordField.PLACE);
    String start = value(values, RecordField.START);
    String end = value(values, RecordField.END);
    String days =
        Stream.of(start, end)
            .filter(day -> !day.isEmpty())
            .distinct()
            .collect(Collectors.joining(" to "));
    String fields =
        Stream.of(subject, place, days)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    Optional<LocalDate> first = DateForms.read(start).date();
    int begin = fields.length() + 2;
    return content.about(
        new RecordContext(subject, place, first, DateForms.read(end).date().or(() -> first), begin),
        fields);
  }

  /** Returns what stands between the texts of several columns of one field. */
  static String glue(RecordField field) {
    return field == RecordField.TEXT ? "\n\n" : ", ";
  }

  private static String value(Map<RecordField, String> values, RecordField field) {
    return values.getOrDefault(field, "").strip();
  }
}
