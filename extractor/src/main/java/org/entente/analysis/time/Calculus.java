package org.entente.analysis.time;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.annotation.DateBounds;

/**
 * Computes the value of a rule for one match. Dates follow the ISO calendar; weeks run from Monday
 * to Sunday.
 *
 * @param published day of publication, or empty
 * @param previous the last date that the text named before, or empty
 * @param previousDay the last date that is one day, or empty
 * @param beside the last date that the sentence named before, or empty
 * @param direction where incomplete dates lie; asked only when it matters
 * @param groups words that the pattern's groups matched, null where a group took no part
 * @param feasts days of feasts by name
 */
record Calculus(
    Optional<LocalDate> published,
    Optional<DateBounds> previous,
    Optional<DateBounds> previousDay,
    Optional<DateBounds> beside,
    boolean history,
    Supplier<Direction> direction,
    Function<String, String> groups,
    Map<String, String> feasts) {

  /** What a match means: nothing that is a time, bounds (maybe unknown), or a duration. */
  record Result(boolean time, Optional<DateBounds> bounds, Optional<Duration> duration) {
    static final Result NO_TIME = new Result(false, Optional.empty(), Optional.empty());
    static final Result UNKNOWN = new Result(true, Optional.empty(), Optional.empty());
  }

  /** Signals that a date cannot be resolved; never leaves this class. */
  private static final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved() {
      super(null, null, false, false);
    }
  }

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("couple", 2),
          Map.entry("three", 3),
          Map.entry("few", 3),
          Map.entry("several", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12));

  /** Days that a date in the past may lie after the day of publication, for time zones. */
  private static final int SLACK = 1;

  /** How many days a day named in another sentence may lie from today for a day beside it. */
  private static final int BESIDE = 7;

  /** A day of the year more days than this away needs its year, where the other one is close. */
  private static final int FAR = 300;

  private static final int CLOSE = 30;

  Result result(Value value) {
    try {
      return switch (value.name()) {
        case "none" -> Result.NO_TIME;
        case "duration" -> new Result(true, Optional.empty(), Optional.of(duration(value)));
        case "indays" ->
            isAhead()
                ? date(new Value("ahead", value.arguments(), true))
                : new Result(true, Optional.empty(), Optional.of(duration(value)));
        default -> date(value);
      };
    } catch (Unresolved | DateTimeException | ArithmeticException e) {
      return Result.UNKNOWN;
    }
  }

  private Result date(Value value) {
    DateBounds bounds = bounds(value);
    boolean absurd = bounds.earliest().getYear() < 1000 || bounds.latest().getYear() > 2200;
    return absurd ? Result.UNKNOWN : new Result(true, Optional.of(bounds), Optional.empty());
  }

  private DateBounds bounds(Value value) {
    List<Value> args = value.arguments();
    return switch (value.name()) {
      case "today" -> DateBounds.day(today());
      case "days" -> DateBounds.day(today().plusDays(whole(args.get(0))));
      case "weekday" -> weekday(dayOfWeek(word(args.get(0))), word(args.get(1)));
      case "weekdayof" ->
          DateBounds.day(
              bounds(args.get(1))
                  .earliest()
                  .with(TemporalAdjusters.nextOrSame(dayOfWeek(word(args.get(0))))));
      case "weekdays" -> weekdays(args);
      case "unit" -> unit(today(), word(args.get(0)), offset(word(args.get(1))));
      case "current" -> current(word(args.get(0)));
      case "weekend" -> weekend();
      case "ago" -> moved(today(), word(args.get(1)), -whole(args.get(0)));
      case "ahead" -> moved(today(), word(args.get(1)), whole(args.get(0)));
      case "past" -> new DateBounds(plus(today(), args, -1), today());
      case "coming" -> new DateBounds(today(), plus(today(), args, 1));
      case "date" -> calendar(word(args.get(0)), word(args.get(1)), word(args.get(2)));
      case "monthday" -> monthDay(day(word(args.get(0))));
      case "span" -> span(args);
      case "hull" -> new DateBounds(bounds(args.get(0)).earliest(), bounds(args.get(1)).latest());
      case "part" -> part(bounds(args.get(0)), word(args.get(1)));
      case "sofar" -> upToToday(bounds(args.get(0)));
      case "rest" -> fromToday(bounds(args.get(0)));
      case "season" -> season(word(args.get(0)), word(args.get(1)));
      case "third", "half", "quarter" -> fraction(value);
      case "decade" -> decade(word(args.get(0)));
      case "century" -> century(day(word(args.get(0))));
      case "feast" -> feast(word(args.get(0)), word(args.get(1)));
      case "anaphor" -> anaphor(previousDate(args), args);
      case "around" -> unit(previous.orElseThrow(Unresolved::new).earliest(), word(args.get(0)), 0);
      case "beside" -> anaphor(besideDate(args), args);
      case "from" -> {
        DateBounds start = bounds(args.get(2));
        DateBounds moved = moved(start.earliest(), word(args.get(1)), whole(args.get(0)));
        yield start.isDay() ? DateBounds.day(plus(start.earliest(), args, 1)) : moved;
      }
      default -> throw new IllegalArgumentException("unknown function: " + value.name());
    };
  }

  private LocalDate today() {
    return published.orElseThrow(Unresolved::new);
  }

  private static long offset(String word) {
    return switch (word) {
      case "last" -> -1;
      case "this", "-" -> 0;
      case "next" -> 1;
      default -> number(word).longValueExact();
    };
  }

  /**
   * The present unit; what a Sunday's paper says is to come "this week" comes in the week ahead.
   */
  private DateBounds current(String word) {
    boolean ahead =
        singular(word).equals("week") && today().getDayOfWeek() == DayOfWeek.SUNDAY && isAhead();
    return unit(today(), word, ahead ? 1 : 0);
  }

  private boolean isAhead() {
    return direction.get() == Direction.FUTURE || direction.get() == Direction.PRESENT;
  }

  /** The weekend of this week; in a clause about the past the last one that has begun. */
  private DateBounds weekend() {
    DateBounds current = unit(today(), "weekend", 0);
    return isAhead() || !current.earliest().isAfter(today())
        ? current
        : unit(today(), "weekend", -1);
  }

  /** Returns the word that a value stands for, "-" for a group that took no part. */
  private String word(Value value) {
    if (value.name().startsWith("$")) {
      String matched = groups.apply(value.name().substring(1));
      return matched == null ? "-" : matched.endsWith(" year") ? yearOf(matched) : matched;
    }
    return value.name();
  }

  /** The week, month or year in which a date lies with all its days. */
  private static DateBounds around(DateBounds date, String word) {
    DateBounds unit = unit(date.earliest(), word, 0);
    if (date.latest().isAfter(unit.latest())) {
      throw new Unresolved();
    }
    return unit;
  }

  /** "in May of that year": the year of the last date named. */
  private String yearOf(String words) {
    return Set.of("that year", "that same year", "the same year").contains(words)
        ? String.valueOf(previous.orElseThrow(Unresolved::new).earliest().getYear())
        : words;
  }

  private int whole(Value value) {
    BigDecimal number = number(word(value));
    return number.intValueExact();
  }

  /** Reads "3", "1,000", "three", "twenty-one", "2.5", "half a", "two and a half". */
  static BigDecimal number(String words) {
    String text = words.replace(",", "").strip();
    if (text.matches("[+-]?[0-9]{1,6}(?:\\.[0-9]{1,3})?")) {
      return new BigDecimal(text);
    }
    BigDecimal half = new BigDecimal("0.5");
    if (text.matches("half(?:[ -](?:a|an))?")) {
      return half;
    }
    if (text.endsWith("a half") || text.endsWith("a-half")) {
      String before = text.replaceFirst("[ -]and[ -]a[ -]half$", "");
      return number(before).add(half);
    }
    String last = text;
    if (text.startsWith("a couple")) {
      last = "couple";
    } else if (text.startsWith("a few")) {
      last = "few";
    }
    int sum = 0;
    for (String part : last.split("[ -]")) {
      Integer known = NUMBERS.get(part);
      if (known == null) {
        if (part.equals("hundred")) {
          sum = Math.max(1, sum) * 100;
          continue;
        }
        throw new Unresolved();
      }
      sum += known;
    }
    return BigDecimal.valueOf(sum);
  }

  /** Reads the number of a day or an ordinal: "3", "3rd", "third", "twenty-first". */
  private static int day(String word) {
    String digits = word.replaceFirst("(?:st|nd|rd|th)$", "");
    if (digits.matches("[0-9]{1,2}")) {
      return Integer.parseInt(digits);
    }
    return number(word).intValueExact();
  }

  private static DayOfWeek dayOfWeek(String word) {
    String start = word.substring(0, 2);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(start)) {
        return day;
      }
    }
    throw new Unresolved();
  }

  private static Month month(String word) {
    if (word.matches("[0-9]{1,2}")) {
      return Month.of(Integer.parseInt(word));
    }
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3))) {
        return month;
      }
    }
    throw new Unresolved();
  }

  private DateBounds weekday(DayOfWeek day, String how) {
    LocalDate today = today();
    String resolved = how.equals("-") || how.equals("this") || how.equals("tense") ? tense() : how;
    return DateBounds.day(
        switch (resolved) {
          case "last" -> today.with(TemporalAdjusters.previous(day));
          case "next" -> today.with(TemporalAdjusters.next(day));
          case "future" -> today.with(TemporalAdjusters.nextOrSame(day));
          case "present" -> today.minusDays(1).with(TemporalAdjusters.nextOrSame(day));
          case "past" -> today.with(TemporalAdjusters.previousOrSame(day));
          case "either" -> today.minusDays(3).with(TemporalAdjusters.nextOrSame(day));
          default -> throw new IllegalArgumentException("weekday: " + how);
        });
  }

  private String tense() {
    return direction.get().name().toLowerCase(Locale.ROOT);
  }

  /** Two weekdays in a row of days: "Thursday and Friday", "from Monday to Wednesday". */
  private DateBounds weekdays(List<Value> args) {
    DayOfWeek first = dayOfWeek(word(args.get(0)));
    DayOfWeek second = dayOfWeek(word(args.get(1)));
    String how = args.size() > 2 ? word(args.get(2)) : "-";
    LocalDate today = today();
    if (how.equals("last") || how.equals("past") || !how.equals("next") && tense().equals("past")) {
      if (today.getDayOfWeek() == first && !how.equals("last")) {
        return new DateBounds(today, today.with(TemporalAdjusters.next(second)));
      }
      LocalDate end =
          today.with(
              how.equals("last")
                  ? TemporalAdjusters.previous(second)
                  : TemporalAdjusters.previousOrSame(second));
      return new DateBounds(end.with(TemporalAdjusters.previous(first)), end);
    }
    LocalDate begin = weekday(first, how.equals("next") ? "next" : tense()).earliest();
    return new DateBounds(begin, begin.with(TemporalAdjusters.next(second)));
  }

  /** The week, month… that lies so many further than that of a day. */
  private static DateBounds unit(LocalDate day, String word, long further) {
    return switch (singular(word)) {
      case "day" -> DateBounds.day(day.plusDays(further));
      case "week" -> {
        LocalDate monday =
            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(further);
        yield new DateBounds(monday, monday.plusDays(6));
      }
      case "fortnight" -> unit(day, "week", 2 * further);
      case "weekend" -> {
        LocalDate saturday =
            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(further)
                .plusDays(5);
        yield new DateBounds(saturday, saturday.plusDays(1));
      }
      case "month" -> {
        YearMonth month = YearMonth.from(day).plusMonths(further);
        yield new DateBounds(month.atDay(1), month.atEndOfMonth());
      }
      case "quarter" -> {
        YearMonth month =
            YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1)
                .plusMonths(3 * further);
        yield new DateBounds(month.atDay(1), month.plusMonths(2).atEndOfMonth());
      }
      case "year" -> year(Math.toIntExact(day.getYear() + further));
      case "decade" -> years(day.getYear() / 10 * 10 + Math.toIntExact(further) * 10, 10);
      case "century" -> years(day.getYear() / 100 * 100 + Math.toIntExact(further) * 100, 100);
      default -> throw new IllegalArgumentException("unknown unit: " + word);
    };
  }

  /** So many units before or after a day, as exact as the unit is. */
  private static DateBounds moved(LocalDate day, String word, long further) {
    return switch (singular(word)) {
      case "second", "minute", "hour" -> {
        LocalDate moved =
            day.plusDays(Math.round(further * unitLength(word).toMinutes() / (24 * 60.0)));
        yield moved.isBefore(day) ? new DateBounds(moved, day) : new DateBounds(day, moved);
      }
      case "decade" -> unit(day.plusYears(10 * further), "year", 0);
      case "century" -> unit(day.plusYears(100 * further), "year", 0);
      case "week" -> DateBounds.day(day.plusWeeks(further));
      default -> unit(day, word, further);
    };
  }

  private static String singular(String word) {
    return switch (word) {
      case "mins", "min" -> "minute";
      case "hrs", "hr" -> "hour";
      case "centuries" -> "century";
      default -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    };
  }

  private static Duration unitLength(String word) {
    return switch (singular(word)) {
      case "second" -> Duration.ofSeconds(1);
      case "minute" -> Duration.ofMinutes(1);
      case "hour" -> Duration.ofHours(1);
      case "day" -> Duration.ofDays(1);
      case "week" -> Duration.ofDays(7);
      case "fortnight" -> Duration.ofDays(14);
      case "weekend" -> Duration.ofDays(2);
      case "month" -> Duration.ofDays(30);
      case "quarter" -> Duration.ofDays(91);
      case "year" -> Duration.ofDays(365);
      case "decade" -> Duration.ofDays(3652);
      case "century" -> Duration.ofDays(36524);
      default -> throw new IllegalArgumentException("unknown unit: " + word);
    };
  }

  private LocalDate plus(LocalDate day, List<Value> args, int sign) {
    long number = (long) sign * whole(args.get(0));
    return switch (singular(word(args.get(1)))) {
      case "second", "minute", "hour" ->
          day.plusDays(
              Math.round(number * unitLength(word(args.get(1))).toMinutes() / (24 * 60.0)));
      case "day" -> day.plusDays(number);
      case "week" -> day.plusWeeks(number);
      case "fortnight" -> day.plusWeeks(2 * number);
      case "weekend" -> day.plusWeeks(number);
      case "month" -> day.plusMonths(number);
      case "quarter" -> day.plusMonths(3 * number);
      case "year" -> day.plusYears(number);
      case "decade" -> day.plusYears(10 * number);
      case "century" -> day.plusYears(100 * number);
      default -> throw new IllegalArgumentException("unknown unit: " + word(args.get(1)));
    };
  }

  private static DateBounds year(int year) {
    return years(year, 1);
  }

  private static DateBounds years(int first, int count) {
    return new DateBounds(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
  }

  /** A year, month or day with "-" for what the text leaves open. */
  private DateBounds calendar(String year, String month, String day) {
    if (month.equals("-")) {
      return switch (year) {
        case "last" -> unit(today(), "year", -1);
        case "this" -> unit(today(), "year", 0);
        case "next" -> unit(today(), "year", 1);
        default -> year(fullYear(year));
      };
    }
    Month named = month(month);
    int dayOfMonth = day.equals("-") ? 0 : day(day);
    if (year.matches("[0-9]+")) {
      return inYear(fullYear(year), named, dayOfMonth);
    }
    if (history && year.equals("-")) {
      return inTheYearTold(named, dayOfMonth);
    }
    LocalDate today = today();
    int current = today.getYear();
    return switch (year) {
      case "last year" -> inYear(current - 1, named, dayOfMonth);
      case "this year" -> inYear(current, named, dayOfMonth);
      case "next year" -> inYear(current + 1, named, dayOfMonth);
      case "last" -> {
        DateBounds same = inYear(current, named, dayOfMonth);
        yield same.latest().isBefore(today) ? same : inYear(current - 1, named, dayOfMonth);
      }
      case "next" -> {
        DateBounds same = inYear(current, named, dayOfMonth);
        yield same.earliest().isAfter(today) ? same : inYear(current + 1, named, dayOfMonth);
      }
      default -> nearest(named, dayOfMonth);
    };
  }

  /**
   * A day or month of the year of the last date named; what would lie before that date may be of
   * the next year, and is left open.
   */
  private DateBounds inTheYearTold(Month month, int day) {
    DateBounds last = previous.orElseThrow(Unresolved::new);
    DateBounds found = inYear(last.earliest().getYear(), month, day);
    boolean years = last.latest().getYear() > last.earliest().getYear();
    if (years || found.latest().isBefore(last.earliest())) {
      throw new Unresolved();
    }
    return found;
  }

  private static int fullYear(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? (year < 50 ? 2000 + year : 1900 + year) : year;
  }

  private static DateBounds inYear(int year, Month month, int day) {
    if (day > 0) {
      return DateBounds.day(LocalDate.of(year, month, day));
    }
    YearMonth whole = YearMonth.of(year, month);
    return new DateBounds(whole.atDay(1), whole.atEndOfMonth());
  }

  /**
   * The next or the most recent such day or month, by tense; a day so close at hand is meant
   * whatever the tense, since nobody leaves out the year of one almost a year away.
   */
  private DateBounds nearest(Month month, int day) {
    DateBounds found = nearest(month, day, isAhead());
    if (day > 0 && Math.abs(daysFromToday(found)) > FAR) {
      DateBounds other = nearest(month, day, !isAhead());
      return Math.abs(daysFromToday(other)) < CLOSE ? other : found;
    }
    return found;
  }

  private DateBounds nearest(Month month, int day, boolean future) {
    LocalDate today = today();
    for (int step = 0; step <= 8; step++) { // February 29 comes once in four or eight years
      int year = today.getYear() + (future ? step : 1 - step);
      if (day > YearMonth.of(year, month).lengthOfMonth()) {
        continue;
      }
      DateBounds found = inYear(year, month, day);
      if (future
          ? !found.latest().isBefore(today)
          : !found.earliest().isAfter(today.plusDays(day > 0 ? SLACK : 0))) {
        return found;
      }
    }
    throw new Unresolved();
  }

  private DateBounds monthDay(int day) {
    LocalDate today = today();
    boolean future = isAhead();
    YearMonth month = YearMonth.from(today);
    for (int step = 0; step <= 2; step++) {
      YearMonth tried = month.plusMonths(future ? step : -step);
      if (day <= tried.lengthOfMonth()) {
        LocalDate found = tried.atDay(day);
        if (future ? !found.isBefore(today) : !found.isAfter(today)) {
          return DateBounds.day(found);
        }
      }
    }
    throw new Unresolved();
  }

  private DateBounds span(List<Value> args) {
    DateBounds first = bounds(args.get(0));
    DateBounds second = bounds(args.get(1));
    if (second.latest().isBefore(first.earliest())) {
      first = new DateBounds(first.earliest().minusYears(1), first.latest().minusYears(1));
    }
    if (ChronoUnit.DAYS.between(first.earliest(), second.latest()) > 366L * 1100) {
      throw new Unresolved();
    }
    return new DateBounds(first.earliest(), second.latest());
  }

  /** Early, mid or late: days 1-10, 11-20 and 21 on of a month; thirds of anything else. */
  private static DateBounds part(DateBounds whole, String which) {
    if (which.equals("-")) {
      return whole;
    }
    LocalDate first = whole.earliest();
    long days = ChronoUnit.DAYS.between(first, whole.latest()) + 1;
    boolean month = first.getDayOfMonth() == 1 && days >= 28 && days <= 31;
    LocalDate second;
    LocalDate third;
    if (month) {
      second = first.withDayOfMonth(11);
      third = first.withDayOfMonth(21);
    } else if (days == 7) {
      second = first.plusDays(2);
      third = first.plusDays(4);
    } else if (first.getDayOfYear() == 1 && days >= 365) {
      long months = ChronoUnit.MONTHS.between(first, whole.latest().plusDays(1));
      boolean years = months > 12; // the early 1980s end with 1983, the late ones begin with 1987
      second = first.plusMonths(years ? months * 4 / 10 : 4);
      third = first.plusMonths(years ? months * 7 / 10 : 8);
    } else {
      second = first.plusDays(days / 3);
      third = first.plusDays(days * 2 / 3);
    }
    return switch (which) {
      case "early", "beginning", "start", "earlier" -> new DateBounds(first, second.minusDays(1));
      case "mid", "middle", "mid-" -> new DateBounds(second, third.minusDays(1));
      case "late", "end", "later" -> new DateBounds(third, whole.latest());
      default -> throw new IllegalArgumentException("unknown part: " + which);
    };
  }

  private DateBounds upToToday(DateBounds whole) {
    return whole.earliest().isAfter(today()) || whole.latest().isBefore(today())
        ? whole
        : new DateBounds(whole.earliest(), today());
  }

  private DateBounds fromToday(DateBounds whole) {
    return whole.earliest().isAfter(today()) || whole.latest().isBefore(today())
        ? whole
        : new DateBounds(today(), whole.latest());
  }

  /** Seasons of the northern hemisphere; winter begins in December of its year. */
  private DateBounds season(String name, String year) {
    int start =
        switch (name) {
          case "spring" -> 3;
          case "summer" -> 6;
          case "autumn", "fall" -> 9;
          case "winter" -> 12;
          default -> throw new IllegalArgumentException("unknown season: " + name);
        };
    if (year.matches("[0-9]+")) {
      return season(fullYear(year), start);
    }
    LocalDate today = today();
    DateBounds current = season(today.getYear(), start);
    return switch (year) {
      case "last year" -> season(today.getYear() - 1, start);
      case "next year" -> season(today.getYear() + 1, start);
      case "last" ->
          current.latest().isBefore(today) ? current : season(today.getYear() - 1, start);
      case "next" ->
          current.earliest().isAfter(today) ? current : season(today.getYear() + 1, start);
      case "this", "this year" -> current;
      default -> {
        boolean future = isAhead();
        if (future) {
          yield current.latest().isBefore(today) ? season(today.getYear() + 1, start) : current;
        }
        yield current.earliest().isAfter(today) ? season(today.getYear() - 1, start) : current;
      }
    };
  }

  private static DateBounds season(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return new DateBounds(first, first.plusMonths(3).minusDays(1));
  }

  /** A numbered half or quarter of a year. */
  private DateBounds fraction(Value value) {
    int months = value.name().equals("half") ? 6 : value.name().equals("third") ? 4 : 3;
    int number = day(word(value.arguments().get(0)));
    String year = word(value.arguments().get(1));
    int of =
        switch (year) {
          case "last", "last year" -> today().getYear() - 1;
          case "next", "next year" -> today().getYear() + 1;
          case "-", "this", "this year", "the year" -> today().getYear();
          default -> fullYear(year);
        };
    LocalDate first = LocalDate.of(of, 1, 1).plusMonths((long) months * (number - 1));
    if (first.getYear() != of) {
      throw new Unresolved();
    }
    return new DateBounds(first, first.plusMonths(months).minusDays(1));
  }

  private static DateBounds decade(String word) {
    String digits = word.replaceAll("[^0-9]", "");
    return years(fullYear(digits), digits.length() == 4 && digits.endsWith("00") ? 100 : 10);
  }

  private static DateBounds century(int number) {
    return years(number * 100 - 99, 100);
  }

  private DateBounds feast(String name, String year) {
    String rule = feasts.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("unknown feast: " + name);
    }
    if (year.matches("[0-9]+")) {
      return DateBounds.day(feastDay(rule, fullYear(year)));
    }
    LocalDate today = today();
    LocalDate current = feastDay(rule, today.getYear());
    LocalDate found =
        switch (year) {
          case "last year" -> feastDay(rule, today.getYear() - 1);
          case "next year" -> feastDay(rule, today.getYear() + 1);
          case "last" -> current.isBefore(today) ? current : feastDay(rule, today.getYear() - 1);
          case "next" -> current.isAfter(today) ? current : feastDay(rule, today.getYear() + 1);
          default -> {
            if (isAhead()) {
              yield current.isBefore(today) ? feastDay(rule, today.getYear() + 1) : current;
            }
            yield current.isAfter(today.plusDays(SLACK))
                ? feastDay(rule, today.getYear() - 1)
                : current;
          }
        };
    return DateBounds.day(found);
  }

  private static LocalDate feastDay(String rule, int year) {
    if (rule.startsWith("easter")) {
      int days = rule.equals("easter") ? 0 : Integer.parseInt(rule.substring("easter".length()));
      return easter(year).plusDays(days);
    }
    String[] parts = rule.split("-");
    if (parts.length == 2) {
      return LocalDate.of(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
    DayOfWeek day = dayOfWeek(parts[1]);
    LocalDate month = LocalDate.of(year, Integer.parseInt(parts[0]), 1);
    return month.with(
        parts[2].equals("last")
            ? TemporalAdjusters.lastInMonth(day)
            : TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[2]), day));
  }

  /** Western Easter by the anonymous Gregorian algorithm. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    return LocalDate.of(year, month, (h + l - 7 * m + 114) % 31 + 1);
  }

  /** The date from which "two weeks later" counts; days are counted from a date of one day. */
  private DateBounds previousDate(List<Value> args) {
    return (inDays(args) ? previousDay : previous)
        .or(() -> published.map(DateBounds::day))
        .orElseThrow(Unresolved::new);
  }

  /** The date from which "a day after the talks" counts. */
  private DateBounds besideDate(List<Value> args) {
    return beside
        .filter(d -> d.isDay() || !inDays(args))
        .or(() -> previousDay.filter(d -> Math.abs(daysFromToday(d)) <= BESIDE))
        .orElseThrow(Unresolved::new);
  }

  private boolean inDays(List<Value> args) {
    return Set.of("day", "hour").contains(singular(word(args.get(1))));
  }

  private long daysFromToday(DateBounds day) {
    return ChronoUnit.DAYS.between(today(), day.earliest());
  }

  /** So many units from a date. */
  private DateBounds anaphor(DateBounds start, List<Value> args) {
    int sign = args.size() > 2 && word(args.get(2)).equals("before") ? -1 : 1;
    if (whole(args.get(0)) == 0) {
      return start;
    }
    if (!start.isDay()) {
      return moved(start.earliest(), word(args.get(1)), (long) sign * whole(args.get(0)));
    }
    return switch (singular(word(args.get(1)))) {
      case "day", "week", "hour" -> DateBounds.day(plus(start.earliest(), args, sign));
      default -> moved(start.earliest(), word(args.get(1)), (long) sign * whole(args.get(0)));
    };
  }

  private Duration duration(Value value) {
    Duration sum = Duration.ZERO;
    List<Value> args = value.arguments();
    for (int i = 0; i + 1 < args.size(); i += 2) {
      String number = word(args.get(i));
      String unit = word(args.get(i + 1));
      if (!number.equals("-") && !unit.equals("-")) {
        BigDecimal seconds =
            number(number).multiply(BigDecimal.valueOf(unitLength(unit).toSeconds()));
        sum = sum.plusSeconds(seconds.longValue());
      }
    }
    return sum;
  }
}
