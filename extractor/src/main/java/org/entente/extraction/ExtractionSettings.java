package org.entente.extraction;

/**
 * How meetings are read.
 *
 * @param models whether models complete what the patterns read, and rate it
 * @param least events below this confidence are not reported, 0 to 1
 * @param unread an event that only the models read is reported from this confidence on, 0 to 1
 */
public record ExtractionSettings(boolean models, double least, double unread) {
  /**
   * Precision first: the models complete what the patterns read, and an event that no pattern read
   * is reported only where it is likely.
   */
  public static final ExtractionSettings DEFAULTS = new ExtractionSettings(true, 0, 0.9);

  /** The patterns alone, with all that they read. */
  public static final ExtractionSettings PATTERNS = new ExtractionSettings(false, 0);

  /** Throws {@link IllegalArgumentException} when a confidence is out of range. */
  public ExtractionSettings {
    if (!(least >= 0 && least <= 1 && unread >= 0 && unread <= 1)) {
      throw new IllegalArgumentException(
          "a confidence is a number from 0 to 1: " + least + ", " + unread);
    }
  }

  /** Settings with one least confidence for all events. */
  public ExtractionSettings(boolean models, double least) {
    this(models, least, least);
  }
}
