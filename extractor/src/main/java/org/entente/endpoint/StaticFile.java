package org.entente.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.entente.rdf.Iris;

/**
 * A file of the class path as it is sent: whole, compressed where that pays, and with a tag that
 * tells its content.
 *
 * @param type media type
 * @param content the bytes
 * @param compressed the bytes compressed by gzip, empty where they would not be fewer
 * @param tag an ETag, in quotation marks
 */
record StaticFile(String type, byte[] content, Optional<byte[]> compressed, String tag) {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("rq", "application/sparql-query;charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("ico", "image/x-icon"));

  /**
   * Reads a file.
   *
   * @param resource absolute name on the class path
   * @return the file; empty where there is none, or none of a type that pages are made of
   */
  static Optional<StaticFile> read(String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = StaticFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] content = in.readAllBytes();
      byte[] compressed = compress(content);
      return Optional.of(
          new StaticFile(
              type,
              content,
              compressed.length < content.length ? Optional.of(compressed) : Optional.empty(),
              '"' + Iris.hash(content).substring(0, 32) + '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compress(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
