package org.entente.query;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** What a query answers: the rows of a SELECT or the graph of a CONSTRUCT, held in memory. */
public sealed interface QueryAnswer {
  /** Returns how many rows or triples it has. */
  long size();

  /**
   * The answer of a SELECT query.
   *
   * @param columns the variables, in the order of the query
   * @param rows the solutions, in the order of the query; a variable may be unbound in a row
   */
  record Rows(List<Var> columns, List<Binding> rows) implements QueryAnswer {
    /** Copies the lists. */
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    @Override
    public long size() {
      return rows.size();
    }

    /** Returns the rows as Jena's writers read them; each call starts at the first row. */
    public RowSet rowSet() {
      return RowSetStream.create(columns, rows.iterator());
    }
  }

  /**
   * The answer of a CONSTRUCT query.
   *
   * @param graph the triples, with the prefixes of the query
   */
  record Triples(Graph graph) implements QueryAnswer {
    /** Throws {@link NullPointerException} where there is no graph. */
    public Triples {
      Objects.requireNonNull(graph);
    }

    @Override
    public long size() {
      return graph.size();
    }
  }
}
