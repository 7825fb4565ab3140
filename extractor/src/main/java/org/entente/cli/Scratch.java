package org.entente.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the time of a command; closing removes it with all in it. */
final class Scratch implements Closeable {
  private final Path folder;

  /** Makes a folder whose name begins so. */
  Scratch(String prefix) throws IOException {
    folder = Files.createTempDirectory(prefix);
  }

  /** Returns the folder. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
