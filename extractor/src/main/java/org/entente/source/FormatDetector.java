package org.entente.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells how a content is written: by the name of its file first, then by how it begins. */
public final class FormatDetector {
  private static final Pattern HTML =
      Pattern.compile(
          "\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|article|meta|title|div|h1|p)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FEED =
      Pattern.compile(
          "\\A\\s*(?:<\\?[^>]*>\\s*)*(?:<!--.{0,2000}?-->\\s*)*<(?:rss|feed|rdf:RDF)[\\s>]",
          Pattern.DOTALL);
  private static final Pattern JSON =
      Pattern.compile("\\A\\s*(?:\\{\\s*\"|\\[\\s*\\{\\s*\").*", Pattern.DOTALL);
  private static final Pattern JSON_LINE =
      Pattern.compile("\\A\\s*\\{\\s*\".*\\}\\s*\\n\\s*\\{\\s*\".*");

  private final FileTypes types;

  /**
   * Makes a detector.
   *
   * @param types what file extensions promise
   */
  public FormatDetector(FileTypes types) {
    this.types = types;
  }

  /**
   * Tells the format.
   *
   * @param fileName the name of the file, or empty for standard input
   * @param head the beginning of its text
   * @throws UnreadableException when the extension is that of a format which cannot be read
   */
  public Format detect(Optional<String> fileName, String head) throws UnreadableException {
    Optional<FileTypes.FileType> type = fileName.flatMap(types::of);
    if (type.isPresent()) {
      Format format =
          type.get()
              .format()
              .orElseThrow(
                  () ->
                      new UnreadableException(
                          "is " + type.get().description() + ", which cannot be read",
                          type.get().advice()));
      return format == Format.JSON && JSON_LINE.matcher(head).lookingAt()
          ? Format.JSON_LINES
          : format;
    }
    if (FEED.matcher(head).lookingAt()) {
      return Format.FEED;
    }
    if (HTML.matcher(head).matches()) {
      return Format.HTML;
    }
    if (JSON.matcher(head).matches()) {
      // An object that goes on over the line is a document of its own; a line that is whole, or is
      // broken where it ends, is one of many.
      String first = head.stripLeading();
      int end = first.indexOf('\n');
      String line = (end < 0 ? first : first.substring(0, end)).strip();
      return line.startsWith("{") && line.length() > 1 && !line.endsWith(",")
          ? Format.JSON_LINES
          : Format.JSON;
    }
    return Format.TEXT;
  }
}
