package org.entente.document;

import com.carrotsearch.hppc.LongLongHashMap;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which ids documents have had, with where that was and what was read there. Of a document some 30
 * bytes are kept in memory, and the rest in a temporary file once it is much. Not thread-safe.
 */
final class UsedIds implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** Where an id was used first, and a digest of what was read there. */
  record Use(String origin, byte[] digest) {}

  /** By a hash of the id, where it is told in the file; of two ids of one hash, the first. */
  private final LongLongHashMap positions = new LongLongHashMap();

  /** What is not in the file yet. */
  private ByteBuffer tail = ByteBuffer.allocate(0);

  private Optional<FileChannel> file = Optional.empty();
  private long filed;

  /**
   * Notes that an id is used, unless it was before.
   *
   * @return the first use, or empty when this is it
   * @throws IOException when the temporary file cannot be written or read
   */
  Optional<Use> put(String id, Use use) throws IOException {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    long hash = MurmurHash3.hash128x64(name)[0];
    int index = positions.indexOf(hash);
    if (positions.indexExists(index)) {
      return told(positions.indexGet(index), name);
    }
    byte[] origin = use.origin().getBytes(StandardCharsets.UTF_8);
    ByteBuffer entry =
        ByteBuffer.allocate(3 * Integer.BYTES + name.length + origin.length + use.digest().length);
    for (byte[] part : new byte[][] {name, origin, use.digest()}) {
      entry.putInt(part.length).put(part);
    }
    positions.indexInsert(index, hash, filed + tail.position());
    append(entry.flip());
    return Optional.empty();
  }

  private void append(ByteBuffer entry) throws IOException {
    if (tail.remaining() < entry.remaining()) {
      int needed = tail.position() + entry.remaining();
      if (needed > BUFFER) {
        flush();
      }
      int size = Math.max(entry.remaining(), Math.min(BUFFER, 2 * needed));
      tail = ByteBuffer.allocate(size).put(tail.flip());
    }
    tail.put(entry);
  }

  private void flush() throws IOException {
    if (file.isEmpty()) {
      Path path = Files.createTempFile("entente-ids-", ".tmp");
      file =
          Optional.of(
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    tail.flip();
    while (tail.hasRemaining()) {
      filed += file.get().write(tail, filed);
    }
    tail.clear();
  }

  /** Reads what stands at a position; empty when it is of another id. */
  private Optional<Use> told(long position, byte[] name) throws IOException {
    byte[][] parts = new byte[3][];
    long at = position;
    for (int i = 0; i < parts.length; i++) {
      int length = read(at, Integer.BYTES).getInt();
      parts[i] = read(at + Integer.BYTES, length).array();
      at += Integer.BYTES + length;
    }
    return Arrays.equals(parts[0], name)
        ? Optional.of(new Use(new String(parts[1], StandardCharsets.UTF_8), parts[2]))
        : Optional.empty();
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    if (position >= filed) {
      return bytes.put(0, tail, Math.toIntExact(position - filed), length);
    }
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.orElseThrow().read(bytes, at);
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
