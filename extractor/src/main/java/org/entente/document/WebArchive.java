package org.entente.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.source.Format;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads the pages of a web archive (WARC 1.0 and 1.1) and the texts of a WET file, one record after
 * another: responses of status 200 that are web pages or plain text, and conversions. Source: ISO
 * 28500, by the library jwarc.
 */
final class WebArchive {
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
  private static final String TEXT = "text/plain";

  /** Takes the pages. */
  interface Pages {
    /**
     * Takes a page.
     *
     * @param url its address
     * @param number of the record, from 1
     * @param body without the encodings of its transfer
     */
    void page(String url, int number, Format format, byte[] body);

    /** Is told of a record that cannot be read. */
    void broken(int number, String message);
  }

  private final int limit;

  /**
   * Makes a reader.
   *
   * @param limit largest page, in bytes; of a larger one, one byte more than that is handed on
   */
  WebArchive(int limit) {
    this.limit = limit;
  }

  /** Tells whether a web archive begins so. */
  static boolean begins(byte[] head) {
    return new String(head, 0, Math.min(head.length, 5), StandardCharsets.ISO_8859_1)
        .equals("WARC/");
  }

  /**
   * Reads an archive.
   *
   * @param in unpacked
   * @return how many records were passed over, by the reason
   * @throws IOException when it is cut off or its records are damaged; what came before was read
   */
  Map<String, Integer> read(InputStream in, Pages pages) throws IOException {
    Map<String, Integer> passed = new TreeMap<>();
    try (WarcReader reader = new WarcReader(new Open(in))) {
      reader.setLenient(true);
      int number = 0;
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        number++;
        try {
          reason(next.get(), number, pages).ifPresent(r -> passed.merge(r, 1, Integer::sum));
        } catch (IOException | IllegalArgumentException e) {
          pages.broken(number, String.valueOf(e.getMessage()));
        }
      }
    }
    return passed;
  }

  /** Reads a record; returns why it was passed over, if it was and that is worth a word. */
  private Optional<String> reason(WarcRecord record, int number, Pages pages) throws IOException {
    if (record instanceof WarcConversion conversion) {
      pages.page(target(conversion), number, Format.TEXT, body(conversion.body().stream()));
      return Optional.empty();
    }
    if (record instanceof WarcRevisit) {
      return Optional.of("pages that had not changed since another visit");
    }
    if (!(record instanceof WarcResponse response)) {
      return Optional.empty(); // what the crawler asked and noted
    }
    if (!response.contentType().base().equals(MediaType.HTTP)) {
      return Optional.of("answers of other protocols");
    }
    HttpResponse http = response.http();
    if (http.status() != 200) {
      return Optional.of("answers of a status other than 200");
    }
    String type = http.contentType().base().toString();
    if (!PAGES.contains(type) && !type.equals(TEXT)) {
      return Optional.of("files that are no web pages or texts");
    }
    pages.page(
        target(response),
        number,
        type.equals(TEXT) ? Format.TEXT : Format.HTML,
        body(http.bodyDecoded().stream()));
    return Optional.empty();
  }

  private byte[] body(InputStream stream) throws IOException {
    return stream.readNBytes(limit + 1);
  }

  private static String target(WarcTargetRecord record) {
    return record.target() == null ? "" : record.target();
  }

  /** Stays open, since it is not the reader's. */
  private static final class Open extends java.io.FilterInputStream {
    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // whoever opened it closes it
    }
  }
}
