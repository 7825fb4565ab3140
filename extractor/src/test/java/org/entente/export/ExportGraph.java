package org.entente.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.entente.rdf.Iris;

/** The hand-made graph of these tests. */
public final class ExportGraph {
  private static final Path FILE = Path.of("src/test/resources/org/entente/export/graph.trig");

  private ExportGraph() {}

  /** Returns it as TriG. */
  public static String trig() throws IOException {
    return Files.readString(FILE);
  }

  /** What is done with the graph. */
  interface Use<T> {
    T with(GraphView view) throws IOException;
  }

  /** Reads it from a database of TDB2 in memory. */
  static <T> T read(Use<T> use) throws IOException {
    DatasetGraph database = DatabaseMgr.createDatasetGraph();
    database.begin(TxnType.WRITE);
    RDFParser.source(FILE).parse(database);
    database.commit();
    database.end();
    database.begin(TxnType.READ);
    try {
      return use.with(new GraphView(database, new Iris(Iris.DEFAULT_BASE)));
    } finally {
      database.end();
    }
  }
}
