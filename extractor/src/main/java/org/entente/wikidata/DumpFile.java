package org.entente.wikidata;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A JSON dump of Wikidata, read line by line: an array of which every entity has a line. Packed
 * with gzip or bzip2, or plain, by the end of its name.
 */
public final class DumpFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final BoundedInputStream counted;
  private final BufferedReader lines;
  private final long size;

  private DumpFile(BoundedInputStream counted, BufferedReader lines, long size) {
    this.counted = counted;
    this.lines = lines;
    this.size = size;
  }

  /**
   * Opens a dump.
   *
   * @throws IOException when it cannot be read, or is not packed as its name says
   */
  public static DumpFile open(Path file) throws IOException {
    BoundedInputStream counted =
        BoundedInputStream.builder().setInputStream(Files.newInputStream(file)).get();
    try {
      InputStream packed = new BufferedInputStream(counted, BUFFER);
      String name = file.getFileName().toString();
      InputStream in =
          name.endsWith(".bz2")
              ? new BZip2CompressorInputStream(packed, true)
              : name.endsWith(".gz") ? new GZIPInputStream(packed, BUFFER) : packed;
      return new DumpFile(
          counted,
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER),
          Files.size(file));
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  /**
   * Returns the next line that holds an entity, without the comma; null at the end.
   *
   * @throws IOException when the file cannot be read, or ends in the middle
   */
  public String next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String entity = line.strip();
      if (entity.endsWith(",")) {
        entity = entity.substring(0, entity.length() - 1);
      }
      if (entity.length() > 1) {
        return entity;
      }
    }
    return null;
  }

  /** Returns how many bytes of the packed file were read. */
  public long done() {
    return counted.getCount();
  }

  /** Returns how many bytes the packed file has. */
  public long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
