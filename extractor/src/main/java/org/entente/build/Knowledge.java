package org.entente.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.analysis.name.NameTagger;
import org.entente.extraction.MeetingModels;
import org.entente.rdf.Iris;

/** The models and the gazetteer that the program brings with it, by their content. */
public final class Knowledge {
  private static final List<String> FILES =
      List.of(
          "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin",
          "/org/entente/analysis/name/" + NameTagger.MODEL,
          "/org/entente/extraction/" + MeetingModels.FILE,
          "/org/entente/analysis/gazetteer/entries.idx.gz");

  private Knowledge() {}

  /** Returns the SHA-256 of each file, by its name without folders. */
  public static Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    for (String file : FILES) {
      try (InputStream in = Knowledge.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(file + " is not on the class path");
        }
        checksums.put(file.substring(file.lastIndexOf('/') + 1), Iris.hash(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return checksums;
  }
}
