package org.entente.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * Puts another number into the LIMIT of a parsed query: its own or, where it has none, those of the
 * queries in it.
 */
final class RowLimit extends ElementVisitorBase {
  private final long rows;
  private boolean found;

  private RowLimit(long rows) {
    this.rows = rows;
  }

  /**
   * Returns the query with another limit.
   *
   * @param rows the number of rows, or {@link Query#NOLIMIT}
   * @throws QueryException when nothing in it has a limit
   */
  static Query set(Query query, long rows) {
    RowLimit limit = new RowLimit(rows);
    Query limited = query.cloneQuery();
    limit.in(limited);
    if (!limit.found) {
      throw new QueryException("The query has no LIMIT that a parameter could set.");
    }
    return limited;
  }

  private void in(Query query) {
    if (query.hasLimit()) {
      query.setLimit(rows);
      found = true;
    } else {
      ElementWalker.walk(query.getQueryPattern(), this);
    }
  }

  @Override
  public void visit(ElementSubQuery element) {
    in(element.getQuery());
  }
}
