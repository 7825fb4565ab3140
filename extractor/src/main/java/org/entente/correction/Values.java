package org.entente.correction;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Reads the values of corrections; what is not of the expected form is empty. */
public final class Values {
  /** A Wikidata identifier, with a name after it or none. */
  private static final Pattern ITEM = Pattern.compile("(Q[1-9][0-9]*)(?:\\s+(.+))?");

  private static final Pattern HOURS = Pattern.compile("(\\d{1,3}):([0-5]\\d)");

  private Values() {}

  /** Reads a kind by the name of its class, such as "Summit". */
  public static Optional<Kind> kind(String value) {
    return Arrays.stream(Kind.values())
        .filter(k -> k.className().equalsIgnoreCase(value))
        .findFirst();
  }

  /** Reads a status by the name of its concept, such as "held". */
  public static Optional<Status> status(String value) {
    return Arrays.stream(Status.values())
        .filter(s -> s.conceptName().equalsIgnoreCase(value))
        .findFirst();
  }

  /** Reads a day, "2025-08-15", or the first and last of some, "2025-08-15..2025-08-17". */
  public static Optional<DateBounds> days(String value) {
    String[] bounds = value.split("\\.\\.", -1);
    if (bounds.length > 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DateBounds(
              LocalDate.parse(bounds[0].strip()),
              LocalDate.parse(bounds[bounds.length - 1].strip())));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Reads a length in hours and minutes, "2:45", or as XML Schema writes it, "PT2H45M". */
  public static Optional<Duration> length(String value) {
    Matcher hours = HOURS.matcher(value);
    if (hours.matches()) {
      return Optional.of(
          Duration.ofMinutes(
              60L * Integer.parseInt(hours.group(1)) + Integer.parseInt(hours.group(2))));
    }
    try {
      return Optional.of(Duration.parse(value)).filter(d -> !d.isNegative() && !d.isZero());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads the identifier of "Q7747" or "Q7747 Vladimir Putin". */
  public static Optional<String> item(String value) {
    Matcher matcher = ITEM.matcher(value);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Reads the name of "Q7747 Vladimir Putin". */
  public static Optional<String> itemName(String value) {
    Matcher matcher = ITEM.matcher(value);
    return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
  }
}
