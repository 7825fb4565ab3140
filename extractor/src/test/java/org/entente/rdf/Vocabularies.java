package org.entente.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The terms of other vocabularies, as {@code ontology/checks/vocabularies.tsv} lists them. */
public final class Vocabularies {
  private static final Map<String, Set<String>> ROWS = read();

  private Vocabularies() {}

  /** Returns the IRIs in the namespace of a vocabulary that it does not have. */
  public static Set<String> unknown(Stream<String> iris) {
    return iris.filter(
            iri ->
                ROWS.entrySet().stream()
                    .anyMatch(
                        row ->
                            iri.startsWith(row.getKey())
                                && iri.length() > row.getKey().length()
                                && !row.getValue().contains(iri.substring(row.getKey().length()))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> rows = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("../ontology/checks/vocabularies.tsv"))) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t");
          rows.put(cells[0], Set.of(cells[1].split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
