package org.entente.analysis.name;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a list on the class path, gzip-compressed where its name ends so, without comments
 * ("#") and empty ones.
 */
final class LineResource implements AutoCloseable {
  private final BufferedReader reader;

  private LineResource(BufferedReader reader) {
    this.reader = reader;
  }

  /** Opens a list that stands beside this class. */
  static LineResource open(String name) throws IOException {
    InputStream stream = LineResource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(
          "The list " + name + " is missing from the program; build it again from the sources.");
    }
    return new LineResource(
        new BufferedReader(
            new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream,
                StandardCharsets.UTF_8),
            1 << 16));
  }

  /** Returns all lines of a short list. */
  static List<String> lines(String name) throws IOException {
    List<String> all = new ArrayList<>();
    try (LineResource lines = open(name)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
    }
    return all;
  }

  /** Returns the next line, or null at the end. */
  String next() throws IOException {
    String line = reader.readLine();
    while (line != null && (line.isEmpty() || line.charAt(0) == '#')) {
      line = reader.readLine();
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
