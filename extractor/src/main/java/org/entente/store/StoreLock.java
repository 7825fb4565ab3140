package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps folders of a store for one process at a time. */
final class StoreLock {
  private StoreLock() {}

  /**
   * Locks a folder for this process.
   *
   * @param directory the store, as the user named it
   * @throws StoreException when another one has it
   */
  static FileChannel take(Path directory, Path folder) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(StoreLayout.LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      release(channel);
    } catch (IOException e) {
      throw StoreException.of(directory, e);
    }
    throw StoreException.inUse(directory, null);
  }

  static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
