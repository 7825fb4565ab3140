package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.analysis.gazetteer.AddedEntries;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.build.Knowledge;
import picocli.CommandLine.Option;

/** The options that say which people, organizations and places are known. */
final class GazetteerOptions {
  @Option(
      names = "--add",
      paramLabel = "FILE.tsv",
      description = {
        "People, organizations and places of your own, which go before those of the gazetteer; may"
            + " be given several times.",
        "Rows as `entente gazetteer find` prints them, columns separated by tabs: kind, qid, label,"
            + " aliases separated by |, country code, region, offices such as"
            + " \"foreign minister@FR@2007-2010; ...\", importance from 0 to 1, latitude, longitude,"
            + " description. Only kind and label must be there."
      })
  private List<Path> added = List.of();

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE",
      description =
          "An index that `entente gazetteer build` wrote, in the place of the program's own.")
  private Path index;

  private List<Entry> entries;

  /** Returns the gazetteer that the options ask for. */
  Gazetteer load() throws IOException {
    if (index == null) {
      return Gazetteer.load(entries());
    }
    try (InputStream in = Files.newInputStream(index)) {
      return Gazetteer.load(entries(), in);
    }
  }

  /** Returns the SHA-256 of the files that it is made from, by their names. */
  Map<String, String> checksums() throws IOException {
    Map<String, String> checksums =
        new TreeMap<>(index == null ? Knowledge.gazetteer() : Knowledge.of(List.of(index)));
    checksums.putAll(Knowledge.of(added));
    return checksums;
  }

  /** Returns the identifiers of the entries that the user added. */
  Set<String> addedIds() throws IOException {
    return entries().stream().map(Entry::qid).filter(q -> !q.isEmpty()).collect(Collectors.toSet());
  }

  private List<Entry> entries() throws IOException {
    if (entries == null) {
      entries = new ArrayList<>();
      for (Path file : added) {
        entries.addAll(AddedEntries.read(file));
      }
    }
    return entries;
  }
}
