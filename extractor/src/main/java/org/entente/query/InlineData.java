package org.entente.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts terms into the <code>VALUES ?name { ... }</code> blocks of a parsed query. The query's text
 * is parsed before, and nothing that a user types is parsed with it.
 */
final class InlineData extends ElementTransformCopyBase {
  private final Map<Var, List<Node>> terms;
  private final Set<Var> filled = new HashSet<>();

  private InlineData(Map<Var, List<Node>> terms) {
    this.terms = terms;
  }

  /** Returns the query with other terms in every block that has one of the variables alone. */
  static Query fill(Query query, Map<Var, List<Node>> terms) {
    InlineData data = new InlineData(terms);
    return QueryTransformOps.transform(query, data, new ExprTransformApplyElementTransform(data));
  }

  /** Returns those of the variables that have such a block somewhere in the query. */
  static Set<Var> blocks(Query query, Map<Var, List<Node>> terms) {
    InlineData data = new InlineData(terms);
    QueryTransformOps.transform(query, data, new ExprTransformApplyElementTransform(data));
    return data.filled;
  }

  @Override
  public Element transform(ElementData block) {
    if (block.getVars().size() != 1 || !terms.containsKey(block.getVars().get(0))) {
      return block;
    }
    Var var = block.getVars().get(0);
    filled.add(var);
    List<Binding> rows =
        terms.get(var).stream().map(term -> BindingFactory.binding(var, term)).toList();
    return new ElementData(List.of(var), rows);
  }
}
