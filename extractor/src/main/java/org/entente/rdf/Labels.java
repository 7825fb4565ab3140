package org.entente.rdf;

import java.util.List;
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
              .append(kind.className().toLowerCase(java.util.Locale.ROOT));
    }
    if (!participants.isEmpty()) {
      label.append(" of ").append(names(participants));
    }
    place.ifPresent(p -> label.append(", ").append(p));
    date.ifPresent(
        d -> {
          label.append(", ").append(d.earliest());
          if (!d.earliest().equals(d.latest())) {
            label.append(" to ").append(d.latest());
          }
        });
    return label.toString();
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
