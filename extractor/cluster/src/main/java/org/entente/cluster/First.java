package org.entente.cluster;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Of rows in the order of their first column, the first of each value. */
final class First implements Iterator<Row> {
  private final Iterator<Row> rows;
  private String last = "";
  private Row next;

  private First(Iterator<Row> rows) {
    this.rows = rows;
  }

  /**
   * Returns the first document of each id, in the order of the input.
   *
   * @param documents {@link Rows#READ}, or some of its columns with the first three, all of one
   *     graph in one partition
   */
  static Dataset<Row> of(Dataset<Row> documents) {
    return documents
        .sortWithinPartitions("graph", "file", "number")
        .mapPartitions((MapPartitionsFunction<Row, Row>) First::new, documents.encoder());
  }

  @Override
  public boolean hasNext() {
    while (next == null && rows.hasNext()) {
      Row row = rows.next();
      if (!row.getString(0).equals(last)) {
        last = row.getString(0);
        next = row;
      }
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }
}
