package org.entente.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats in which an answer is written. */
public enum ResultFormat {
  /** Columns for people to read. */
  TABLE,
  /** SPARQL 1.1 results as comma-separated values. */
  CSV,
  /** SPARQL 1.1 results as tab-separated values, with terms in Turtle's syntax. */
  TSV,
  /** SPARQL 1.1 results as JSON; JSON-LD for a graph. */
  JSON,
  /** Turtle; rows in the result-set vocabulary. */
  TTL;

  /** Returns its name as users write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the format of a name, in upper or lower case.
   *
   * @throws QueryException if there is none
   */
  public static ResultFormat of(String name) {
    return Arrays.stream(values())
        .filter(f -> f.key().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new QueryException(
                    "There is no format \""
                        + name
                        + "\". The formats are: "
                        + Arrays.stream(values())
                            .map(ResultFormat::key)
                            .collect(Collectors.joining(", "))));
  }
}
