package org.entente.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file's extension promises; read from the table {@code file-types.tsv} beside this class.
 */
public final class FileTypes {
  /**
   * A row of the table.
   *
   * @param format how such a file is written, or empty when it cannot be read
   * @param description what such a file is
   * @param advice what to do with one that cannot be read, or empty
   */
  public record FileType(Optional<Format> format, String description, String advice) {}

  private final Map<String, FileType> byExtension;

  private FileTypes(Map<String, FileType> byExtension) {
    this.byExtension = Map.copyOf(byExtension);
  }

  /**
   * Loads the table from the class path.
   *
   * @throws IllegalStateException when it is missing or a row of it is broken
   */
  public static FileTypes load() {
    Map<String, FileType> types = new HashMap<>();
    try (InputStream in = FileTypes.class.getResourceAsStream("file-types.tsv")) {
      if (in == null) {
        throw new IllegalStateException("file-types.tsv is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
          throw new IllegalStateException("file-types.tsv: expected 4 columns: " + line);
        }
        Optional<Format> format =
            cells[1].equals("-") ? Optional.empty() : Optional.of(Format.valueOf(cells[1]));
        for (String extension : cells[0].split(" ")) {
          types.put(extension, new FileType(format, cells[2], cells[3]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileTypes(types);
  }

  /** Returns what is known of files named so; empty for an unknown extension and for none. */
  public Optional<FileType> of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0
        ? Optional.empty()
        : Optional.ofNullable(
            byExtension.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }
}
