package org.entente.source;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A text and how it was decoded.
 *
 * @param text the characters, without byte order mark
 * @param charset the encoding that was assumed
 * @param warnings what had to be guessed or replaced, each a sentence without the input's name
 */
public record DecodedText(String text, Charset charset, List<String> warnings) {
  /** Copies the warnings. */
  public DecodedText {
    warnings = List.copyOf(warnings);
  }
}
