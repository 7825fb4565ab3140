package org.entente.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a content of any size line by line, holding one line in memory. A line ends with LF or CR
 * LF.
 */
public final class LineReader {
  /**
   * A line.
   *
   * @param number its number, from 1
   * @param offset where it begins in the content, in bytes
   * @param text its text without the line end, or empty when it is longer than the limit
   */
  public record Line(int number, long offset, Optional<DecodedText> text) {}

  private final InputStream in;
  private final int limit;
  private final TextDecoder decoder;
  private final Optional<Charset> wide;
  private final int unit;
  private final int newlineAt;
  private int number;
  private long offset;
  private boolean ended;

  /**
   * Makes a reader.
   *
   * @param in the content; not closed by this reader
   * @param head the first bytes of the content, which are still to be read from {@code in}
   * @param limit the longest line that is returned, in bytes
   * @param decoder turns bytes into text
   */
  public LineReader(InputStream in, byte[] head, int limit, TextDecoder decoder) {
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
    this.limit = limit;
    this.decoder = decoder;
    this.wide = decoder.wideCharset(head);
    String name = wide.map(Charset::name).orElse(StandardCharsets.UTF_8.name());
    this.unit = name.startsWith("UTF-32") ? 4 : name.startsWith("UTF-16") ? 2 : 1;
    this.newlineAt = name.endsWith("BE") ? unit - 1 : 0;
  }

  /**
   * Reads the next line.
   *
   * @return the line, or empty at the end
   * @throws IOException when the content cannot be read on
   */
  public Optional<Line> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long begin = offset;
    long length = 0;
    byte[] buffer = new byte[unit];
    while (true) {
      int read = read(buffer);
      if (read < unit) {
        ended = true;
        if (length == 0 && read == 0) {
          return Optional.empty();
        }
        line.write(buffer, 0, read);
        break;
      }
      offset += unit;
      if (isNewline(buffer)) {
        break;
      }
      length += unit;
      if (length <= limit) {
        line.write(buffer, 0, unit);
      }
    }
    number++;
    if (length > limit) {
      return Optional.of(new Line(number, begin, Optional.empty()));
    }
    DecodedText text = decoder.decodeLine(line.toByteArray(), wide, begin);
    String clean = text.text();
    if (clean.startsWith("\uFEFF")) {
      clean = clean.substring(1);
    }
    if (clean.endsWith("\r")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    return Optional.of(
        new Line(
            number, begin, Optional.of(new DecodedText(clean, text.charset(), text.warnings()))));
  }

  private int read(byte[] buffer) throws IOException {
    if (unit > 1) {
      return in.readNBytes(buffer, 0, unit);
    }
    int b = in.read();
    buffer[0] = (byte) b;
    return b < 0 ? 0 : 1;
  }

  private boolean isNewline(byte[] buffer) {
    for (int i = 0; i < unit; i++) {
      if (buffer[i] != (i == newlineAt ? '\n' : 0)) {
        return false;
      }
    }
    return true;
  }
}
