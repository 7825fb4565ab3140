package org.entente.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Finds the day on which a document was published: what its field or markup says, else a line of
 * its head or foot that only tells a date or is labelled so, else its address, else its dateline.
 * The patterns are in {@code publication-dates.tsv}; dates in running prose are never taken.
 */
final class PublicationDates {
  private static final int LINES = 15;
  private static final int MAX_LINE = 500;

  private final List<PatternTable.Entry> patterns;

  private PublicationDates(List<PatternTable.Entry> patterns) {
    this.patterns = patterns;
  }

  static PublicationDates load() {
    return new PublicationDates(entries());
  }

  static List<PatternTable.Entry> entries() {
    return PatternTable.load("publication-dates.tsv", Map.of("DATE", DateForms.DATE));
  }

  /**
   * Finds the date.
   *
   * @param content what was read
   * @param faults is told of dates that were found and could not be used
   * @return the day, or empty when nothing tells it
   */
  Optional<LocalDate> find(Content content, Consumer<String> faults) {
    for (String written : content.dates()) {
      DateForms.Reading reading = DateForms.read(written);
      if (reading.date().isPresent()) {
        return reading.date();
      }
      faults.accept(reading.fault());
    }
    List<String> head = new ArrayList<>(lines(content.surroundings(), 3 * LINES, false));
    List<String> surroundings = List.copyOf(head);
    head.clear();
    head.addAll(lines(content.text(), LINES, false));
    List<String> foot = lines(content.text(), LINES, true);
    Optional<Integer> year = year(content.url(), foot);
    for (PatternTable.Entry entry : patterns) {
      Optional<LocalDate> found =
          switch (entry.scope()) {
            case "label" -> first(entry, List.of(surroundings, head, foot), false, faults);
            case "stamp" -> first(entry, List.of(head, foot), false, faults);
            case "lead" -> first(entry, List.of(head), true, faults);
            case "address" -> first(entry, List.of(List.of(content.url())), false, m -> {});
            case "dateline" -> dateline(entry, head, year);
            case "year" -> Optional.empty();
            default ->
                throw new IllegalStateException("publication-dates.tsv: scope " + entry.scope());
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> first(
      PatternTable.Entry entry,
      List<List<String>> places,
      boolean startOnly,
      Consumer<String> faults) {
    for (List<String> lines : places) {
      for (String line : lines) {
        Matcher matcher = entry.pattern().matcher(line);
        if (startOnly ? matcher.lookingAt() : matcher.matches()) {
          DateForms.Reading reading = DateForms.read(matcher.group("date"));
          if (reading.date().isPresent()) {
            return reading.date();
          }
          faults.accept(reading.fault());
        }
      }
    }
    return Optional.empty();
  }

  /** A dateline often leaves the year to the reader; it is taken from elsewhere or not at all. */
  private static Optional<LocalDate> dateline(
      PatternTable.Entry entry, List<String> head, Optional<Integer> year) {
    for (String line : head) {
      Matcher matcher = entry.pattern().matcher(line);
      if (matcher.lookingAt()) {
        String written = matcher.group("date").strip();
        Optional<LocalDate> full = DateForms.read(written).date();
        if (full.isPresent()) {
          return full;
        }
        return year.flatMap(y -> DateForms.read(written + ", " + y).date());
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> year(String url, List<String> foot) {
    for (PatternTable.Entry entry : patterns) {
      if (entry.scope().equals("year")) {
        List<String> places = new ArrayList<>(foot);
        places.add(0, url);
        for (String line : places) {
          Matcher matcher = entry.pattern().matcher(line);
          if (matcher.find()) {
            return Optional.of(Integer.parseInt(matcher.group("year")));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first or last lines that are not blank, each cut to a bearable length. */
  private static List<String> lines(String text, int count, boolean fromEnd) {
    List<String> lines = new ArrayList<>();
    int at = fromEnd ? text.length() : 0;
    while (lines.size() < count && (fromEnd ? at > 0 : at < text.length())) {
      int begin = fromEnd ? text.lastIndexOf('\n', at - 1) + 1 : at;
      int end = fromEnd ? at : text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String line = text.substring(begin, Math.min(end, begin + MAX_LINE + 1)).strip();
      if (!line.isEmpty()) {
        lines.add(line);
      }
      at = fromEnd ? begin - 1 : end + 1;
    }
    return lines;
  }
}
