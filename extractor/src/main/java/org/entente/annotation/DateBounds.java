package org.entente.annotation;

import java.time.LocalDate;

/**
 * An interval of days in which something lies; a day is the interval with equal bounds.
 *
 * @param earliest first possible day
 * @param latest last possible day
 */
public record DateBounds(LocalDate earliest, LocalDate latest) {
  /** Checks the order; throws {@link IllegalArgumentException} when the bounds are swapped. */
  public DateBounds {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("bounds in the wrong order: " + earliest + " > " + latest);
    }
  }

  /** Returns the bounds of one day. */
  public static DateBounds day(LocalDate day) {
    return new DateBounds(day, day);
  }

  /** Tells whether it is one day. */
  public boolean isDay() {
    return earliest.equals(latest);
  }

  /** Tells whether the two intervals share a day. */
  public boolean overlaps(DateBounds other) {
    return isNear(other, 0);
  }

  /**
   * Tells whether the two intervals share a day, or their nearest days are not further apart.
   *
   * @param days how many days they may be apart
   */
  public boolean isNear(DateBounds other, long days) {
    return !earliest.isAfter(other.latest.plusDays(days))
        && !other.earliest.isAfter(latest.plusDays(days));
  }
}
