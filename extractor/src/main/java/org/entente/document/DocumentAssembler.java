package org.entente.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a document of what was read: dates it and tells its furniture from the story. */
final class DocumentAssembler {
  private final ReaderSettings settings;
  private final TextLayout layout = new TextLayout();
  private final FurnitureMarker furniture = new FurnitureMarker();
  private final PublicationDates dates = PublicationDates.load();

  DocumentAssembler(ReaderSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the document.
   *
   * @param content what was read
   * @param id the id of the document
   * @param origin where it was read, for messages
   * @param problems takes warnings
   */
  Document assemble(Content content, String id, String origin, Consumer<Problem> problems) {
    List<Block> raw = content.blocks().orElseGet(() -> layout.blocks(content.text()));
    boolean record = content.context().isPresent();
    List<Block> blocks = record ? raw : furniture.mark(content.text(), raw);
    Optional<LocalDate> published =
        dates
            .find(
                record ? content.withoutText() : content,
                message ->
                    problems.accept(
                        new Problem(
                            Severity.WARNING,
                            origin,
                            message,
                            "Write the date of publication as YYYY-MM-DD.")))
            .or(() -> content.context().flatMap(RecordContext::last))
            .or(settings::published);
    String title = content.title().isBlank() ? title(content.text(), blocks) : content.title();
    return new Document(
        id,
        content.text(),
        blocks,
        published,
        title,
        content.url(),
        content.publisher(),
        origin,
        content.context());
  }

  private static String title(String text, List<Block> blocks) {
    for (Block block : blocks) {
      if (block.kind() == BlockKind.HEADLINE) {
        return block.span().of(text).replaceAll("\\s+", " ");
      }
      if (block.kind() == BlockKind.PARAGRAPH) {
        return "";
      }
    }
    return "";
  }
}
