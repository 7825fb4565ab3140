package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.annotation.DateBounds;
import org.entente.annotation.Entity;
import org.entente.report.Participant;
import org.entente.report.Report;
import org.entente.report.Role;

/** Tells a report in words, line by line. */
final class ReportText {
  /**
   * A line of a report.
   *
   * @param name what it is about
   * @param value what is said
   */
  record Line(String name, String value) {}

  private ReportText() {}

  /** Returns kind and status, such as "summit, held". */
  static String title(Report report) {
    return lower(report.kind()) + ", " + lower(report.status());
  }

  /** Returns the lines; what the document does not say has none. */
  static List<Line> lines(Report report) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "who",
            report.participants().stream()
                .map(ReportText::participant)
                .collect(Collectors.joining("; "))));
    add(lines, "absent", names(report.absentees()));
    add(lines, "where", names(report.places()));
    add(lines, "when", report.date().map(ReportText::days).orElse(report.dateText()));
    add(lines, "how long", report.duration().map(d -> d.text()).orElse(""));
    add(lines, "about", String.join("; ", report.topics()));
    add(lines, "format", words(report.details().formats().stream().map(f -> f.format())));
    add(lines, "outcome", words(report.details().outcomes().stream().map(o -> o.outcome())));
    lines.add(
        new Line(
            "read by",
            String.format(Locale.ROOT, "%s (%.2f)", report.rule(), report.confidence())));
    add(lines, "judged", report.judgement());
    return lines;
  }

  /** Returns the days, as one date or as first and last. */
  static String days(DateBounds bounds) {
    return bounds.earliest().equals(bounds.latest())
        ? bounds.earliest().toString()
        : bounds.earliest() + " to " + bounds.latest();
  }

  private static void add(List<Line> lines, String name, String value) {
    if (!value.isBlank()) {
      lines.add(new Line(name, value));
    }
  }

  private static String names(List<Entity> entities) {
    return entities.stream().map(Entity::name).collect(Collectors.joining(", "));
  }

  private static String participant(Participant participant) {
    List<String> more = new ArrayList<>();
    if (participant.role() != Role.PARTICIPANT) {
      more.add(lower(participant.role()));
    }
    if (!participant.office().isBlank()) {
      more.add(participant.office());
    }
    if (!participant.represents().isBlank()) {
      more.add("for " + participant.represents());
    }
    return participant.agent().name()
        + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
  }

  private static String words(Stream<? extends Enum<?>> values) {
    return values.map(v -> lower(v).replace('_', ' ')).collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
