package org.entente.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Recognises common binary files by their first bytes. */
final class BinarySignature {
  private record Signature(String bytes, String description) {}

  // One character of ISO 8859-1 a byte.
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("%PDF-", "a PDF document"),
          new Signature("PK\u0003\u0004", "a ZIP archive or office document"),
          new Signature("\u001f\u008b", "a gzip archive"),
          new Signature("(\u00b5/\u00fd", "a zstd archive"),
          new Signature("BZh", "a bzip2 archive"),
          new Signature("\u00fd7zXZ", "an xz archive"),
          new Signature("7z\u00bc\u00af", "a 7-Zip archive"),
          new Signature("\u0089PNG", "a picture"),
          new Signature("\u00ff\u00d8\u00ff", "a picture"),
          new Signature("GIF8", "a picture"),
          new Signature("\u00d0\u00cf\u0011\u00e0", "an old office document"),
          new Signature("{\\rtf", "an RTF document"),
          new Signature("\u007fELF", "a program"),
          new Signature("\u00ca\u00fe\u00ba\u00be", "a program"),
          new Signature("SQLite format 3", "a database"));

  private BinarySignature() {}

  /**
   * Returns what kind of file begins so, with its article; empty for text and for the unknown.
   *
   * @param head the first bytes of the file
   */
  static Optional<String> of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
    return SIGNATURES.stream()
        .filter(signature -> start.startsWith(signature.bytes()))
        .map(Signature::description)
        .findFirst();
  }
}
