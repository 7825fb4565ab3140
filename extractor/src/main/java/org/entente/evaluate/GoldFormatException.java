package org.entente.evaluate;

import java.io.IOException;

/** A line of a gold file that is not as it should be; the message names file, line and remedy. */
public final class GoldFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  GoldFormatException(String message) {
    super(message);
  }
}
