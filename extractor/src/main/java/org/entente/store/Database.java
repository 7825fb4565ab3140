package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.store.LockObtainFailedException;
import org.entente.correction.CorrectionsException;
import org.entente.rdf.Iris;

/**
 * The TDB2 database, the text index and the index of places of a generation, open for this process
 * alone. It is changed by transactions, or filled anew as a whole from a stream of quads, which is
 * much faster for many.
 */
final class Database implements AutoCloseable {
  static final String TDB = "tdb2";
  static final String TEXT = "text";

  /** There while a transaction writes: a text index beside it may lack what the database has. */
  private static final String PENDING = "entente.pending";

  /** Where the database is made anew; {@link #WHOLE} is in it when only the renaming is left. */
  private static final String FILLING = "filling";

  private static final String WHOLE = "whole";

  private final Path directory;
  private final Path generation;
  private final StoreSettings settings;
  private final Iris iris;
  private final FileChannel lock;
  private DatasetGraph quads;
  private DatasetGraph indexed;
  private PlaceIndex places;

  private Database(
      Path directory, Path generation, StoreSettings settings, Iris iris, FileChannel lock) {
    this.directory = directory;
    this.generation = generation;
    this.settings = settings;
    this.iris = iris;
    this.lock = lock;
  }

  /**
   * Opens a generation; an empty folder becomes one.
   *
   * @param directory the store, as the user named it
   * @throws StoreException when it is in use, or cannot be read or written
   */
  static Database open(Path directory, Path generation, StoreSettings settings, Iris iris) {
    Database database =
        new Database(directory, generation, settings, iris, StoreLock.take(directory, generation));
    try {
      database.finishFilling();
      IndexPacker.finish(generation.resolve(TDB));
      database.connect();
      return database;
    } catch (IOException | RuntimeException | InternalError e) {
      database.close();
      throw StoreException.of(directory, e);
    }
  }

  private void connect() throws IOException {
    Path tdb = generation.resolve(TDB);
    Files.createDirectories(tdb);
    quads = DatabaseMgr.connectDatasetGraph(Location.create(tdb));
    indexed = TextDatasetFactory.create(quads, index(), true);
    quads.getContext().set(TDB2.symUnionDefaultGraph, true);
    indexed.getContext().set(TDB2.symUnionDefaultGraph, true);
    places = PlaceIndex.addTo(indexed, iris);
  }

  /** Opens the text index; builds it anew where a batch was cut off or the index is damaged. */
  private TextIndexLucene index() throws IOException {
    Path text = generation.resolve(TEXT);
    Path pending = generation.resolve(PENDING);
    boolean stale = Files.exists(pending) || !Files.isDirectory(text);
    TextIndexLucene index;
    try {
      index = TextIndexes.open(text);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof LockObtainFailedException) {
        throw e;
      }
      // The index holds nothing that the database does not.
      StoreFiles.delete(text);
      index = TextIndexes.open(text);
      stale = true;
    }
    if (stale) {
      quads.begin(ReadWrite.READ);
      try {
        TextIndexes.rebuild(index, quads);
      } finally {
        quads.end();
      }
      Files.deleteIfExists(pending);
    }
    return index;
  }

  /** Returns the quads, to be read in a transaction. */
  DatasetGraph quads() {
    return quads;
  }

  /** Returns the quads with their text index, to be queried and changed in a transaction. */
  DatasetGraph indexed() {
    return indexed;
  }

  /** Reads in a transaction, the one under way if there is one. */
  <T> T read(Supplier<T> work) {
    if (quads.isInTransaction()) {
      return work.get();
    }
    quads.begin(ReadWrite.READ);
    try {
      return work.get();
    } finally {
      quads.end();
    }
  }

  /**
   * Changes the indexed quads in a transaction, the one under way if there is one.
   *
   * @throws StoreException when it cannot be written; all is as before then
   */
  synchronized <T> T write(Supplier<T> work) {
    if (quads.isInTransaction()) {
      return work.get(); // a part of the changes of a run
    }
    Path pending = generation.resolve(PENDING);
    try {
      requireRoom(directory, settings);
      GenerationSeal.open(generation);
      Files.write(
          pending,
          new byte[0],
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      T result;
      indexed.begin(ReadWrite.WRITE);
      try {
        result = work.get();
        indexed.commit();
        places.forget();
      } catch (RuntimeException | Error e) {
        indexed.abort();
        throw e;
      } finally {
        indexed.end();
      }
      Files.delete(pending);
      return result;
    } catch (CorrectionsException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw StoreException.of(directory, e);
    }
  }

  /**
   * Refuses to write where the disk is nearly full.
   *
   * @param directory the store, as the user named it
   */
  static void requireRoom(Path directory, StoreSettings settings) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < settings.minimumFree()) {
      throw StoreException.full(directory, free + " bytes are free", null);
    }
  }

  /**
   * Puts other quads in the place of all that there are, by TDB2's bulk loader, beside them:
   * whatever happens to the process, the generation has those before or after. Nobody reads
   * meanwhile.
   *
   * @param source hands the quads on; it may read the present ones
   * @return how many were handed on
   * @throws StoreException when they cannot be written; all is as before then
   */
  synchronized long fill(Consumer<Consumer<Quad>> source) {
    Path filling = generation.resolve(FILLING);
    try {
      requireRoom(directory, settings);
      GenerationSeal.open(generation);
      StoreFiles.delete(filling);
      Files.createDirectories(filling);
      long count =
          BulkLoad.load(
              filling.resolve(TDB),
              filling.resolve(TEXT),
              sink ->
                  read(
                      () -> {
                        source.accept(sink);
                        return null;
                      }));
      Files.write(
          filling.resolve(WHOLE),
          new byte[0],
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      disconnect();
      finishFilling();
      connect();
      return count;
    } catch (CorrectionsException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw StoreException.of(directory, e);
    }
  }

  /** Puts what was filled whole in its place; throws away what was not. */
  private void finishFilling() throws IOException {
    Path filling = generation.resolve(FILLING);
    if (Files.exists(filling.resolve(WHOLE))) {
      for (String name : new String[] {TDB, TEXT}) {
        if (Files.exists(filling.resolve(name))) {
          StoreFiles.delete(generation.resolve(name));
          Files.move(
              filling.resolve(name), generation.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      Files.deleteIfExists(generation.resolve(PENDING));
    }
    StoreFiles.delete(filling);
  }

  private void disconnect() {
    DatasetGraph open = quads;
    quads = null;
    try {
      if (indexed != null) {
        indexed.close();
        indexed = null;
      }
    } finally {
      if (open != null) {
        TDBInternal.expel(open, true);
      }
    }
  }

  /**
   * Closes the files.
   *
   * @throws UncheckedIOException when the text index cannot be closed
   */
  @Override
  public synchronized void close() {
    if (!lock.isOpen()) {
      return;
    }
    try {
      disconnect();
    } finally {
      StoreLock.release(lock);
    }
  }
}
