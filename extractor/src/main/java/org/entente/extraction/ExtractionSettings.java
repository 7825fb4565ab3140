package org.entente.extraction;

/**
 * How meetings are read.
 *
 * @param models whether models judge and complete what the patterns read
 * @param least events below this confidence are not reported, 0 to 1
 */
public record ExtractionSettings(boolean models, double least) {
  /** The patterns alone, with all that they read. */
  public static final ExtractionSettings PATTERNS = new ExtractionSettings(false, 0);

  /** The models judge and complete what the patterns read. */
  public static final ExtractionSettings MODELS = new ExtractionSettings(true, 0.1);

  /** Throws {@link IllegalArgumentException} when the confidence is out of range. */
  public ExtractionSettings {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("a confidence is a number from 0 to 1: " + least);
    }
  }
}
