package org.entente.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queries that the program knows by name: the files of the folder <code>queries/</code>, read
 * from the class path.
 */
public final class QueryCatalog {
  private static final String FOLDER = "/org/entente/queries/";

  private final Map<String, NamedQuery> queries;

  private QueryCatalog(Map<String, NamedQuery> queries) {
    this.queries = queries;
  }

  /**
   * Reads the catalog from the class path.
   *
   * @throws QueryException if one of its queries is not well-formed
   */
  public static QueryCatalog load() {
    Map<String, NamedQuery> queries = new LinkedHashMap<>();
    resource("catalog.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(name -> queries.put(name, NamedQuery.parse(name, resource(name + ".rq"))));
    return new QueryCatalog(queries);
  }

  /** Returns the queries in the order in which a menu shows them. */
  public Collection<NamedQuery> queries() {
    return List.copyOf(queries.values());
  }

  /**
   * Returns the query of a name.
   *
   * @throws QueryException if there is none; the message names the nearest
   */
  public NamedQuery get(String name) {
    NamedQuery query = queries.get(name);
    if (query != null) {
      return query;
    }
    List<String> near = new ArrayList<>(Spelling.nearest(name, queries.keySet()));
    throw new QueryException(
        "There is no query \""
            + name
            + "\". "
            + (near.isEmpty()
                ? "The queries are: " + String.join(", ", queries.keySet())
                : "Did you mean " + String.join(" or ", near) + "?"));
  }

  private static String resource(String file) {
    try (InputStream in = QueryCatalog.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new QueryException(
            "The class path has no " + FOLDER + file + ", which catalog.txt lists.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
