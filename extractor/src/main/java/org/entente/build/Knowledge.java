package org.entente.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.analysis.name.NameTagger;
import org.entente.extraction.MeetingModels;
import org.entente.rdf.Iris;

/** The models and the gazetteer that a run makes use of, by their content. */
public final class Knowledge {
  private static final String GAZETTEER = "/org/entente/analysis/gazetteer/entries.idx.gz";
  private static final List<String> MODELS =
      List.of(
          "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin",
          "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin",
          "/org/entente/analysis/name/" + NameTagger.MODEL,
          "/org/entente/extraction/" + MeetingModels.FILE);

  private Knowledge() {}

  /** Returns the SHA-256 of the program's own models and gazetteer, by names without folders. */
  public static Map<String, String> own() {
    Map<String, String> checksums = models();
    checksums.putAll(gazetteer());
    return checksums;
  }

  /** Returns the SHA-256 of each of the program's own models, by its name without folders. */
  public static Map<String, String> models() {
    return checksums(MODELS);
  }

  /** Returns the SHA-256 of the program's own gazetteer, by its name without folders. */
  public static Map<String, String> gazetteer() {
    return checksums(List.of(GAZETTEER));
  }

  /**
   * Returns the SHA-256 of a user's files, by their names as they were given.
   *
   * @throws IOException when one cannot be read
   */
  public static Map<String, String> of(List<Path> files) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    for (Path file : files) {
      checksums.put(file.toString(), Iris.hash(Files.readAllBytes(file)));
    }
    return checksums;
  }

  private static Map<String, String> checksums(List<String> files) {
    Map<String, String> checksums = new TreeMap<>();
    for (String file : files) {
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
