package org.entente.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which news text and markup write a full date. */
final class DateForms {
  /** The first year that a publication can bear. */
  static final int FIRST_YEAR = 1800;

  /** The last year that a publication can bear. */
  static final int LAST_YEAR = 2100;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH_NAME =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String WEEKDAY =
      "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
  private static final String DAY = "[0-3]?\\d(?:st|nd|rd|th)?";
  private static final String YEAR = "\\d{4,6}";

  /** Matches a full date in any of the ways, blind to case, without groups. */
  static final String DATE =
      "(?:"
          + String.join(
              "|",
              WEEKDAY + MONTH_NAME + "\\s+" + DAY + ",?\\s+" + YEAR,
              WEEKDAY + DAY + "(?:\\s+of)?[\\s-]+" + MONTH_NAME + ",?[\\s-]+" + YEAR,
              YEAR + "-\\d{1,2}-\\d{1,2}",
              YEAR + "[/.]\\d{1,2}[/.]\\d{1,2}",
              "\\d{1,2}[/.-]\\d{1,2}[/.-]" + YEAR)
          + ")(?!\\d)";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<month>"
              + MONTH_NAME
              + ")\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>"
              + YEAR
              + ")(?!\\d).*",
          FLAGS | Pattern.DOTALL);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(?<month>"
              + MONTH_NAME
              + "),?[\\s-]+(?<year>"
              + YEAR
              + ")(?!\\d).*",
          FLAGS | Pattern.DOTALL);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "\\+?(?<year>" + YEAR + ")[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d).*",
          Pattern.DOTALL);
  private static final Pattern COMPACT =
      Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[T ].*)?", Pattern.DOTALL);
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})[/.-](?<year>" + YEAR + ")(?!\\d).*",
          Pattern.DOTALL);

  /**
   * What a written date stands for.
   *
   * @param date the day, or empty
   * @param fault why there is none, or empty
   */
  record Reading(Optional<LocalDate> date, String fault) {
    static Reading refused(String written, String why) {
      String shown = written.length() > 60 ? written.substring(0, 60) + "..." : written;
      return new Reading(
          Optional.empty(), "the date \"" + shown.strip() + "\" was not used: " + why);
    }
  }

  private DateForms() {}

  /**
   * Reads a date at the start of a string; a time of day and a zone after it are ignored, so that
   * the day is the one where the text was published.
   *
   * @param written as found in a field or line
   * @return the day, or what is wrong with it
   */
  static Reading read(String written) {
    String text = written.strip().replace('\u00a0', ' ').replace('\u202f', ' ');
    for (Pattern pattern : List.of(YEAR_FIRST, MONTH_FIRST, DAY_FIRST, COMPACT)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return day(
            text, matcher.group("year"), month(matcher.group("month")), matcher.group("day"));
      }
    }
    Matcher matcher = NUMERIC.matcher(text);
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group("first"));
      int second = Integer.parseInt(matcher.group("second"));
      // 16.08.2025 is always day first; 16/08/2025 may be either, and says which when one exceeds
      // 12.
      if (matcher.group("mark").equals(".") || first > 12 || first == second) {
        return day(text, matcher.group("year"), second, String.valueOf(first));
      }
      if (second > 12) {
        return day(text, matcher.group("year"), first, String.valueOf(second));
      }
      return Reading.refused(text, "it may begin with the day or with the month");
    }
    return Reading.refused(text, "it is no date of a known form");
  }

  private static int month(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static Reading day(String written, String year, int month, String day) {
    int number = Integer.parseInt(year);
    if (number < FIRST_YEAR || number > LAST_YEAR) {
      return Reading.refused(
          written, "its year is not between " + FIRST_YEAR + " and " + LAST_YEAR);
    }
    try {
      return new Reading(Optional.of(LocalDate.of(number, month, Integer.parseInt(day))), "");
    } catch (DateTimeException e) {
      return Reading.refused(written, "there is no such day");
    }
  }
}
