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
 * @param context what the fields of a record tell that its text leaves out
 */
record Content(
    String id,
    String text,
    Optional<List<Block>> blocks,
    List<String> dates,
    String title,
    String url,
    String publisher,
    String surroundings,
    Optional<RecordContext> context) {
  static Content plain(String text) {
    return new Content("", text, Optional.empty(), List.of(), "", "", "", "", Optional.empty());
  }

  /** The same of a text of which nothing is known. */
  Content withoutText() {
    return new Content(
        id, "", Optional.empty(), dates, title, url, publisher, surroundings, context);
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
        surroundings,
        context);
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
        surroundings,
        context);
  }

  /** The same text behind the fields of its record, which tell what it leaves out. */
  Content about(RecordContext record, String fields) {
    String whole = fields + "\n\n" + text;
    return new Content(
        id,
        whole,
        Optional.of(
            List.of(
                new Block(new Span(0, fields.length()), BlockKind.FURNITURE),
                new Block(new Span(record.begin(), whole.length()), BlockKind.PARAGRAPH))),
        dates,
        title,
        url,
        publisher,
        surroundings,
        Optional.of(record));
  }
}
