package org.entente.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.entente.linking.FetchedItem;
import org.entente.wikidata.Item;

/**
 * Writes statements of Wikidata as Wikidata itself does: its entities, with its direct properties
 * and English labels. Entities of the graph lead to them by {@code skos:exactMatch}.
 */
public final class StatementMapper {
  private final Iris iris;

  /** Creates a mapper. */
  public StatementMapper(Iris iris) {
    this.iris = iris;
  }

  /**
   * Returns the triples of the graph of Wikidata's statements.
   *
   * @param items what was fetched
   * @param properties the properties that are written
   */
  public List<Triple> map(Collection<FetchedItem> items, Collection<String> properties) {
    List<Triple> triples = new ArrayList<>();
    if (items.isEmpty()) {
      return triples;
    }
    Node graph = Terms.uri(iris.wikidataGraph());
    triples.add(Triple.create(graph, Terms.SOURCE, Terms.uri("https://www.wikidata.org/")));
    for (FetchedItem item : items) {
      Node node = Terms.uri(Terms.WD + item.qid());
      if (!item.label().isEmpty()) {
        triples.add(
            Triple.create(node, Terms.LABEL, NodeFactory.createLiteralLang(item.label(), "en")));
      }
      for (Map.Entry<String, List<Item.TypedValue>> statement : item.statements().entrySet()) {
        if (properties.contains(statement.getKey())) {
          Node property = Terms.uri(Terms.WDT + statement.getKey());
          statement.getValue().forEach(v -> triples.add(Triple.create(node, property, value(v))));
        }
      }
    }
    return triples;
  }

  private static Node value(Item.TypedValue value) {
    return switch (value.kind()) {
      case ITEM -> Terms.uri(Terms.WD + value.text());
      case TEXT -> Terms.string(value.text());
      case DATE ->
          NodeFactory.createLiteralDT(
              value.text(),
              value.text().length() == 4 ? XSDDatatype.XSDgYear : XSDDatatype.XSDdate);
      case POINT -> Terms.wkt(value.text());
    };
  }
}
