package org.entente.endpoint.guard;

import java.util.regex.Pattern;

/**
 * Refuses paths that different parts of a server could read differently: with {@code ..}, an empty
 * segment, a parameter, an encoded slash, backslash, dot, percent sign or control character.
 */
final class PathCheck {
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "//|;|\\\\|(^|/)\\.{1,2}(/|$)|%(2e|2f|5c|25|3b|7f|[01][0-9a-f])|%(?![0-9a-f]{2})",
          Pattern.CASE_INSENSITIVE);

  private PathCheck() {}

  /** Tells whether a path, as it stands in the request, has one meaning only. */
  static boolean isPlain(String path) {
    return !AMBIGUOUS.matcher(path).find();
  }
}
