package org.entente.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * A compressed file or archive, unpacked as a stream: nothing is written to the disk, and nothing
 * but the part that is being read is in memory. Recognised by how it begins.
 */
public enum Container {
  /** Gzip, of one or many members. */
  GZIP,
  /** Zstandard. */
  ZSTD,
  /** Bzip2. */
  BZIP2,
  /** ZIP. */
  ZIP,
  /** Tar. */
  TAR;

  /** Takes what is in a container, one by one. */
  public interface Entries {
    /**
     * Takes an entry.
     *
     * @param name its path in the archive; that of the file without the ending of its compression
     * @param content not to be closed
     */
    void entry(String name, InputStream content) throws IOException;

    /** Is told of an entry that cannot be unpacked. */
    void problem(String name, String message, String advice);
  }

  private static final int TAR_MAGIC = 257;

  /** Returns what begins so; empty for all else. */
  public static Optional<Container> of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 300), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u001f\u008b")) {
      return Optional.of(GZIP);
    }
    if (start.startsWith("(\u00b5/\u00fd")) {
      return Optional.of(ZSTD);
    }
    if (start.startsWith("BZh")) {
      return Optional.of(BZIP2);
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return Optional.of(ZIP);
    }
    return start.startsWith("ustar", TAR_MAGIC) ? Optional.of(TAR) : Optional.empty();
  }

  /**
   * Unpacks.
   *
   * @param packed the container
   * @param name the name of its file, or empty
   * @param budget of the outermost file
   * @param entries takes what is in it
   * @throws UnpackingBudget.Exceeded when too much comes out
   * @throws IOException when it is cut off or damaged
   */
  public void unpack(
      InputStream packed, Optional<String> name, UnpackingBudget budget, Entries entries)
      throws IOException {
    switch (this) {
      case GZIP -> single(new GzipCompressorInputStream(packed, true), name, budget, entries);
      case ZSTD -> single(new ZstdCompressorInputStream(packed), name, budget, entries);
      case BZIP2 -> single(new BZip2CompressorInputStream(packed, true), name, budget, entries);
      case ZIP ->
          archive(
              new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, true),
              budget,
              entries);
      case TAR ->
          archive(
              new TarArchiveInputStream(packed, StandardCharsets.UTF_8.name()), budget, entries);
    }
  }

  private static void single(
      InputStream unpacked, Optional<String> name, UnpackingBudget budget, Entries entries)
      throws IOException {
    entries.entry(name.map(Container::inner).orElse(""), budget.unpacked(unpacked));
  }

  /** Returns the name of a file without the ending of its compression. */
  private static String inner(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0) {
      return name;
    }
    return switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "gz", "zst", "bz2" -> name.substring(0, dot);
      case "tgz", "tzst", "tbz2" -> name.substring(0, dot) + ".tar";
      default -> name;
    };
  }

  private static <E extends ArchiveEntry> void archive(
      ArchiveInputStream<E> archive, UnpackingBudget budget, Entries entries) throws IOException {
    for (E entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      if (!archive.canReadEntryData(entry)) {
        entries.problem(
            entry.getName(),
            "is encrypted, or packed in a way that cannot be read",
            "Unpack it and give the unpacked file.");
        continue;
      }
      InputStream content = budget.unpacked(archive);
      entries.entry(entry.getName(), content);
      content.transferTo(OutputStream.nullOutputStream()); // what is passed over counts as well
    }
  }
}
