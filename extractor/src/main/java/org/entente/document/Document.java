package org.entente.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A source text with what is known of its origin. Every offset in the program points into {@link
 * #text()}.
 *
 * @param id identifier, unique in a store: the record's id or the file's stem
 * @param text the text as read, with nothing repaired but what no XML can hold ({@link XmlText});
 *     for HTML the main text
 * @param blocks the parts of the text in order, without overlap; characters outside of every block
 *     are not read
 * @param published the day of publication, against which relative dates resolve
 * @param title the title, or empty; it need not stand in the text
 * @param url where it was published, or empty
 * @param publisher the outlet, or empty
 * @param origin the file, or file and record, from which it was read, for messages
 * @param context what the fields of a record tell that its text leaves out
 */
public record Document(
    String id,
    String text,
    List<Block> blocks,
    Optional<LocalDate> published,
    String title,
    String url,
    String publisher,
    String origin,
    Optional<RecordContext> context) {
  /** Copies the blocks; throws {@link NullPointerException} where a part is missing. */
  public Document {
    id = XmlText.of(id);
    text = XmlText.of(text);
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(published);
    title = XmlText.of(title);
    url = XmlText.of(url);
    publisher = XmlText.of(publisher);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(context);
  }

  /** Makes a document that is no record. */
  public Document(
      String id,
      String text,
      List<Block> blocks,
      Optional<LocalDate> published,
      String title,
      String url,
      String publisher,
      String origin) {
    this(id, text, blocks, published, title, url, publisher, origin, Optional.empty());
  }
}
