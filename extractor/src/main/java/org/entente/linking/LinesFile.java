package org.entente.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of JSON Lines that is appended to and read back from its beginning. A line that was cut
 * off when a process was killed, or is of an older form, is passed over.
 */
final class LinesFile {
  /** Takes a line. */
  interface Reader {
    /** Takes a line, or throws because it is none of the file's. */
    void line(String line) throws JsonProcessingException;
  }

  private final Path path;

  LinesFile(Path path) {
    this.path = path;
  }

  /** Reads all lines; a missing file has none. */
  void read(Reader reader) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          reader.line(line);
        } catch (JsonProcessingException | RuntimeException e) {
          // it will be asked for again
        }
      }
    }
  }

  /** Appends lines, each with its end; a missing file and its folder are made. */
  synchronized void append(CharSequence lines) throws IOException {
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    Files.writeString(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
