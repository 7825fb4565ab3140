package org.entente.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Makes a database and its text index from a stream of quads, in one go: by TDB2's sequential
 * loader, whose failures, such as of a full disk, come to its caller (those of the loaders with
 * several threads do not), and with the indexes packed afterwards, see {@link IndexPacker}.
 */
final class BulkLoad {
  private BulkLoad() {}

  /**
   * Makes a database and its text index.
   *
   * @param tdb folder of the database, which is not there yet
   * @param text folder of the index, which is not there yet
   * @param source hands the quads on
   * @return how many were handed on
   */
  static long load(Path tdb, Path text, Consumer<Consumer<Quad>> source) throws IOException {
    Files.createDirectories(tdb);
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
    TextIndexLucene index = null;
    long count;
    try {
      index = TextIndexes.open(text);
      Consumer<Quad> words = TextIndexes.adder(index);
      DataLoader loader = LoaderFactory.sequentialLoader(database, (format, arguments) -> {});
      loader.startBulk();
      try {
        StreamRDF stream = loader.stream();
        stream.start();
        source.accept(
            quad -> {
              stream.quad(quad);
              words.accept(quad);
            });
        stream.finish();
        loader.finishBulk();
      } catch (RuntimeException | Error e) {
        loader.finishException(new IllegalStateException(e));
        throw e;
      }
      index.commit();
      count = loader.countQuads();
    } finally {
      if (index != null) {
        index.close();
      }
      TDBInternal.expel(database, true);
    }
    IndexPacker.pack(tdb);
    return count;
  }
}
