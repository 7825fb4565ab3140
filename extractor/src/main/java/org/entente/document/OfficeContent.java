package org.entente.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.entente.source.UnreadableException;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text of PDF and office documents, with Apache Tika's readers. Pictures are not read,
 * nor documents within documents. The class is loaded when the first such document is met, and Tika
 * with it.
 */
final class OfficeContent {
  static {
    // POI logs by Log4j, of which there is the interface alone, and which would say so.
    System.getProperties()
        .putIfAbsent(
            "log4j2.loggerContextFactory",
            "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
  }

  private final int limit;

  /**
   * Makes a reader.
   *
   * @param limit the longest text, in characters
   */
  OfficeContent(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a document.
   *
   * @param bytes the file
   * @param name its name, of which the ending tells its kind; PDF where there is none
   * @throws UnreadableException when it is encrypted, damaged, of another kind, or has no text
   */
  Content read(byte[] bytes, Optional<String> name) throws UnreadableException {
    BodyContentHandler text = new BodyContentHandler(limit);
    Metadata metadata = new Metadata();
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingWithin());
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    context.set(PDFParserConfig.class, pdf);
    try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
      parser(name).parse(in, text, metadata, context);
    } catch (EncryptedDocumentException e) {
      throw new UnreadableException("is encrypted", "Save it without a password.");
    } catch (TikaException | SAXException | IOException | RuntimeException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new UnreadableException(
            "has a text longer than " + limit + " characters, the limit for one document",
            "Split it into its articles.");
      }
      throw new UnreadableException(
          "cannot be read as what its name says", "Save it anew, or as plain text.");
    } catch (StackOverflowError | AssertionError | NoClassDefFoundError e) {
      // The last where it asks for what only signed or scanned documents need.
      throw new UnreadableException("is nested too deeply or damaged", "Save it as plain text.");
    }
    if (text.toString().isBlank()) {
      throw new UnreadableException(
          "has no text", "If its pages are pictures, have their letters recognised first.");
    }
    String title = metadata.get(TikaCoreProperties.TITLE);
    return new Content(
        "",
        text.toString(),
        Optional.empty(),
        List.of(),
        title == null ? "" : title.strip(),
        "",
        "",
        "",
        Optional.empty());
  }

  private static Parser parser(Optional<String> name) {
    String file = name.orElse("").toLowerCase(Locale.ROOT);
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "doc" -> new OfficeParser();
      case "docx" -> new OOXMLParser();
      case "odt" -> new OpenDocumentParser();
      case "rtf" -> new RTFParser();
      case "epub" -> new EpubParser();
      default -> new PDFParser();
    };
  }

  /** Leaves out documents within documents. */
  private static final class NothingWithin implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
      // nothing of it is asked for
    }
  }
}
