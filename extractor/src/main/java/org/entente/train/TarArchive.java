package org.entente.train;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/** Reads the text files of a gzip-compressed tar archive (POSIX ustar), in which corpora come. */
final class TarArchive {
  private static final int BLOCK = 512;

  private TarArchive() {}

  /**
   * Hands every file with that ending to the reader: its name without folders, and its text.
   *
   * @throws IOException naming the archive when it cannot be read
   */
  static void read(Path archive, String ending, BiConsumer<String, String> reader)
      throws IOException {
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = text(header, 0, 100);
        int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        boolean file = header[156] == '0' || header[156] == 0;
        if (file && name.endsWith(ending)) {
          reader.accept(
              name.substring(name.lastIndexOf('/') + 1),
              new String(content, StandardCharsets.UTF_8));
        }
        header = in.readNBytes(BLOCK);
      }
    } catch (IOException | NumberFormatException e) {
      throw new IOException(archive + ": is no readable .tar.gz archive; fetch it again", e);
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
