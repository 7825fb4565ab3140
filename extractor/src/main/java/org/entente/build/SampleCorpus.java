package org.entente.build;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundled sample corpus. */
public final class SampleCorpus {
  private static final String FOLDER = "/org/entente/sample/";

  private SampleCorpus() {}

  /**
   * Writes the files of the corpus into a folder.
   *
   * @param folder an existing folder
   * @return the files, in the order of their list
   * @throws IOException when one cannot be written
   */
  public static List<Path> copyTo(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names()) {
      Path file = folder.resolve(name);
      try (InputStream in = open("corpus/" + name)) {
        Files.copy(in, file);
      }
      files.add(file);
    }
    return files;
  }

  private static List<String> names() throws IOException {
    try (BufferedReader list =
        new BufferedReader(new InputStreamReader(open("corpus.txt"), StandardCharsets.UTF_8))) {
      return list.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = SampleCorpus.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new FileNotFoundException("missing on the class path: " + FOLDER + name);
    }
    return in;
  }
}
