package org.entente.source;

import java.nio.file.Path;

/** Something that was found where the user pointed to. */
public sealed interface Input {
  /**
   * A file to read.
   *
   * @param path where it is
   * @param named whether the user named it, rather than a folder that holds it
   */
  record File(Path path, boolean named) implements Input {}

  /** Standard input. */
  record Standard() implements Input {}

  /**
   * Something that will not be read.
   *
   * @param origin the path as it was reached
   * @param expected whether this is in the nature of the thing (a hidden file, a picture, a file
   *     reached before) rather than a fault
   * @param message what is the matter
   * @param advice what to do, or empty
   */
  record Rejected(String origin, boolean expected, String message, String advice)
      implements Input {}
}
