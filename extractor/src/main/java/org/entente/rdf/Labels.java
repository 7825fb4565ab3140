package org.entente.rdf;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.annotation.DateBounds;
import org.entente.report.Kind;
import org.entente.report.Status;

/** Names events for people: "Meeting of A and B, Anchorage, 2025-08-15". */
final class Labels {
  private static final int NAMES = 3;

  private Labels() {}

  static String event(
      Kind kind,
      Status status,
      List<String> participants,
      Optional<String> place,
      Optional<DateBounds> date) {
    StringBuilder label = new StringBuilder();
    switch (status) {
      case HELD -> label.append(kind.className());
      default ->
          label
              .append(status.conceptName())
              .append(' ')
              .append(kind.className().toLowerCase(Locale.ROOT));
    }
    if (!participants.isEmpty()) {
      label.append(" of ").append(names(participants));
    }
    place.ifPresent(p -> label.append(", ").append(p));
    date.ifPresent(d -> label.append(", ").append(days(d)));
    return label.toString();
  }

  private static String days(DateBounds date) {
    LocalDate first = date.earliest();
    LocalDate last = date.latest();
    if (first.equals(last)) {
      return first.toString();
    }
    if (first.getDayOfYear() == 1 && last.equals(first.with(lastDayOfYear()))) {
      return Integer.toString(first.getYear());
    }
    if (first.getDayOfMonth() == 1 && last.equals(first.with(lastDayOfMonth()))) {
      return first.toString().substring(0, 7);
    }
    return first + " to " + last;
  }

  private static String names(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() <= NAMES) {
      return String.join(", ", names.subList(0, names.size() - 1))
          + " and "
          + names.get(names.size() - 1);
    }
    return String.join(", ", names.subList(0, NAMES - 1))
        + " and "
        + (names.size() - NAMES + 1)
        + " others";
  }
}
