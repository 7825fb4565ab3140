package org.entente.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Makes a database and its text index from a stream of quads, in one go, as TDB2's loaders do it:
 * the nodes and the first index of quads as the quads come, beside the thread that reads them and
 * fills the text index, and the other indexes from the first, see {@link IndexPacker#derive}. A
 * failure, such as of a full disk, comes to its caller, which those of the loaders with several
 * threads do not.
 */
final class BulkLoad {
  private BulkLoad() {}

  /**
   * Makes a database and its text index.
   *
   * @param tdb folder of the database, which is not there yet
   * @param text folder of the index, which is not there yet
   * @param source hands the quads on, in a thread of its own
   * @return how many were handed on
   */
  static long load(Path tdb, Path text, Consumer<Consumer<Quad>> source) throws IOException {
    Files.createDirectories(tdb);
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
    TextIndexLucene index = null;
    AtomicLong count = new AtomicLong();
    try {
      index = TextIndexes.open(text);
      Consumer<Quad> words = TextIndexes.adder(index);
      DatasetGraphTDB tables = TDBInternal.getDatasetGraphTDB(database);
      NodeTupleTable quads = tables.getQuadTable().getNodeTupleTable();
      NodeTable nodes = quads.getNodeTable();
      TupleIndex first = quads.getTupleTable().getIndex(0);
      database.begin(ReadWrite.WRITE);
      try {
        Handover.run(
            sink ->
                source.accept(
                    quad -> {
                      words.accept(quad);
                      sink.accept(quad);
                    }),
            quad -> {
              count.incrementAndGet();
              if (quad.isDefaultGraph()) {
                tables.getTripleTable().add(quad.asTriple());
              } else {
                first.add(
                    TupleFactory.tuple(
                        nodes.getAllocateNodeId(quad.getGraph()),
                        nodes.getAllocateNodeId(quad.getSubject()),
                        nodes.getAllocateNodeId(quad.getPredicate()),
                        nodes.getAllocateNodeId(quad.getObject())));
              }
            });
        database.commit();
      } catch (RuntimeException | Error e) {
        database.abort();
        throw e;
      } finally {
        database.end();
      }
      index.commit();
    } finally {
      if (index != null) {
        index.close();
      }
      TDBInternal.expel(database, true);
    }
    IndexPacker.derive(tdb);
    return count.get();
  }
}
