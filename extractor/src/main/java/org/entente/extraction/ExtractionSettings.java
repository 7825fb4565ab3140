package org.entente.extraction;

/**
 * How meetings are read.
 *
 * @param models whether models complete what the patterns read, and rate it
 * @param least events below this confidence are not reported, 0 to 1
 * @param likely that two met is reported from this confidence on, 0 to 1, and so is a visit beside
 *     a surer one of the same visitors
 * @param unread an event that only the models read is reported from this confidence on, 0 to 1
 */
public record ExtractionSettings(boolean models, double least, double likely, double unread) {
  /**
   * Precision first: the models complete what the patterns read, an event that no pattern read is
   * reported only where it is likely, and that two met only where it is not unlikely.
   */
  public static final ExtractionSettings DEFAULTS = new ExtractionSettings(true, 0, 0.4, 0.9);

  /** The patterns alone, with all that they read. */
  public static final ExtractionSettings PATTERNS = new ExtractionSettings(false, 0);

  /** Throws {@link IllegalArgumentException} when a confidence is out of range. */
  public ExtractionSettings {
    for (double confidence : new double[] {least, likely, unread}) {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("a confidence is a number from 0 to 1: " + confidence);
      }
    }
  }

  /** Settings with one least confidence for all events. */
  public ExtractionSettings(boolean models, double least) {
    this(models, least, least, least);
  }

  /** These settings, with nothing reported below a confidence. */
  public ExtractionSettings atLeast(double confidence) {
    return new ExtractionSettings(
        models, confidence, Math.max(confidence, likely), Math.max(confidence, unread));
  }
}
