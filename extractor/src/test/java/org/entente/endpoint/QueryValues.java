package org.entente.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.entente.query.NamedQuery;
import org.entente.query.Parameter;

/** People, places and states of a graph, for the parameters of the example queries. */
final class QueryValues {
  /** How many different people, places and states are asked for. */
  private static final int VALUES = 300;

  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Finds values.
   *
   * @param ask answers a query with the values of its first variable
   */
  QueryValues(Function<String, List<String>> ask) {
    for (String type : List.of("Person", "Place", "Polity")) {
      List<String> names =
          new ArrayList<>(
              ask.apply(
                  "PREFIX dip: <https://w3id.org/entente/diplomacy#> PREFIX rdfs:"
                      + " <http://www.w3.org/2000/01/rdf-schema#> SELECT ?name { ?x a dip:"
                      + type
                      + " ; rdfs:label ?name } LIMIT 5000"));
      if (names.isEmpty()) {
        throw new IllegalStateException("no " + type);
      }
      Collections.shuffle(names, new Random(1));
      values.put(
          type.toLowerCase(java.util.Locale.ROOT),
          names.subList(0, Math.min(VALUES, names.size())));
    }
    values.put("party", values.get("person"));
  }

  /** Chooses values; a few of them are asked for much more often than the others. */
  Map<String, String> parameters(NamedQuery query, SplittableRandom random) {
    Map<String, String> chosen = new HashMap<>();
    for (Parameter parameter : query.parameters()) {
      if (!parameter.required()) {
        continue;
      }
      int year = 1950 + few(random, 76);
      chosen.put(
          parameter.name(),
          switch (parameter.type()) {
            case FIRST_DAY, LAST_DAY -> String.valueOf(year);
            case INTEGER -> String.valueOf(5 + random.nextInt(5));
            case SEARCH -> List.of("trade", "sanctions", "ceasefire").get(random.nextInt(3));
            case PEOPLE -> people(random);
            default -> value(parameter.type().key(), random);
          });
    }
    if (chosen.containsKey("from")) {
      chosen.put("to", chosen.get("from"));
    }
    return chosen;
  }

  /** Chooses three different people. */
  private String people(SplittableRandom random) {
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < 3) {
      chosen.add(value("person", random));
    }
    return String.join(";", chosen);
  }

  private String value(String type, SplittableRandom random) {
    List<String> known = values.get(type);
    return known.get(few(random, known.size()));
  }

  private static int few(SplittableRandom random, int limit) {
    return (int) (limit * Math.pow(random.nextDouble(), 3));
  }
}
