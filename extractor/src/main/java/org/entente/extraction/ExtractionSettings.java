package org.entente.extraction;

/**
 * How meetings are read.
 *
 * @param models whether models complete what the patterns read, and rate it
 * @param least events below this confidence are not reported, 0 to 1
 */
public record ExtractionSettings(boolean models, double least) {
  /** The models complete what the patterns read; what is hardly right is left out. */
  public static final ExtractionSettings DEFAULTS = new ExtractionSettings(true, 0.1);

  /** The patterns alone, with all that they read. */
  public static final ExtractionSettings PATTERNS = new ExtractionSettings(false, 0);

  /** Throws {@link IllegalArgumentException} when the confidence is out of range. */
  public ExtractionSettings {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("a confidence is a number from 0 to 1: " + least);
    }
  }
}
