package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.rdf.Iris;
import org.entente.rdf.Terms;

/** Finds entities by the words of their names in the full-text index. */
final class EntitySearch {
  private static final int FOUND = 100;

  /** From that length on a word may be misspelt by a letter, or by two. */
  private static final int ONE_EDIT = 4;

  private static final int TWO_EDITS = 8;

  /** What an event's or a report's label begins with, which is in the same index. */
  private static final String NO_EVENTS =
      " -\"call of\" -\"conference of\" -\"meeting of\" -\"summit of\" -\"talks of\""
          + " -\"visit of\"";

  private static final Query NAMED =
      QueryFactory.create(
          """
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
          PREFIX text: <http://jena.apache.org/text#>
          SELECT DISTINCT ?entity WHERE {
            { (?entity ?score) text:query (rdfs:label ?words %1$d) }
            UNION
            { (?entity ?score) text:query (skos:altLabel ?words %1$d) }
          }
          """
              .formatted(FOUND));

  private static final Var WORDS = Var.alloc("words");

  private final DatasetGraph data;
  private final Iris iris;

  EntitySearch(DatasetGraph data, Iris iris) {
    this.data = data;
    this.iris = iris;
  }

  /** Returns the IRIs of entities that may have that name, misspellings and initials allowed. */
  Set<String> named(String name) {
    List<String> words = words(name);
    Set<String> found = new LinkedHashSet<>();
    if (words.isEmpty()) {
      return found;
    }
    found.addAll(ask(words, " AND ", word -> word));
    found.addAll(ask(words, " ", EntitySearch::misspelt));
    return found;
  }

  /** Returns the IRIs of entities that have a name of which every word is, or begins, so. */
  Set<String> beginning(String prefix) {
    List<String> words = words(prefix);
    return words.isEmpty() ? Set.of() : ask(words, " AND ", word -> word + "*");
  }

  /** Returns the IRIs of entities that are that item of Wikidata. */
  Set<String> item(String qid) {
    Set<String> found = new LinkedHashSet<>();
    data.find(
            Terms.uri(iris.entitiesGraph()), Node.ANY, Terms.EXACT_MATCH, Terms.uri(Terms.WD + qid))
        .forEachRemaining(quad -> found.add(quad.getSubject().getURI()));
    return found;
  }

  private Set<String> ask(
      Collection<String> words, String operator, Function<String, String> written) {
    String text =
        "+(" + words.stream().map(written).collect(Collectors.joining(operator)) + ")" + NO_EVENTS;
    Set<String> found = new LinkedHashSet<>();
    try (QueryExec exec =
        QueryExec.dataset(data)
            .query(NAMED)
            .substitution(WORDS, NodeFactory.createLiteralString(text))
            .build()) {
      RowSet rows = exec.select();
      rows.forEachRemaining(row -> found.add(row.get(Var.alloc("entity")).getURI()));
    }
    return found;
  }

  private static String misspelt(String word) {
    return word.length() >= TWO_EDITS
        ? word + "~2"
        : word.length() >= ONE_EDIT ? word + "~1" : word;
  }

  /** Folded words have letters and digits only, so that none is an operator of the index. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Arrays.stream(NameFolding.fold(name).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(20)
        .forEach(words::add);
    return words;
  }
}
