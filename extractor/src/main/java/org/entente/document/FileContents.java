package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.source.DecodedText;
import org.entente.source.Format;
import org.entente.source.LineReader;
import org.entente.source.TextDecoder;
import org.entente.source.UnpackingBudget;
import org.entente.source.UnreadableException;

/**
 * Reads what one file, or one entry of an archive, holds: one document, or a stream of records.
 * What is wrong with one record does not end the others.
 */
final class FileContents {
  /** How many times larger than a text a PDF or office document may be. */
  private static final int OFFICE_SIZE = 16;

  private final ReaderSettings settings;
  private final TextDecoder decoder;
  private final JsonRecords json;
  private final MarkdownContent markdown = new MarkdownContent();
  private final HtmlContent html = new HtmlContent();

  FileContents(ReaderSettings settings, TextDecoder decoder) {
    this.settings = settings;
    this.decoder = decoder;
    this.json = new JsonRecords(settings.columns());
  }

  /** A PDF or office document. */
  void office(DocumentIntake intake, InputStream in, Optional<String> name, String origin)
      throws UnreadableException, IOException {
    // Pictures and fonts make such a file many times larger than its text.
    int most = (int) Math.min(1L << 30, (long) OFFICE_SIZE * settings.maxDocumentBytes());
    byte[] bytes = in.readNBytes(most);
    if (bytes.length == most) {
      throw new UnreadableException(
          "is larger than " + most + " bytes, the limit for a PDF or office document",
          "Save it as plain text.");
    }
    String id = name.map(FileContents::stem).orElseGet(() -> "stdin");
    intake.document(new OfficeContent(settings.maxDocumentBytes()).read(bytes, name), id, origin);
  }

  /** A table, each row of which is a document. */
  void table(
      DocumentIntake intake, InputStream in, byte[] head, Optional<String> name, String origin)
      throws UnreadableException, IOException {
    int limit = settings.maxDocumentBytes();
    String stem = name.map(FileContents::stem).orElse("stdin");
    new TableRows(settings.columns(), limit)
        .read(
            new LineReader(in, head, limit, decoder),
            new TableRows.Rows() {
              @Override
              public void row(int line, Content content) {
                String at = origin + ":" + line;
                try {
                  intake.document(content, stem + "-" + line, at);
                } catch (UnreadableException e) {
                  intake.refuse(at, e.getMessage(), e.advice());
                }
              }

              @Override
              public void broken(int line, UnreadableException why) {
                intake.refuse(origin + ":" + line, why.getMessage(), why.advice());
              }

              @Override
              public void guessed(int line, List<String> warnings) {
                intake.warn(origin + ":" + line, warnings);
              }
            });
  }

  /** JSON Lines, each line of which is a document. */
  void lines(
      DocumentIntake intake, InputStream in, byte[] head, Optional<String> name, String origin)
      throws IOException {
    LineReader lines = new LineReader(in, head, settings.maxDocumentBytes(), decoder);
    String stem = name.map(FileContents::stem).orElse("stdin");
    boolean any = false;
    for (Optional<LineReader.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      LineReader.Line line = next.get();
      String at = origin + ":" + line.number();
      try {
        if (line.text().isEmpty()) {
          throw tooLarge();
        }
        DecodedText text = line.text().get();
        if (text.text().isBlank()) {
          continue;
        }
        any = true;
        intake.warn(at, text.warnings());
        intake.document(json.record(json.parse(text.text())), stem + "-" + line.number(), at);
      } catch (UnreadableException e) {
        any = true;
        intake.refuse(at, e.getMessage(), e.advice());
      }
    }
    if (!any) {
      intake.refuse(origin, "holds nothing but white space", "Remove it, or put records into it.");
    }
  }

  /** A feed, each item of which is a document. */
  void feed(DocumentIntake intake, InputStream in, Optional<String> name, String origin)
      throws UnreadableException, IOException {
    String stem = name.map(FileContents::stem).orElse("stdin");
    new FeedItems(settings.maxDocumentBytes())
        .read(
            in,
            new FeedItems.Items() {
              @Override
              public void item(int number, Content item) {
                String at = origin + ", item " + number;
                try {
                  if (item.text().isBlank()) {
                    throw new UnreadableException("has no text", "");
                  }
                  intake.document(html.read(item.text()).in(item), stem + "-" + number, at);
                } catch (UnreadableException e) {
                  intake.refuse(at, e.getMessage(), e.advice());
                }
              }

              @Override
              public void tooLarge(int number) {
                UnreadableException large = FileContents.this.tooLarge();
                intake.refuse(origin + ", item " + number, large.getMessage(), large.advice());
              }
            });
  }

  /** A web archive, each page of which is a document. */
  void webArchive(DocumentIntake intake, InputStream in, String origin) throws UnreadableException {
    WebArchive.Pages pages =
        new WebArchive.Pages() {
          @Override
          public void page(String url, int number, Format format, byte[] body) {
            String at = origin + ", record " + number + (url.isEmpty() ? "" : ", " + url);
            try {
              if (body.length > settings.maxDocumentBytes()) {
                throw tooLarge();
              }
              DecodedText decoded = decoder.decode(body);
              if (decoded.text().isBlank()) {
                throw new UnreadableException("holds nothing but white space", "");
              }
              intake.warn(at, decoded.warnings());
              intake.document(
                  text(decoded.text(), format).at(url), stem(origin) + "-" + number, at);
            } catch (UnreadableException e) {
              intake.refuse(at, e.getMessage(), e.advice());
            }
          }

          @Override
          public void broken(int number, String message) {
            intake.refuse(origin + ", record " + number, "cannot be read: " + message, "");
          }
        };
    try {
      new WebArchive(settings.maxDocumentBytes())
          .read(in, pages)
          .forEach((reason, count) -> intake.skip(origin, count + " " + reason, ""));
    } catch (UnpackingBudget.Exceeded e) {
      throw new UnreadableException(e.getMessage(), "Unpack it, and look what it is.");
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException(
          "is a web archive that is cut off or damaged: " + e.getMessage(),
          "What came before that was read; get it again.");
    }
  }

  /** A text, page or JSON value that is read as a whole. */
  void whole(
      DocumentIntake intake, byte[] bytes, Format format, Optional<String> name, String origin)
      throws UnreadableException {
    DecodedText decoded = decoder.decode(bytes);
    intake.warn(origin, decoded.warnings());
    String text = decoded.text();
    if (text.isBlank()) {
      throw new UnreadableException(
          "holds nothing but white space", "Remove it, or put the text into it.");
    }
    String id =
        name.map(FileContents::stem)
            .orElseGet(() -> "stdin-" + DigestUtils.sha256Hex(text).substring(0, 12));
    if (format == Format.JSON) {
      JsonNode node = json.parse(text);
      if (!node.isArray()) {
        intake.document(json.record(node), id, origin);
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        String element = origin + ", element " + (i + 1);
        try {
          intake.document(json.record(node.get(i)), id + "-" + (i + 1), element);
        } catch (UnreadableException e) {
          intake.refuse(element, e.getMessage(), e.advice());
        }
      }
      return;
    }
    intake.document(text(text, format), id, origin);
  }

  private Content text(String text, Format format) throws UnreadableException {
    return switch (format) {
      case HTML -> html.read(text);
      case MARKDOWN -> markdown.read(text);
      default -> Content.plain(text);
    };
  }

  UnreadableException tooLarge() {
    return new UnreadableException(
        "is larger than " + settings.maxDocumentBytes() + " bytes, the limit for one document",
        "Split it into its articles, or write them as JSON Lines, one article a line; such a file"
            + " may be of any size.");
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
