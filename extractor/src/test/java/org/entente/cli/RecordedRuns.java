package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a store tells of the runs that changed it. */
final class RecordedRuns {
  private static final String QUERY =
      """
      # title: Runs
      # question: Which runs changed the store?
      # keywords: runs
      PREFIX dip: <https://w3id.org/entente/diplomacy#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      SELECT (CONCAT(?command, " [", REPLACE(COALESCE(?how, ""), "\\n", ", "), "] with ",
          STR(COUNT(DISTINCT ?file)), " files, used ", STR(COUNT(DISTINCT ?document)),
          ", removed ", STR(COUNT(DISTINCT ?gone))) AS ?run)
      WHERE {
        ?activity a dip:Run ; dip:command ?command ; prov:startedAtTime ?start ;
          prov:endedAtTime ?end ; prov:wasAssociatedWith/schema:softwareVersion ?version .
        OPTIONAL { ?activity dip:configuration ?how }
        OPTIONAL { ?activity prov:used ?file . ?file dip:checksum ?sum }
        OPTIONAL { ?activity prov:used ?document . FILTER CONTAINS(STR(?document), "/document/") }
        OPTIONAL { ?activity prov:invalidated ?gone }
      } GROUP BY ?activity ?command ?how ?start ORDER BY ?activity
      """;

  private RecordedRuns() {}

  /** Returns a line for each run that has ended, in their order. */
  static List<String> of(Path store) throws IOException {
    Path query = Files.writeString(store.resolveSibling("runs.rq"), QUERY);
    Run rows = Run.of("query", query, "--store", store, "--format", "tsv");
    assertThat(rows.exitCode()).as(rows.err()).isEqualTo(ExitCode.OK);
    return rows.out().lines().skip(1).map(line -> line.replace("\"", "")).toList();
  }
}
