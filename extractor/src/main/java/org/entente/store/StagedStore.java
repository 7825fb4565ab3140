package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a store beside what readers have of it: the next generation begins as a copy of the
 * present one, takes as many transactions as it needs, and is put in its place as a whole by {@link
 * #publish}. Readers, such as a server, have the present one meanwhile. What was not published when
 * the process ended is gone on with by the next one. One process at a time changes a store.
 */
public final class StagedStore implements AutoCloseable {
  /** Files that belong to the process that has a generation open. */
  private static final Set<String> OWN =
      Set.of(
          StoreLayout.LOCK,
          StoreLayout.ORIGIN,
          StoreLayout.RESTORED,
          GenerationSeal.FILE,
          GenerationSeal.COPY,
          "tdb.lock",
          "write.lock");

  private final StoreLayout layout;
  private final FileChannel lock;
  private final GraphStore store;

  private StagedStore(StoreLayout layout, FileChannel lock, GraphStore store) {
    this.layout = layout;
    this.lock = lock;
    this.store = store;
  }

  /**
   * Begins the next generation of a store, or goes on with one that was begun; an empty or missing
   * directory becomes a store when its first generation is published.
   *
   * @throws StoreException when the directory holds something else, is being changed by another
   *     process, was written with another base or format, or cannot be read or written
   */
  public static StagedStore open(Path directory, StoreSettings settings) {
    StoreLayout layout = new StoreLayout(directory);
    FileChannel lock = null;
    try {
      layout.create(settings);
      layout.base(settings);
      lock = StoreLock.take(directory, directory);
      layout.mend();
      deleteOutdated(layout);
      String origin = layout.current().orElse("");
      Path building = layout.building();
      Path mark = building.resolve(StoreLayout.ORIGIN);
      List<String> origins =
          origin.isEmpty() ? List.of(origin) : StoreLayout.names(directory.resolve(origin));
      if (!Files.exists(mark)
          || !origins.contains(Files.readString(mark, StandardCharsets.UTF_8))) {
        StoreFiles.delete(building);
        Files.createDirectory(building);
        if (!origin.isEmpty()) {
          GenerationSeal.requireSound(
              directory, directory.resolve(origin), true); // lest it spreads
          StoreFiles.copy(directory.resolve(origin), building, OWN);
        }
        Files.writeString(mark, origin, StandardCharsets.UTF_8);
      }
      GenerationSeal.open(building); // of a publishing that was cut off
      return new StagedStore(layout, lock, GraphStore.openGeneration(layout, building, settings));
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        StoreLock.release(lock);
      }
      throw StoreException.of(directory, e);
    }
  }

  /**
   * Begins the next generation of a store that exists.
   *
   * @throws StoreException as {@link #open}, and when there is no store
   */
  public static StagedStore openExisting(Path directory, StoreSettings settings) {
    new StoreLayout(directory).requireStore(settings);
    return open(directory, settings);
  }

  /** Returns the next generation, which readers do not see yet. */
  public GraphStore store() {
    return store;
  }

  /**
   * Puts the generation in the place of the present one, with what protects it against damage;
   * nothing can be changed afterwards. The generation before is deleted unless somebody still reads
   * it.
   *
   * @throws StoreException when the files cannot be renamed; readers have what they had then
   */
  public void publish() {
    try {
      protect(layout.building(), store);
      layout.publish(Optional.of(layout.building()));
      deleteOutdated(layout);
    } catch (IOException | RuntimeException e) {
      throw StoreException.of(layout.root(), e);
    }
  }

  private static void protect(Path generation, GraphStore store) throws IOException {
    GenerationSeal.copy(generation, out -> store.export(GraphFormat.NQ, out));
    store.close();
    IndexPacker.pack(generation.resolve(Database.TDB));
    GenerationSeal.seal(generation);
  }

  /**
   * Makes the graph that readers have anew from its copy, whatever happened to its database. What
   * was begun and is not published yet stays, and is gone on with by the next change.
   *
   * @return whether anything was damaged; nothing is done where not
   * @throws StoreException when the copy cannot be read either, or the store is in use
   */
  public static boolean restore(Path directory, StoreSettings settings) {
    StoreLayout layout = new StoreLayout(directory);
    layout.requireStore(settings);
    FileChannel lock = StoreLock.take(directory, directory);
    try {
      layout.mend();
      Path damaged = layout.generation();
      if (GenerationSeal.damage(damaged, true).isEmpty()) {
        return false;
      }
      layout.publish(Optional.of(remake(layout, damaged, settings)));
      deleteOutdated(layout);
      return true;
    } catch (IOException | RuntimeException e) {
      throw StoreException.of(directory, e);
    } finally {
      StoreLock.release(lock);
    }
  }

  /**
   * Makes a damaged generation anew from its copy. It carries the names of those whose graph it has
   * from the beginning, so that from the moment that it is in their place what was begun on one of
   * them is known to be begun on it.
   *
   * @return the folder in which it is, with its seal, for nobody to read yet
   */
  static Path remake(StoreLayout layout, Path damaged, StoreSettings settings) throws IOException {
    Path restoring = layout.root().resolve(StoreLayout.RESTORING);
    StoreFiles.delete(restoring);
    Files.createDirectory(restoring);
    Files.write(
        restoring.resolve(StoreLayout.RESTORED),
        StoreLayout.names(damaged),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.SYNC,
        StandardOpenOption.WRITE);
    try (GraphStore anew = GraphStore.openGeneration(layout, restoring, settings);
        InputStream copy = copy(layout.root(), damaged)) {
      anew.load(List.of(copy).iterator());
      protect(restoring, anew);
    }
    return restoring;
  }

  private static InputStream copy(Path directory, Path damaged) {
    try {
      return GenerationSeal.openCopy(damaged);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.BROKEN,
          "cannot read " + GenerationSeal.COPY + ", from which " + directory + " is restored: " + e,
          "build a new store",
          e);
    }
  }

  /**
   * Throws the generation away with all that was begun; nothing can be changed afterwards.
   *
   * @throws StoreException when its files cannot be deleted
   */
  public void discard() {
    store.close();
    try {
      StoreFiles.delete(layout.building());
    } catch (IOException e) {
      throw StoreException.of(layout.root(), e);
    }
  }

  /** Deletes generations that nobody reads any more. */
  private static void deleteOutdated(StoreLayout layout) throws IOException {
    for (Path generation : layout.outdated()) {
      FileChannel unread;
      try {
        unread = StoreLock.take(layout.root(), generation);
      } catch (StoreException e) {
        continue; // its reader, or the next change, will
      }
      try {
        StoreFiles.delete(generation);
      } finally {
        StoreLock.release(unread);
      }
    }
  }

  /** Lets go of the store; what was not published stays for the next process to go on with. */
  @Override
  public void close() {
    try {
      store.close();
    } finally {
      if (lock.isOpen()) {
        StoreLock.release(lock);
      }
    }
  }
}
