package org.entente.document;

import java.util.List;
import java.util.Optional;

/**
 * What one format's reader found in one file or record, before dates are worked out and furniture
 * is told from the story.
 *
 * @param id the record's own id, or empty when the file's name has to do
 * @param text the text that offsets point into
 * @param blocks the format's own paragraphs, headings and furniture; empty when the text itself has
 *     to show them, as plain text does
 * @param dates dates of publication as written, the best first
 * @param title title, or empty
 * @param url address, or empty
 * @param publisher outlet, or empty
 * @param surroundings text around the story that is not part of {@code text} but may tell its date
 */
record Content(
    String id,
    String text,
    Optional<List<Block>> blocks,
    List<String> dates,
    String title,
    String url,
    String publisher,
    String surroundings) {
  static Content plain(String text) {
    return new Content("", text, Optional.empty(), List.of(), "", "", "", "");
  }

  /** The same content of an address, which is its id too where it tells no other. */
  Content at(String address) {
    return new Content(
        id.isBlank() ? address : id,
        text,
        blocks,
        dates,
        title,
        url.isBlank() ? address : url,
        publisher,
        surroundings);
  }

  /** The same text, with what a record around it tells of it. */
  Content in(Content record) {
    return new Content(
        record.id,
        text,
        blocks,
        record.dates.isEmpty() ? dates : record.dates,
        record.title,
        record.url,
        record.publisher,
        surroundings);
  }
}
