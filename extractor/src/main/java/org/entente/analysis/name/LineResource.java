package org.entente.analysis.name;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a list on the class path, gzip-compressed where its name ends so, without comments
 * ("#") and empty ones.
 */
final class LineResource {
  private LineResource() {}

  /** Receives a line as a part of a text that is not cut, which is quicker for long lists. */
  @FunctionalInterface
  interface LineSink {
    /** Takes the line from {@code begin} to before {@code end}. */
    void line(String text, int begin, int end);
  }

  /** Hands over all lines of a list that stands beside this class. */
  static void scan(String name, LineSink sink) throws IOException {
    String text = text(name);
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin && text.charAt(begin) != '#') {
        sink.line(text, begin, end);
      }
      begin = end + 1;
    }
  }

  /** Returns all lines of a short list. */
  static List<String> lines(String name) throws IOException {
    List<String> all = new ArrayList<>();
    scan(name, (text, begin, end) -> all.add(text.substring(begin, end)));
    return all;
  }

  private static String text(String name) throws IOException {
    try (InputStream stream = LineResource.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException(
            "The list " + name + " is missing from the program; build it again from the sources.");
      }
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
