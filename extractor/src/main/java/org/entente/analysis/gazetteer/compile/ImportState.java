package org.entente.analysis.gazetteer.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** How far the import is. */
final class ImportState {
  private final Path file;
  private final String dump;
  long entities;
  long items;
  long kept;
  long offices;

  private ImportState(Path file, String dump) {
    this.file = file;
    this.dump = dump;
  }

  /** Reads the state of the same dump; for another one it begins anew. */
  static ImportState of(Path folder, Path dump) throws IOException {
    ImportState state =
        new ImportState(
            folder.resolve("state.properties"), dump.getFileName() + " " + Files.size(dump));
    if (Files.exists(state.file)) {
      Properties noted = new Properties();
      try (InputStream in = Files.newInputStream(state.file)) {
        noted.load(in);
      }
      if (state.dump.equals(noted.getProperty("dump"))) {
        state.entities = Long.parseLong(noted.getProperty("entities", "0"));
        state.items = Long.parseLong(noted.getProperty("items", "0"));
        state.kept = Long.parseLong(noted.getProperty("kept", "0"));
        state.offices = Long.parseLong(noted.getProperty("offices", "0"));
      }
    }
    return state;
  }

  void note(long read, long keptLength, long officesLength) throws IOException {
    entities = read;
    kept = keptLength;
    offices = officesLength;
    Properties noted = new Properties();
    noted.setProperty("dump", dump);
    noted.setProperty("entities", Long.toString(entities));
    noted.setProperty("items", Long.toString(items));
    noted.setProperty("kept", Long.toString(kept));
    noted.setProperty("offices", Long.toString(offices));
    Path draft = file.resolveSibling("state.new");
    try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.ISO_8859_1)) {
      noted.store(writer, null);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
