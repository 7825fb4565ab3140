package org.entente.document;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the fields of a record tell that its text leaves out, as in a list of journeys: "Official
 * visit; met with the President" beside the traveller, the country and the days. The document's
 * text has the fields as they are written before the text itself.
 *
 * @param subject whom the record is about, as written in the document's text
 * @param place where, as written in the document's text, or empty
 * @param first the first day, where the record tells it
 * @param last the last day; the first one where the record tells no other
 * @param begin where the text itself begins in the document's text
 */
public record RecordContext(
    String subject, String place, Optional<LocalDate> first, Optional<LocalDate> last, int begin) {
  /** Throws {@link NullPointerException} where a part is missing. */
  public RecordContext {
    subject = XmlText.of(subject);
    place = XmlText.of(place);
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
  }
}
